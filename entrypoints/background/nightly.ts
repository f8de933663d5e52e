import { retain } from '@/lib/privacy/retention';
import { assessCustomers } from '@/lib/store/assess';
import { allAgain } from '@/lib/store/contact-changes';
import { proposeByAge, rulesAge } from '@/lib/store/proposals';
import type { JobRow } from '@/lib/store/rows';
import { FOLD_TABLES, foldContacts } from '@/lib/store/tallies';

import { announce } from './alerting';
import { armDue } from './due';
import { levelsSlice } from './levelling';
import type { Moment } from './moment';

const AGEING = 'ageing:';
const RETENTION = 'retention:';
/** Contacts a slice. */
const SLICE = 5000;
/** Customers with open tickets a slice. */
const CUSTOMERS = 500;

/** The nightly run: open tickets grow older, which rules may speak of; levels; then what is too old is folded away. */
export async function nightlySlice(at: Moment, job: JobRow): Promise<JobRow> {
  const { cursor = AGEING } = job;
  if (cursor.startsWith(AGEING)) return ageingSlice(at, job, cursor.slice(AGEING.length));
  if (cursor === RETENTION) return retentionSlice(at, job);
  const levelled = await levelsSlice(at, job);
  return levelled.state === 'done' ? { ...levelled, state: 'running', cursor: RETENTION } : levelled;
}

/** With an empty cursor the levels begin. */
async function ageingSlice(at: Moment, job: JobRow, after: string): Promise<JobRow> {
  if (!rulesAge(at.proposals)) return { ...job, cursor: '' };
  const { cursor, customers, alerts } = await proposeByAge(at.db, { after, limit: CUSTOMERS }, at);
  await announce(at, alerts);
  if (customers.size > 0) await assessCustomers(at.db, [...customers], { ...at, occasion: 'correction' });
  return { ...job, cursor: cursor === undefined ? '' : AGEING + cursor };
}

async function retentionSlice(at: Moment, job: JobRow): Promise<JobRow> {
  const { db, now, settings, rules } = at;
  const { done, holders } = await retain(db, { now, months: settings.retentionMonths, rules }, SLICE);
  await db.transaction('rw', [...FOLD_TABLES], async () => foldContacts(db, allAgain(holders), at));
  if (!done) return job;
  await armDue(at);
  return { ...job, state: 'done' };
}
