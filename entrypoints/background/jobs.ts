import type { JobRow } from '@/lib/store/rows';

import { importSlice } from './importing';
import { moment, note, type Moment } from './moment';
import { nightlySlice } from './nightly';
import { rebuildSlice } from './rebuilding';

/** Long work in slices. Each writes its cursor with what it did, so that a worker killed anywhere goes on where it was. */

export type Slice = (at: Moment, job: JobRow) => Promise<JobRow>;

const SLICES: Readonly<Record<string, Slice>> = { nightly: nightlySlice, rebuild: rebuildSlice, import: importSlice };

/** Starts a job, or starts it over, and runs it as far as the worker lives. */
export async function startJob({ db, now }: Moment, id: string, kind: string, cursor?: string): Promise<void> {
  await db.jobs.put({ id, kind, state: 'waiting', counts: {}, startedAt: now, ...(cursor !== undefined && { cursor }) });
  await resumeJobs();
}

/** Runs every unfinished job to its end; one runner at a time. */
export async function resumeJobs(): Promise<void> {
  const { db } = await moment();
  const jobs = await db.jobs.where('state').anyOf('waiting', 'running').toArray();
  for (const { id, kind } of jobs) {
    await navigator.locks.request(`job:${id}`, { ifAvailable: true }, async (lock) => (lock ? runToEnd(id, kind) : undefined));
  }
}

async function runToEnd(id: string, kind: string): Promise<void> {
  const slice = SLICES[kind];
  for (;;) {
    const at = await moment();
    const job = await at.db.jobs.get(id);
    if (!job || !slice || (job.state !== 'waiting' && job.state !== 'running')) return;
    try {
      await at.db.jobs.put(await slice(at, { ...job, state: 'running' }));
    } catch (error) {
      await note(`job ${kind}`, error);
      await at.db.jobs.update(id, { state: 'failed', why: error instanceof Error ? error.message : String(error) });
      return;
    }
  }
}
