import type { NoclaimsDatabase } from './database';

/** When a fact of a source was last read, and last missed: the light beside each helpdesk. */

/** Noted at most once a minute: a page that is understood is the normal case. */
const EVERY = 60_000;

export async function understood(db: NoclaimsDatabase, sourceId: string, fact: string, now: number): Promise<void> {
  const row = await db.health.get([sourceId, fact]);
  if (row?.lastSeenAt !== undefined && now - row.lastSeenAt < EVERY) return;
  await db.health.put({ misses: 0, ...row, sourceId, fact, lastSeenAt: now });
}

export async function missed(db: NoclaimsDatabase, sourceId: string, fact: string, now: number): Promise<void> {
  const row = await db.health.get([sourceId, fact]);
  await db.health.put({ ...row, sourceId, fact, lastMissedAt: now, misses: (row?.misses ?? 0) + 1 });
}
