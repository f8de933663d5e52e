import { topicOf } from '@/lib/scoring/counting';

import type { NoclaimsDatabase } from './database';
import type { SentRow, TicketRow } from './rows';

/** For so long after the click a ticket is taken for the one that was started by it. */
const CLAIM_WITHIN = 86_400_000;

export const rememberSent = (db: NoclaimsDatabase, row: SentRow): Promise<unknown> => db.sent.put(row);

/**
 * Recognises a ticket that we started ourselves: same source, requester and subject, first seen soon after the click.
 * Its number is kept from then on, so that it stays ours whatever becomes of its subject.
 */
export async function claimSent(db: NoclaimsDatabase, row: TicketRow, wasKnown: boolean): Promise<TicketRow> {
  if (wasKnown || row.ours || !row.subject) return row;
  const sourceId = row.id.slice(0, row.id.indexOf('/'));
  const topic = topicOf(row.subject);
  for (const requester of row.requesters) {
    const sent = await db.sent
      .where({ sourceId, requester })
      .filter(({ ticketId, subject, at }) => !ticketId && topicOf(subject) === topic && isSoonAfter(row.createdAt, at))
      .first();
    if (!sent) continue;
    await db.sent.update(sent.id, { ticketId: row.id });
    return { ...row, ours: true };
  }
  return row;
}

/** Helpdesk and browser clocks may differ by some minutes. */
const isSoonAfter = (createdAt: number | undefined, clickedAt: number): boolean =>
  createdAt === undefined || (createdAt > clickedAt - 600_000 && createdAt < clickedAt + CLAIM_WITHIN);
