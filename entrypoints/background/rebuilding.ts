import { assessCustomers } from '@/lib/store/assess';
import type { JobRow } from '@/lib/store/rows';
import { foldContacts } from '@/lib/store/tallies';

import { paintToolbar } from './alerting';
import { startJob } from './jobs';
import type { Moment } from './moment';
import { repaintAll } from './tabs';

/** Everything derived, made again: after a setting changed what counts, or after an import. */
const SLICE = 500;

export const startRebuild = (at: Moment): Promise<void> => startJob(at, 'rebuild', 'rebuild', '');

export async function rebuildSlice(at: Moment, job: JobRow): Promise<JobRow> {
  const { db } = at;
  const customers = await db.customers.where('id').above(job.cursor ?? '').limit(SLICE).toArray();
  const last = customers.at(-1);
  if (!last) {
    await paintToolbar(at);
    await repaintAll();
    return { ...job, state: 'done' };
  }
  const changes = new Map(customers.filter(({ objection }) => !objection).map(({ id }) => [id, { added: [], rebuild: true }]));
  await db.transaction('rw', [db.tallies, db.contacts, db.ladderPast, db.alerts], () => foldContacts(db, changes, at));
  await assessCustomers(db, customers.map(({ id }) => id), { ...at, occasion: 'correction' });
  return { ...job, cursor: last.id, counts: { customers: (job.counts['customers'] ?? 0) + customers.length } };
}
