import { checkObservation, type PersonRef } from '@/lib/observation';
import { suppressedAmong } from '@/lib/privacy/suppression-list';
import { assessCustomers } from '@/lib/store/assess';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { recordTickets, type Recorded } from '@/lib/store/record';
import type { SourceRow } from '@/lib/store/rows';

import { announce } from './alerting';
import { armDue } from './due';
import type { Moment } from './moment';
import { repaint } from './tabs';

/** Of each source, so many refused pieces are kept for a look. */
const MOST_QUARANTINED = 200;

/** Records what a page's content script read, assesses whom it concerns, and tells everything that shows them. */
export async function take(
  at: Moment,
  source: SourceRow,
  input: unknown,
  fromTab?: number,
): Promise<Recorded | undefined> {
  const checked = checkObservation(input);
  if (!checked.ok) {
    await quarantine(at, source.id, [{ why: checked.why, piece: input }]);
    return undefined;
  }
  const { observation, refused } = checked.value;
  if (refused.length > 0)
    await quarantine(
      at,
      source.id,
      refused.map(({ why, ticket }) => ({ why, piece: ticket })),
    );
  const recorded = await recordAndAssess(at, source, observation.tickets, observation.complete?.requester);
  await announce(at, recorded.alerts);
  if (recorded.customers.size === 0) return recorded;
  await armDue(at);
  await repaint(recorded.customers, fromTab);
  return recorded;
}

async function recordAndAssess(
  at: Moment,
  source: SourceRow,
  tickets: Parameters<typeof recordTickets>[1]['tickets'],
  complete: PersonRef | undefined,
): Promise<Recorded> {
  const suppressed = (keys: readonly string[]) => suppressedAmong(at.db, keys);
  const recorded = await recordTickets(at.db, { source, tickets, suppressed, ...(complete && { complete }) }, at);
  if (recorded.customers.size > 0)
    await assessCustomers(at.db, [...recorded.customers], { ...at, occasion: 'contact' });
  return recorded;
}

/** Bounded: the newest stay. What is refused is kept as text, so that nothing is lost silently. */
async function quarantine(
  { db, now }: Moment,
  sourceId: string,
  pieces: readonly { why: string; piece: unknown }[],
): Promise<void> {
  await db.quarantine.bulkAdd(
    pieces
      .slice(0, MOST_QUARANTINED)
      .map(({ why, piece }) => ({ sourceId, at: now, why, text: JSON.stringify(piece).slice(0, 4000) })),
  );
  await trimQuarantine(db, sourceId);
}

async function trimQuarantine(db: NoclaimsDatabase, sourceId: string): Promise<void> {
  const ids = await db.quarantine.where({ sourceId }).primaryKeys();
  await db.quarantine.bulkDelete(ids.slice(0, Math.max(0, ids.length - MOST_QUARANTINED)));
}
