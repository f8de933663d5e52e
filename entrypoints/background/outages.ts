import { Sentence } from '@/lib/messaging/receive';
import { checkOutage } from '@/lib/settings/outage-schema';
import { assessCustomers } from '@/lib/store/assess';
import { withOrganisations } from '@/lib/store/organisations';
import { putOutage, recount, removeOutage, type After, type Stretch } from '@/lib/store/outages';
import type { JobRow } from '@/lib/store/rows';

import { paintToolbar } from './alerting';
import { armDue } from './due';
import { startJob } from './jobs';
import type { Moment } from './moment';
import { repaintAll } from './tabs';

/** Contacts a slice. */
const SLICE = 1000;

/** Keeps an outage as somebody declared it; what it takes out is counted again as a job, whose id comes back. */
export async function declareOutage(at: Moment, value: unknown): Promise<string> {
  const checked = checkOutage(value);
  if (!checked.ok) throw new Sentence(checked.why);
  return startRecount(at, checked.value.id, await putOutage(at.db, checked.value));
}

export async function withdrawOutage(at: Moment, id: string): Promise<void> {
  const stretch = await removeOutage(at.db, id);
  if (stretch) await startRecount(at, id, stretch);
}

/** One that is still under way for the same outage begins again, over both times. */
async function startRecount(at: Moment, outageId: string, stretch: Stretch): Promise<string> {
  const id = `recount:${outageId}`;
  const job = await at.db.jobs.get(id);
  const running = job?.cursor && job.state !== 'done' ? cursorOf(job) : undefined;
  const isOpen = stretch.to === undefined || (running && running.to === undefined);
  const from = Math.min(stretch.from, running?.from ?? Infinity);
  const to = isOpen ? {} : { to: Math.max(stretch.to ?? 0, running?.to ?? 0) };
  await startJob(at, 'recount', { id, cursor: JSON.stringify({ from, ...to }) });
  return id;
}

type Cursor = Stretch & { readonly after?: After };

/** Written here and by nobody else. */
const cursorOf = ({ cursor = '' }: JobRow): Cursor => JSON.parse(cursor) as Cursor;

/** Some contacts of the time of an outage, and everybody they concern. */
export async function recountSlice(at: Moment, job: JobRow): Promise<JobRow> {
  const cursor = cursorOf(job);
  const { after, customers } = await recount(at.db, cursor, SLICE, at);
  const concerned = await withOrganisations(at.db, customers, at.rules);
  if (customers.size > 0) await assessCustomers(at.db, concerned, { ...at, occasion: 'correction' });
  const counts = { customers: (job.counts['customers'] ?? 0) + customers.size };
  if (after) return { ...job, counts, cursor: JSON.stringify({ ...cursor, after }) };
  await armDue(at);
  await paintToolbar(at);
  await repaintAll();
  return { ...job, counts, state: 'done' };
}
