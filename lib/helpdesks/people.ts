import type { ObservedPerson, PersonRef } from '@/lib/observation';

/** What identifies a person; undefined when nothing does. */
export function refOf({ userId, email }: ObservedPerson): PersonRef | undefined {
  return userId || email ? { ...(userId && { userId }), ...(email && { email }) } : undefined;
}

/** By the helpdesk's own id where both have one: two people may share an address. */
export function isSame(a: ObservedPerson, b: ObservedPerson): boolean {
  if (a.userId && b.userId) return a.userId === b.userId;
  return !!a.email && a.email.toLowerCase() === b.email?.toLowerCase();
}

/** Charged to the opener if among the requesters, else to the first one listed. */
export const chargedAmong = <Person extends ObservedPerson>(
  requesters: readonly Person[],
  opener: ObservedPerson | null | undefined,
): Person | undefined => requesters.find((person) => isSame(person, opener ?? {})) ?? requesters[0];
