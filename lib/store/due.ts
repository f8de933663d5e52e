import { standingAlerts } from './alerts';
import type { NoclaimsDatabase } from './database';

/** The smallest instant at which time alone changes a tally or wakes an alert. */
export async function nextDue(db: NoclaimsDatabase): Promise<number | undefined> {
  const tally = await db.tallies.orderBy('nextAt').first();
  const wakes = (await standingAlerts(db)).flatMap(({ state, snoozedUntil }) =>
    state === 'snoozed' && snoozedUntil ? [snoozedUntil] : [],
  );
  const instants = [...wakes, ...(tally?.nextAt === undefined ? [] : [tally.nextAt])];
  return instants.length > 0 ? Math.min(...instants) : undefined;
}

/** Customers of whom something is due, soonest first. */
export const dueSubjects = (db: NoclaimsDatabase, now: number, limit: number): Promise<string[]> =>
  db.tallies.where('nextAt').belowOrEqual(now).limit(limit).primaryKeys();
