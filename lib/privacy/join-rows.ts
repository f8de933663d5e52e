import type { AlertRow, ContactRow, CustomerRow, TicketRow } from '@/lib/store/rows';
import { unitedTerms } from '@/lib/store/merge';
import { withOpenOf } from '@/lib/store/tickets';

/** One row of two that speak of the same: the one held here, and the one of a file. Joining twice is joining once. */

const MOST_NAMES = 5;

export function joinedCustomers(held: CustomerRow, row: CustomerRow): CustomerRow {
  const { name = row.name, email = row.email, organisationId = row.organisationId } = held;
  const through: Record<string, number> = { ...held.completeThrough };
  for (const [source, at] of Object.entries(row.completeThrough)) through[source] = Math.max(at, through[source] ?? at);
  const shared = held.sharedMailbox ?? row.sharedMailbox;
  const exempt = held.exempt ?? row.exempt;
  const objection = held.objection ?? row.objection;
  return {
    ...held,
    names: [...new Set([...held.names, ...row.names])].slice(0, Math.max(MOST_NAMES, held.names.length)),
    terms: unitedTerms(held.terms, row.terms),
    createdAt: Math.min(held.createdAt, row.createdAt),
    completeThrough: through,
    ...(name && { name }),
    ...(email && { email }),
    ...(organisationId && { organisationId }),
    ...(exempt && { exempt }),
    ...(objection && { objection }),
    ...(shared && { sharedMailbox: shared }),
  };
}

const FACTS = [
  'requesters',
  'opener',
  'subject',
  'status',
  'createdAt',
  'solvedAt',
  'minutes',
  'mergedInto',
  'entries',
] as const;
const HINTS = ['channel', 'queue', 'type', 'tags', 'fields'] as const;

/** The helpdesk's newer version; what it does not say, the older one still does, and is known to be older. */
export function joinedTickets(held: TicketRow, row: TicketRow): TicketRow {
  const [newer, older] = (row.updatedAt ?? -1) > (held.updatedAt ?? -1) ? [row, held] : [held, row];
  const filled: Partial<TicketRow> = {};
  const hints: NonNullable<TicketRow['hints']> = {};
  const behind: Record<string, number> = { ...newer.behind };
  const note = (fact: string): void => {
    const version = older.behind?.[fact] ?? older.updatedAt ?? -1;
    if (version < (newer.updatedAt ?? -1)) behind[fact] = version;
  };
  for (const fact of FACTS) {
    if (newer[fact] !== undefined || older[fact] === undefined) continue;
    Object.assign(filled, { [fact]: older[fact] });
    note(fact);
  }
  for (const hint of HINTS) {
    if (newer.hints?.[hint] !== undefined || older.hints?.[hint] === undefined) continue;
    Object.assign(hints, { [hint]: older.hints[hint] });
    note(`hints.${hint}`);
  }
  const arrivedAt = Math.min(newer.arrivedAt ?? Infinity, older.arrivedAt ?? Infinity);
  const customerId = newer.customerId ?? older.customerId;
  return withOpenOf({
    ...newer,
    ...filled,
    ...(Object.keys(hints).length > 0 && { hints: { ...newer.hints, ...hints } }),
    ...(Object.keys(behind).length > 0 && { behind }),
    ...(arrivedAt < Infinity && { arrivedAt }),
    ...(customerId && { customerId }),
    ...(older.ours && { ours: true as const }),
  });
}

/** Facts were settled with the ticket; a cause that somebody knows goes before *pending*. */
export function joinedContacts(held: ContactRow, row: ContactRow): ContactRow {
  const knows = held.cause === 'pending' ? row.cause !== 'pending' : held.cause === row.cause && !held.loss;
  if (!knows) return held;
  const { cause, causeBy = held.causeBy, loss } = row;
  return { ...held, cause, ...(causeBy && { causeBy }), ...(loss && { loss }) };
}

const PROGRESS = { open: 0, snoozed: 1, acknowledged: 1, cleared: 2 } as const;

/** Whichever went further; shown once is shown. */
export function joinedAlerts(held: AlertRow, row: AlertRow): AlertRow {
  const further = PROGRESS[row.state] > PROGRESS[held.state] ? row : held;
  const shownAt = Math.min(held.shownAt ?? Infinity, row.shownAt ?? Infinity);
  return { ...further, ...(shownAt < Infinity && { shownAt }) };
}
