import { DAY } from '@/lib/scoring/contact';
import { assessCustomers } from '@/lib/store/assess';
import { allAgain } from '@/lib/store/contact-changes';
import { foldOrganisations, ORGANISATION_TABLES } from '@/lib/store/fold-organisations';
import { emptySums, keepFit, withCustomers, type PortfolioSums } from '@/lib/store/portfolio';
import { rankMargins } from '@/lib/store/rank-margins';
import { repairTallies } from '@/lib/store/repair';
import type { JobRow } from '@/lib/store/rows';
import { FOLD_TABLES, foldContacts } from '@/lib/store/tallies';

import { paintToolbar } from './alerting';
import { note, type Moment } from './moment';
import { repaintAll } from './tabs';

/** Customers, and organisations, a slice. */
const SLICE = 500;
const WEEK = 7;

/** What a run goes through, and the last key that it is done with. Kept as JSON in the job. */
type Cursor =
  | { readonly phase: 'sums'; readonly after: string; readonly sums: PortfolioSums }
  /** `refold`: the half-life is another than it was. */
  | { readonly phase: 'levels' | 'organisations'; readonly after: string; readonly refold: boolean };

/**
 * Everybody measured against everybody: the portfolio is summed, from it the prior fitted, then every level may fall, those of
 * organisations last; a seventh is folded again and compared.
 */
export async function levelsSlice(at: Moment, job: JobRow): Promise<JobRow> {
  const cursor = cursorOf(at, job);
  if (cursor.phase === 'sums') return withCursor(job, await summed(at, cursor));
  if (cursor.phase === 'levels') return withCursor(job, await levelled(at, cursor));
  const next = await organised(at, cursor);
  if (next) return withCursor(job, next);
  await rankMargins(at.db, at.now);
  await paintToolbar(at);
  await repaintAll();
  return { ...job, state: 'done' };
}

/** Written here and by nobody else. */
const cursorOf = (at: Moment, { cursor }: JobRow): Cursor =>
  cursor ? (JSON.parse(cursor) as Cursor) : { phase: 'sums', after: '', sums: emptySums(at.now, at.settings) };

const withCursor = (job: JobRow, cursor: Cursor): JobRow => ({ ...job, cursor: JSON.stringify(cursor) });

const customersAfter = ({ db }: Moment, after: string): Promise<string[]> =>
  db.customers.where('id').above(after).limit(SLICE).primaryKeys();

async function summed(at: Moment, { after, sums }: Extract<Cursor, { phase: 'sums' }>): Promise<Cursor> {
  const ids = await customersAfter(at, after);
  const last = ids.at(-1);
  if (last !== undefined) return { phase: 'sums', after: last, sums: await withCustomers(at.db, sums, ids, at.rules) };
  const { halfLifeDays } = await keepFit(at.db, sums, at);
  return { phase: 'levels', after: '', refold: halfLifeDays !== at.rules.halfLifeDays };
}

type Levelling = Exclude<Cursor, { phase: 'sums' }>;

async function levelled(at: Moment, { after, refold }: Levelling): Promise<Cursor> {
  const ids = await customersAfter(at, after);
  const last = ids.at(-1);
  if (last === undefined) return { phase: 'organisations', after: '', refold };
  if (refold)
    await at.db.transaction('rw', [...FOLD_TABLES], async () =>
      foldContacts(at.db, allAgain(ids), { ...at, apart: true }),
    );
  await measure(at, ids);
  return { phase: 'levels', after: last, refold };
}

/** Undefined behind the last organisation. */
async function organised(at: Moment, { after, refold }: Levelling): Promise<Cursor | undefined> {
  const ids = await at.db.organisations.where('id').above(after).limit(SLICE).primaryKeys();
  const last = ids.at(-1);
  if (last === undefined) return undefined;
  const { counted } = await at.db.transaction('rw', [...FOLD_TABLES, ...ORGANISATION_TABLES], async () =>
    foldOrganisations(at.db, ids, at),
  );
  await assessCustomers(at.db, counted, { ...at, occasion: 'nightly' });
  return { phase: 'organisations', after: last, refold };
}

/** A seventh is compared each night, so that everybody is folded again within a week; a difference is repaired and noted. */
async function measure(at: Moment, ids: readonly string[]): Promise<void> {
  await assessCustomers(at.db, ids, { ...at, occasion: 'nightly' });
  const turn = Math.floor(at.now / DAY) % WEEK;
  const repaired = await repairTallies(
    at.db,
    ids.filter((id) => id.charCodeAt(0) % WEEK === turn),
    at,
  );
  if (repaired.length === 0) return;
  await note('nightly comparison', new Error(`tallies made again: ${repaired.join(' ')}`));
  await assessCustomers(at.db, repaired, { ...at, occasion: 'correction' });
}
