import type { ObservedTicket } from '@/lib/observation';

import type { NoclaimsDatabase } from './database';
import type { TicketRow } from './rows';

/** Without tickets that retention folded away whole, and to which nothing was added since. */
export async function withoutFolded(
  db: NoclaimsDatabase,
  sourceId: string,
  tickets: readonly ObservedTicket[],
  known: ReadonlyMap<string, TicketRow>,
): Promise<ObservedTicket[]> {
  if (!(await db.ladderPast.limit(1).count())) return [...tickets];
  const contactIds = ({ ticketId, entries = [] }: ObservedTicket): string[] =>
    ['open', ...entries.map(({ entry }) => entry)].map((entry) => `${sourceId}/${ticketId}/${entry}`);
  const strangers = tickets.filter(({ ticketId }) => !known.has(`${sourceId}/${ticketId}`));
  const rows = await db.ladderPast.bulkGet(strangers.flatMap(contactIds));
  const folded = new Set(rows.flatMap((row) => row?.id ?? []));
  return tickets.filter((ticket) => {
    const isStranger = !known.has(`${sourceId}/${ticket.ticketId}`);
    return !isStranger || !contactIds(ticket).every((id) => folded.has(id));
  });
}
