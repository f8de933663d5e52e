import { decilesOf } from '@/lib/scoring/deciles';

import type { NoclaimsDatabase } from './database';

/** Ranks whoever holds a contract by margin, as they stand now; returns those whose tenth is another than before. */
export function rankMargins(db: NoclaimsDatabase, now: number): Promise<string[]> {
  return db.transaction('rw', [db.contracts, db.standings], async () => {
    const holders = (await db.contracts.orderBy('holder').uniqueKeys()).map(String);
    const known = (await db.standings.bulkGet(holders)).filter((standing) => standing !== undefined);
    const summed = known.flatMap(({ customerId: id, margin }) =>
      margin && !margin.alone ? [{ id, minor: margin.minor }] : [],
    );
    const deciles = decilesOf(summed);
    const changed = known.flatMap((standing) => {
      const decile = deciles?.get(standing.customerId);
      if (!standing.margin || standing.margin.decile === decile) return [];
      const { decile: _, ...margin } = standing.margin;
      return [{ ...standing, margin: { ...margin, ...(decile !== undefined && { decile }) }, changedAt: now }];
    });
    if (changed.length > 0) await db.standings.bulkPut(changed);
    return changed.map(({ customerId }) => customerId);
  });
}
