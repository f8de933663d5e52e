import { advance, type TallyRules } from '@/lib/scoring/tally';

import type { NoclaimsDatabase } from './database';
import { agreementsOf } from './subjects';
import { FOLD_TABLES, rebuilt } from './tallies';

/** So far, relatively, figures kept by increments may lie from those made from nothing (docs/SCORING.md §7). */
const TOLERANCE = 1e-9;

/**
 * Folds subjects again from their contacts and compares. Where the tally on record says otherwise, the one from the contacts
 * takes its place; returns whose that was.
 */
export function repairTallies(
  db: NoclaimsDatabase,
  subjects: readonly string[],
  when: { readonly rules: TallyRules; readonly now: number },
): Promise<string[]> {
  return db.transaction('rw', [...FOLD_TABLES], async () => {
    const [tallies, { rulesOf }] = await Promise.all([
      db.tallies.bulkGet([...subjects]),
      agreementsOf(db, subjects, when),
    ]);
    const repaired: string[] = [];
    for (const kept of tallies) {
      if (!kept) continue;
      const own = { rules: rulesOf(kept.subject), now: when.now };
      const { tally } = await rebuilt(db, kept.subject, own);
      if (agree(advance(kept, own.rules, own.now).tally, tally)) continue;
      await db.tallies.put(tally);
      repaired.push(kept.subject);
    }
    return repaired;
  });
}

/** Equal as data, but for the last digits of figures. */
export function agree(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [fieldsOf(a), fieldsOf(b)];
  return left.size === right.size && [...left].every(([key, value]) => right.has(key) && agree(value, right.get(key)));
}

const fieldsOf = (value: object): Map<string, unknown> =>
  new Map(Object.entries(value).filter(([, field]) => field !== undefined));
