import type { ObservedTicket } from '@/lib/observation';

import { changedCustomers, type Directory } from './directory';
import { identityKeys } from './identity';

/** What a customer asked us to forget or to leave alone, by identity key. */
export type Suppressions = ReadonlyMap<string, { readonly erasedBefore?: number; readonly scoring?: true }>;

/**
 * Without what came before its customer was erased, or nobody can say when. Of somebody else's ticket only the erased
 * person goes.
 */
export function withoutForgotten(
  tickets: readonly ObservedTicket[],
  sourceId: string,
  leftAlone: Suppressions,
): ObservedTicket[] {
  if (leftAlone.size === 0) return [...tickets];
  return tickets.flatMap((ticket) => {
    const { requesters, opener } = ticket;
    const isForgotten = (keys: readonly string[]): boolean => keys.some((key) => isBefore(ticket, leftAlone.get(key)));
    const openerKeys = opener ? identityKeys(opener, sourceId) : [];
    const keysOf = (requesters ?? []).map((person) => identityKeys(person, sourceId));
    const charged = keysOf.find((keys) => keys.some((key) => openerKeys.includes(key))) ?? keysOf[0];
    if (charged ? isForgotten(charged) : isForgotten(openerKeys)) return [];
    return [
      {
        ...ticket,
        ...(requesters && { requesters: requesters.filter((_, index) => !isForgotten(keysOf[index] ?? [])) }),
        ...(isForgotten(openerKeys) && { opener: null }),
      },
    ];
  });
}

const isBefore = ({ createdAt }: ObservedTicket, left: { readonly erasedBefore?: number } | undefined): boolean =>
  left?.erasedBefore !== undefined && (createdAt === undefined || createdAt <= left.erasedBefore);

/** Who objected once objects still, even when erased and come again. */
export function keepObjections({ customers, customerOf }: Directory, leftAlone: Suppressions): void {
  for (const [key, { scoring }] of leftAlone) {
    const row = customers.get(customerOf.get(key) ?? '');
    if (scoring && row && !row.objection) customers.set(row.id, { ...row, objection: true });
  }
}

/** Of the customers at hand, those for whom nothing is computed. */
export const objectorsIn = ({ customers }: Directory): Set<string> =>
  new Set([...customers.values()].filter(({ objection }) => objection).map(({ id }) => id));

/** Known customers who have only now been found to object: what was computed of them must go. */
export const newObjectors = (directory: Directory): string[] =>
  changedCustomers(directory)
    .filter(({ id, objection }) => objection && !directory.before.customers.get(id)?.objection)
    .map(({ id }) => id);
