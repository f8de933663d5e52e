import { topicOf } from '@/lib/scoring/counting';

import type { NoclaimsDatabase } from './database';
import type { Directory } from './directory';
import type { SentRow, TicketRow } from './rows';

/** For so long after the click a ticket is taken for the one that was started by it. */
const CLAIM_WITHIN = 86_400_000;
/** Clocks of helpdesk and browser may differ by so much. */
const SKEW = 600_000;

export const rememberSent = (db: NoclaimsDatabase, row: SentRow): Promise<unknown> => db.sent.put(row);

/** Messages started at somebody's click, whose tickets have not been seen yet. */
export async function sentFrom(db: NoclaimsDatabase, sourceId: string): Promise<Map<string, SentRow>> {
  const rows = await db.sent.where('[sourceId+requester]').between([sourceId], [sourceId, []]).toArray();
  return new Map(rows.filter(({ ticketId }) => !ticketId).map((row) => [row.id, row]));
}

interface Claiming {
  readonly sent: Map<string, SentRow>;
  /** What was found; to be written by the caller. */
  readonly claimed: SentRow[];
  readonly directory: Directory;
  /** Seen for the first time. */
  readonly isNew: boolean;
  readonly now: number;
}

/**
 * Recognises a ticket that we started ourselves: same source, requester and subject, made soon after the click and not by
 * the customer. Its number is kept from then on, so that it stays ours whatever becomes of its subject.
 */
export function claimSent(
  row: TicketRow,
  { sent, claimed, directory: { customerOf }, isNew, now }: Claiming,
): TicketRow {
  const { requesters = [], opener, subject } = row;
  if (sent.size === 0 || row.ours || !subject || (opener && opener === requesters[0])) return row;
  const topic = topicOf(subject);
  const came = row.createdAt ?? (isNew ? now : undefined);
  const isMeant = ({ requester, customerId }: SentRow): boolean =>
    requesters.some((key) => key === requester || customerOf.get(key) === customerId);
  for (const started of sent.values()) {
    if (topicOf(started.subject) !== topic || !isSoonAfter(came, started.at) || !isMeant(started)) continue;
    sent.delete(started.id);
    claimed.push({ ...started, ticketId: row.id });
    return { ...row, ours: true };
  }
  return row;
}

const isSoonAfter = (cameAt: number | undefined, clickedAt: number): boolean =>
  cameAt !== undefined && cameAt > clickedAt - SKEW && cameAt < clickedAt + CLAIM_WITHIN;
