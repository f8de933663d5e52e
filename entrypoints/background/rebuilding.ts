import { assessCustomers } from '@/lib/store/assess';
import { allAgain } from '@/lib/store/contact-changes';
import { foldOrganisations, ORGANISATION_TABLES } from '@/lib/store/fold-organisations';
import { rederive } from '@/lib/store/rederive';
import type { JobRow } from '@/lib/store/rows';
import { FOLD_TABLES, foldContacts } from '@/lib/store/tallies';

import { paintToolbar } from './alerting';
import { armDue } from './due';
import type { Moment } from './moment';
import { repaintAll } from './tabs';

/** Customers, and tickets, a slice. */
const SLICE = 500;
const TICKETS = 2000;

/** Behind the customers come their organisations. */
const ORGANISATIONS = 'organisations:';

/** Where a rebuild begins that makes the contacts anew, too, from what was kept of the tickets. */
export const FROM_TICKETS = 'tickets:';

/**
 * Everything derived, made again: after a setting changed what counts, or after an import. The cursor is `tickets:<ticket>`
 * while contacts are derived from tickets, then the last customer whose tally was folded, then
 * `organisations:<id>`.
 */
export async function rebuildSlice(at: Moment, job: JobRow): Promise<JobRow> {
  const { cursor = '' } = job;
  if (cursor.startsWith(FROM_TICKETS))
    return { ...job, cursor: await deriveSlice(at, cursor.slice(FROM_TICKETS.length)) };
  if (cursor.startsWith(ORGANISATIONS)) return organisationsSlice(at, job, cursor.slice(ORGANISATIONS.length));
  const { db } = at;
  const ids = await db.customers.where('id').above(cursor).limit(SLICE).primaryKeys();
  const last = ids.at(-1);
  if (last === undefined) return { ...job, cursor: ORGANISATIONS };
  await db.transaction('rw', [...FOLD_TABLES], async () => foldContacts(db, allAgain(ids), { ...at, apart: true }));
  await assessCustomers(db, ids, { ...at, occasion: 'correction' });
  return { ...job, cursor: last, counts: { customers: (job.counts['customers'] ?? 0) + ids.length } };
}

async function organisationsSlice(at: Moment, job: JobRow, after: string): Promise<JobRow> {
  const ids = await at.db.organisations.where('id').above(after).limit(SLICE).primaryKeys();
  const last = ids.at(-1);
  if (last === undefined) {
    await armDue(at);
    await paintToolbar(at);
    await repaintAll();
    return { ...job, state: 'done' };
  }
  const { counted } = await at.db.transaction('rw', [...FOLD_TABLES, ...ORGANISATION_TABLES], async () =>
    foldOrganisations(at.db, ids, at),
  );
  await assessCustomers(at.db, counted, { ...at, occasion: 'correction' });
  return { ...job, cursor: ORGANISATIONS + last };
}

/** Goes on behind a ticket, `<source>/<ticket>`; returns the next cursor. */
async function deriveSlice(at: Moment, after: string): Promise<string> {
  const sources = await at.db.sources.orderBy('id').toArray();
  const source = sources.find(({ id }) => after <= `${id}/` || after.startsWith(`${id}/`));
  if (!source) return '';
  const { cursor } = await rederive(at.db, source, { ...(after && { after }), limit: TICKETS }, at);
  if (cursor !== undefined) return FROM_TICKETS + cursor;
  const next = sources[sources.indexOf(source) + 1];
  return next ? `${FROM_TICKETS}${next.id}/` : '';
}
