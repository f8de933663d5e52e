import { retain } from '@/lib/privacy/retention';
import type { JobRow } from '@/lib/store/rows';
import { FOLD_TABLES, foldContacts } from '@/lib/store/tallies';

import { armDue } from './due';
import { levelsSlice } from './levelling';
import type { Moment } from './moment';

const RETENTION = 'retention:';
/** Contacts a slice. */
const SLICE = 5000;

/** The nightly run: levels, then what is too old is folded away. */
export async function nightlySlice(at: Moment, job: JobRow): Promise<JobRow> {
  if (job.cursor === RETENTION) return retentionSlice(at, job);
  const levelled = await levelsSlice(at, job);
  return levelled.state === 'done' ? { ...levelled, state: 'running', cursor: RETENTION } : levelled;
}

async function retentionSlice(at: Moment, job: JobRow): Promise<JobRow> {
  const { db, now, settings, rules } = at;
  const { done, holders } = await retain(db, { now, months: settings.retentionMonths, rules }, SLICE);
  const changes = new Map(holders.map((id) => [id, { added: [], rebuild: true }]));
  await db.transaction('rw', [...FOLD_TABLES], async () => foldContacts(db, changes, at));
  if (!done) return job;
  await armDue(at);
  return { ...job, state: 'done' };
}
