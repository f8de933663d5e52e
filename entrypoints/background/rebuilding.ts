import { assessCustomers } from '@/lib/store/assess';
import type { JobRow } from '@/lib/store/rows';
import { FOLD_TABLES, foldContacts } from '@/lib/store/tallies';

import { paintToolbar } from './alerting';
import { armDue } from './due';
import type { Moment } from './moment';
import { repaintAll } from './tabs';

/** Customers a slice. */
const SLICE = 500;

/** Everything derived, made again: after a setting changed what counts, or after an import. The cursor is the last id. */
export async function rebuildSlice(at: Moment, job: JobRow): Promise<JobRow> {
  const { db } = at;
  const customers = await db.customers
    .where('id')
    .above(job.cursor ?? '')
    .limit(SLICE)
    .toArray();
  const last = customers.at(-1);
  if (!last) {
    await armDue(at);
    await paintToolbar(at);
    await repaintAll();
    return { ...job, state: 'done' };
  }
  const changes = new Map(customers.map(({ id }) => [id, { added: [], rebuild: true }]));
  await db.transaction('rw', [...FOLD_TABLES], async () => foldContacts(db, changes, at));
  const ids = customers.map(({ id }) => id);
  await assessCustomers(db, ids, { ...at, occasion: 'correction' });
  return { ...job, cursor: last.id, counts: { customers: (job.counts['customers'] ?? 0) + customers.length } };
}
