import { Sentence } from '@/lib/messaging/receive';
import { importStep, plannedImport } from '@/lib/privacy/import-run';
import type { JobRow } from '@/lib/store/rows';
import { misfitSaid } from '@/lib/text/import-said';

import { startJob } from './jobs';
import { words } from './language';
import type { Moment } from './moment';
import { FROM_TICKETS } from './rebuilding';

/** Looks through a staged file, which changes nothing; when it is whole, its rows become a job. Returns the job's id. */
export async function beginImport(at: Moment, fileId: string): Promise<string> {
  const plan = await plannedImport(at.db, fileId);
  if (!plan.ok) throw new Sentence(misfitSaid(plan.why, words));
  const id = `import:${fileId}`;
  await startJob(at, 'import', { id, cursor: plan.cursor });
  await at.db.jobs.update(id, { 'counts.rows': plan.rows });
  return id;
}

/** Some thousand rows; behind the last one everything derived is made again, the prior of all customers included. */
export async function importSlice(at: Moment, job: JobRow): Promise<JobRow> {
  const after = await importStep(at.db, job, at);
  if (after.state !== 'done') return after;
  const cursor = (await lays(at)) ? { cursor: FROM_TICKETS } : {};
  await startJob(at, 'rebuild', { id: 'rebuild', ...cursor });
  await startJob(at, 'levels');
  return after;
}

/** Outages and rules of here may speak of contacts from there, and the other way round. */
const lays = async ({ db }: Moment): Promise<boolean> =>
  (await db.settings.get('proposalRules')) !== undefined || (await db.outages.count()) > 0;
