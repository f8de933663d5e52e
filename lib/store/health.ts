import type { NoclaimsDatabase } from './database';
import type { HealthRow } from './rows';

/** Noted at most once a minute: a page that is understood is the normal case. */
const EVERY = 60_000;

/** A fact of a source was read: the light beside the helpdesk is green. */
export function understood(db: NoclaimsDatabase, sourceId: string, fact: string, now: number): Promise<void> {
  return db.transaction('rw', db.health, async () => {
    const row = await db.health.get([sourceId, fact]);
    if (row?.lastSeenAt !== undefined && now - row.lastSeenAt < EVERY) return;
    await db.health.put({ misses: 0, ...row, sourceId, fact, lastSeenAt: now });
  });
}

/** A page lacked it. */
export function missed(db: NoclaimsDatabase, sourceId: string, fact: string, now: number): Promise<void> {
  return db.transaction('rw', db.health, async () => {
    const row = await db.health.get([sourceId, fact]);
    await db.health.put({ ...row, sourceId, fact, lastMissedAt: now, misses: (row?.misses ?? 0) + 1 });
  });
}

export const healthOf = (db: NoclaimsDatabase, sourceId: string): Promise<HealthRow[]> =>
  db.health.where('[sourceId+fact]').between([sourceId], [sourceId, []]).toArray();
