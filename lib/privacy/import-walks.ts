import type { NoclaimsDatabase } from '@/lib/store/database';
import { emailOf, searchTerms } from '@/lib/store/identity';
import type { CustomerRow, IdentityRow, JobRow } from '@/lib/store/rows';

import { eraseCustomer, objectToScoring, type Instant } from './erase';
import { nextStage, type ImportCursor } from './import-cursor';
import { suppressedAmong } from './suppression-list';

/** Identities looked up at once. */
const SLICE = 2000;

const identitiesAfter = (db: NoclaimsDatabase, { after = '' }: ImportCursor): Promise<IdentityRow[]> =>
  db.identities.where('key').above(after).limit(SLICE).toArray();

/** Whoever was erased elsewhere, or objects there, is erased here and objects here. */
export async function applied(
  db: NoclaimsDatabase,
  cursor: ImportCursor,
  { now, rules }: Instant,
): Promise<ImportCursor> {
  const rows = await identitiesAfter(db, cursor);
  const last = rows.at(-1);
  if (!last) return nextStage(cursor);
  const left = await suppressedAmong(
    db,
    rows.filter(({ shared }) => !shared).map(({ key }) => key),
  );
  for (const { key, customerId } of rows) {
    const { erasedBefore, scoring } = left.get(key) ?? {};
    const customer = await db.customers.get(customerId);
    if (!customer) continue;
    if (erasedBefore !== undefined && customer.createdAt <= erasedBefore)
      await eraseCustomer(db, customerId, erasedBefore);
    else if (scoring && !customer.objection) await objectToScoring(db, customerId, true, { now, rules });
  }
  return { ...cursor, after: last.key };
}

/** A customer whose own row was refused is still known by an address or a number: the rest of the rows must not hang in the air. */
export async function healed(db: NoclaimsDatabase, job: JobRow, cursor: ImportCursor): Promise<ImportCursor> {
  const rows = await identitiesAfter(db, cursor);
  const last = rows.at(-1);
  if (!last) return nextStage(cursor);
  const customers = await db.customers.bulkGet(rows.map(({ customerId }) => customerId));
  const missing = new Map<string, CustomerRow>();
  for (const [index, { key, customerId }] of rows.entries()) {
    if (customers[index] || missing.has(customerId)) continue;
    const email = emailOf(key);
    const terms = searchTerms(undefined, email);
    const createdAt = job.startedAt;
    missing.set(customerId, {
      id: customerId,
      names: [],
      terms,
      createdAt,
      completeThrough: {},
      ...(email && { email }),
    });
  }
  await db.customers.bulkPut([...missing.values()]);
  return { ...cursor, after: last.key };
}
