import { DAY } from '@/lib/scoring/contact';
import { evidenceOf } from '@/lib/scoring/evidence';
import { nightlyFit } from '@/lib/scoring/fit';
import { advance } from '@/lib/scoring/tally';
import { assessCustomers } from '@/lib/store/assess';
import { exposuresOf } from '@/lib/store/coverage';
import type { JobRow } from '@/lib/store/rows';
import { rebuilt } from '@/lib/store/tallies';
import { sameRow } from '@/lib/store/tickets';

import { paintToolbar } from './alerting';
import { note, type Moment } from './moment';
import { repaintAll } from './tabs';

/** Customers a slice. */
const SLICE = 500;
const WEEK = 7;

/**
 * Everybody measured against everybody: the portfolio's evidence is summed, from it the prior fitted, then every level may
 * fall; a seventh of the customers is folded again and compared. The cursor is `sums:` or `levels:` and the last customer.
 */
export async function levelsSlice(at: Moment, job: JobRow): Promise<JobRow> {
  const [phase = 'sums', after = ''] = (job.cursor || 'sums:').split(':');
  const ids = await at.db.customers.where('id').above(after).limit(SLICE).primaryKeys();
  const last = ids.at(-1);
  if (phase === 'sums') {
    const counts = await addSums(at, ids, job.counts);
    if (last) return { ...job, counts, cursor: `sums:${last}` };
    const { n = 0, e = 0, customers = 0 } = counts;
    await at.db.fits.put(nightlyFit({ totalN: n, totalE: e, customers }, at.settings, at.now));
    return { ...job, counts, cursor: 'levels:' };
  }
  await assessCustomers(at.db, ids, { ...at, occasion: 'nightly' });
  const repaired = await compare(at, ids);
  if (repaired.length > 0) await assessCustomers(at.db, repaired, { ...at, occasion: 'correction' });
  if (last) return { ...job, cursor: `levels:${last}` };
  await paintToolbar(at);
  await repaintAll();
  return { ...job, state: 'done' };
}

async function addSums(at: Moment, ids: readonly string[], counts: JobRow['counts']): Promise<JobRow['counts']> {
  let { n = 0, e = 0, customers = 0 } = counts;
  const [rows, tallies] = await Promise.all([at.db.customers.bulkGet([...ids]), at.db.tallies.bulkGet([...ids])]);
  const known = rows.flatMap((customer, index) => {
    const tally = tallies[index];
    return customer && tally?.firstAt !== undefined ? [{ customer, tally, from: tally.firstAt }] : [];
  });
  const exposures = await exposuresOf(at.db, known, at.now);
  for (const [index, { tally }] of known.entries()) {
    const evidence = evidenceOf(tally, exposures[index] ?? [], at.rules.halfLifeDays, at.now);
    n += evidence.n;
    e += evidence.e;
    customers += 1;
  }
  return { ...counts, n, e, customers };
}

/** A seventh a night, so that everybody is folded again within a week; a difference is repaired and noted. */
async function compare(at: Moment, ids: readonly string[]): Promise<string[]> {
  const turn = Math.floor(at.now / DAY) % WEEK;
  const repaired: string[] = [];
  for (const id of ids) {
    if (id.charCodeAt(0) % WEEK !== turn) continue;
    await at.db.transaction('rw', [at.db.tallies, at.db.contacts, at.db.ladderPast], async () => {
      const [kept, { tally }] = [await at.db.tallies.get(id), await rebuilt(at.db, id, at)];
      if (!kept || sameRow(advance(kept, at.rules, at.now).tally, tally)) return;
      await at.db.tallies.put(tally);
      repaired.push(id);
    });
  }
  if (repaired.length > 0) await note('nightly comparison', new Error(`tallies made again: ${repaired.join(' ')}`));
  return repaired;
}
