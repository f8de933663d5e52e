import browser from 'webextension-polyfill';

import type { JobRow } from '@/lib/store/rows';

import type { Moment } from './moment';

/**
 * One piece of a long work, well below the life of an idle worker. What it did and the cursor behind it are written
 * together, so that a worker killed anywhere goes on where it was.
 */
export type Slice = (at: Moment, job: JobRow) => Promise<JobRow>;

export type JobKind = 'import' | 'recount' | 'rebuild' | 'levels' | 'nightly';

/** Notes what is to be done, from its beginning; `resumeJobs` does it. */
export async function startJob(
  at: Moment,
  kind: JobKind,
  job: Pick<JobRow, 'id' | 'cursor'> = { id: kind },
): Promise<void> {
  await at.db.jobs.put({ ...job, kind, state: 'waiting', counts: {}, startedAt: at.now });
  await armJobs(at);
}

export const unfinished = ({ db }: Moment): Promise<JobRow[]> =>
  db.jobs.where('state').anyOf('waiting', 'running').toArray();

/** While work is unfinished an alarm wakes the worker, should it have died over it. */
export async function armJobs(at: Moment): Promise<void> {
  if ((await unfinished(at)).length === 0) await browser.alarms.clear('jobs');
  else if (!(await browser.alarms.get('jobs'))) await browser.alarms.create('jobs', { periodInMinutes: 0.5 });
}
