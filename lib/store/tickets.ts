import type { ObservedTicket } from '@/lib/observation';
import type { TicketFacts } from '@/lib/scoring/counting';

import { identityKeys } from './identity';
import type { TicketRow } from './rows';

const OPEN = new Set(['new', 'open', 'waiting']);

/** Facts that a newer reading replaces, each unless it was not read. */
const FACTS = ['subject', 'status', 'createdAt', 'updatedAt', 'solvedAt', 'minutes', 'mergedInto', 'hints', 'entries'] as const;

/**
 * A ticket as now known. A reading with the helpdesk's own, not older `updatedAt` replaces; any other only fills
 * holes. Order of readings does not matter but for two that claim the same instant: there the later one wins.
 */
export function mergedTicket(old: TicketRow | undefined, seen: ObservedTicket, sourceId: string): TicketRow {
  const row: TicketRow = old ? { ...old } : { id: `${sourceId}/${seen.ticketId}`, requesters: [] };
  const replaces = seen.updatedAt !== undefined && seen.updatedAt >= (old?.updatedAt ?? 0);
  for (const fact of FACTS) {
    if (seen[fact] !== undefined && (replaces || row[fact] === undefined)) Object.assign(row, { [fact]: seen[fact] });
  }
  if (seen.requesters && (replaces || row.requesters.length === 0)) {
    row.requesters = seen.requesters.flatMap((person) => identityKeys(person, sourceId).slice(0, 1));
  }
  if (seen.opener !== undefined && (replaces || row.opener === undefined)) {
    row.opener = seen.opener && (identityKeys(seen.opener, sourceId)[0] ?? null);
  }
  return row;
}

/** While the ticket is open: whose it is, for the sparse index; the key is absent from all others. */
export function withOpenOf(row: TicketRow): TicketRow {
  const { openOf: _, ...rest } = row;
  return rest.customerId && rest.status && OPEN.has(rest.status) ? { ...rest, openOf: rest.customerId } : rest;
}

/** What counting needs to know of a ticket. `openedBy` is told by the caller, who knows which identities are one person. */
export function factsOf(row: TicketRow, openedBy: TicketFacts['openedBy']): TicketFacts {
  const { id, createdAt, status, solvedAt, minutes, mergedInto, subject, hints, entries, ours } = row;
  return {
    id,
    openedBy,
    ...(createdAt !== undefined && { createdAt }),
    ...(status && { status }),
    ...(solvedAt !== undefined && { solvedAt }),
    ...(minutes !== undefined && { minutes }),
    ...(mergedInto && { mergedInto }),
    ...(subject !== undefined && { subject }),
    ...(hints && { hints }),
    ...(entries && { entries }),
    ...(ours && { ours }),
  };
}

/** Equal as data; both come from the same constructors, so the order of keys is the same or does not matter here. */
export function sameRow(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a).filter((key) => a[key as keyof typeof a] !== undefined);
  const others = Object.keys(b).filter((key) => b[key as keyof typeof b] !== undefined);
  return keys.length === others.length && keys.every((key) => sameRow(a[key as keyof typeof a], b[key as keyof typeof b]));
}
