import type { ObservedTicket } from '@/lib/observation';

import type { NoclaimsDatabase } from './database';
import type { Directory } from './directory';
import type { SentRow, TicketRow } from './rows';
import { claimSent, sentFrom } from './sent';
import { mergedTicket, sameRow, withOpenOf } from './tickets';

/** Rows of a batch: as they were, and as they are now. */
export interface TicketChanges {
  readonly known: ReadonlyMap<string, TicketRow>;
  readonly changed: readonly TicketRow[];
  /** Messages of ours whose tickets are among them. */
  readonly claimed: readonly SentRow[];
}

/** What was read, laid over what is known of each ticket; rows that stay as they are do not come back. */
export async function changedTickets(
  db: NoclaimsDatabase,
  batch: {
    readonly sourceId: string;
    readonly tickets: readonly ObservedTicket[];
    readonly known: ReadonlyMap<string, TicketRow>;
    readonly now: number;
  },
  directory: Directory,
): Promise<TicketChanges> {
  const { sourceId, tickets, now } = batch;
  const known = new Map(batch.known);
  const fresh = new Map<string, TicketRow>();
  for (const row of await othersConcerned(db, sourceId, directory)) {
    known.set(row.id, row);
    fresh.set(row.id, charged(row, directory));
  }
  const sent = await sentFrom(db, sourceId);
  const claimed: SentRow[] = [];
  for (const seen of tickets) {
    const id = `${sourceId}/${seen.ticketId}`;
    const row = charged(mergedTicket(fresh.get(id) ?? known.get(id), seen, sourceId), directory);
    fresh.set(id, claimSent(row, { sent, claimed, directory, isNew: !known.has(id), now }));
  }
  await settleArrivals(db, sourceId, { known, fresh });
  const changed = [...fresh.values()].filter((row) => !sameRow(known.get(row.id), row));
  return { known, changed, claimed };
}

export async function saveTickets(db: NoclaimsDatabase, { changed, claimed }: TicketChanges): Promise<void> {
  if (claimed.length > 0) await db.sent.bulkPut([...claimed]);
  if (changed.length > 0) await db.tickets.bulkPut([...changed]);
}

/** A further key of a known customer may tell who opened their older tickets in this helpdesk. */
async function othersConcerned(
  db: NoclaimsDatabase,
  sourceId: string,
  { merged, linked }: Directory,
): Promise<TicketRow[]> {
  const ids = [...new Set([...merged, ...linked])];
  if (ids.length === 0) return [];
  const rows = await db.tickets.where('customerId').anyOf(ids).toArray();
  return rows.filter(({ id }) => id.startsWith(`${sourceId}/`));
}

/** Charged to the opener if among the requesters, else to the first the helpdesk lists (docs/SCORING.md §1.1). */
function charged(row: TicketRow, { customerOf }: Directory): TicketRow {
  const { customerId: held, requesters: listed, ...rest } = row;
  if (!listed) return withOpenOf(row);
  const opener = listed.find((key) => isOpener(row, key, customerOf));
  const requesters = opener ? [opener, ...listed.filter((key) => key !== opener)] : listed;
  const customerId = requesters.map((key) => customerOf.get(key)).find((id) => id !== undefined);
  const whose = customerId ?? (requesters.length > 0 ? held : undefined);
  return withOpenOf({ ...rest, requesters, ...(opener && { opener }), ...(whose && { customerId: whose }) });
}

/** One person may be known by two keys: the address and the helpdesk's id. */
const isOpener = ({ opener }: TicketRow, key: string, customerOf: ReadonlyMap<string, string>): boolean =>
  typeof opener === 'string' &&
  (opener === key || (customerOf.has(key) && customerOf.get(opener) === customerOf.get(key)));

/** A ticket that swallowed others came in when the earliest of them did; it need not have been read itself yet. */
async function settleArrivals(
  db: NoclaimsDatabase,
  sourceId: string,
  { known, fresh }: { known: Map<string, TicketRow>; fresh: Map<string, TicketRow> },
): Promise<void> {
  const waiting = [...fresh.values()].filter(({ mergedInto }) => mergedInto);
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    const arrivedAt = Math.min(row.createdAt ?? Infinity, row.arrivedAt ?? Infinity);
    const id = `${sourceId}/${row.mergedInto ?? ''}`;
    if (!row.mergedInto || arrivedAt === Infinity) continue;
    const stored = fresh.get(id) ?? known.get(id) ?? (await db.tickets.get(id));
    if (stored && !fresh.has(id) && !known.has(id)) known.set(id, stored);
    if (arrivedAt >= (stored?.arrivedAt ?? Infinity)) continue;
    const target = { ...(stored ?? { id }), arrivedAt };
    fresh.set(id, target);
    waiting.push(target);
  }
}
