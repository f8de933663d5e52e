import type { NoclaimsDatabase } from './database';
import type { QuarantineRow } from './rows';

/** Of each source, so many refused pieces are kept for a look, the newest. */
export const MOST_QUARANTINED = 200;
const MOST_TEXT = 4000;

/** A piece of an observation that failed its check, and why. */
export interface Refused {
  readonly why: string;
  readonly piece: unknown;
}

/** Keeps what was refused as text, so that nothing is lost silently and nothing of it is ever taken for data. */
export function quarantine(
  db: NoclaimsDatabase,
  sourceId: string,
  refused: readonly Refused[],
  now: number,
): Promise<void> {
  const rows = refused
    .slice(-MOST_QUARANTINED)
    .map(({ why, piece }) => ({ sourceId, at: now, why, text: (JSON.stringify(piece) ?? '').slice(0, MOST_TEXT) }));
  return db.transaction('rw', db.quarantine, async () => {
    await db.quarantine.bulkAdd(rows);
    const ids = await db.quarantine.where({ sourceId }).primaryKeys();
    await db.quarantine.bulkDelete(ids.slice(0, Math.max(0, ids.length - MOST_QUARANTINED)));
  });
}

/** Newest first. */
export const quarantineOf = async (db: NoclaimsDatabase, sourceId: string): Promise<QuarantineRow[]> =>
  (await db.quarantine.where({ sourceId }).toArray()).toReversed();
