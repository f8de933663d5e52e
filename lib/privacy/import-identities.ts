import type { NoclaimsDatabase } from '@/lib/store/database';
import { joinedCustomer, moveRows } from '@/lib/store/merge';
import type { IdentityRow } from '@/lib/store/rows';

import type { ImportCursor } from './import-cursor';

export type Aliases = ImportCursor['aliases'];

/** By which id a customer of the file is known here. */
export function aliasOf(aliases: Aliases, id: string): string {
  const alias = aliases[id];
  return alias === undefined ? id : aliasOf(aliases, alias);
}

/**
 * Joins the identities of a file to those held, and returns who of the file is known here by another id: two records of one
 * person become one by the same rule as on a page (lib/store/persons.ts). Runs inside the caller's transaction.
 */
export async function mergeIdentities(
  db: NoclaimsDatabase,
  rows: readonly IdentityRow[],
  before: Aliases,
): Promise<Aliases> {
  const aliases: Record<string, string> = { ...before };
  const held = new Map(
    (await db.identities.bulkGet(rows.map(({ key }) => key))).flatMap((row) => (row ? [[row.key, row]] : [])),
  );
  const fresh = new Map<string, IdentityRow>();
  for (const row of rows) {
    const known = held.get(row.key);
    const customerId = aliasOf(aliases, row.customerId);
    if (!known) fresh.set(row.key, { ...row, customerId });
    else if (row.key.startsWith('phone:')) await sharePhone(db, known, { ...row, customerId });
    else if (aliasOf(aliases, known.customerId) !== customerId) {
      await db.identities.bulkPut([...fresh.values()]);
      Object.assign(aliases, await joined(db, aliasOf(aliases, known.customerId), customerId));
      fresh.clear();
    }
  }
  await db.identities.bulkPut([...fresh.values()]);
  return aliases;
}

/** A number that turns out to be that of several tells nobody apart. */
async function sharePhone(db: NoclaimsDatabase, known: IdentityRow, row: IdentityRow): Promise<void> {
  if (known.shared || (known.customerId === row.customerId && !row.shared)) return;
  await db.identities.put({ ...known, shared: true });
}

/** Two records become one only when at least one has no address; the older survives, if both are here already. */
async function joined(db: NoclaimsDatabase, heldId: string, fileId: string): Promise<Aliases> {
  if ((await hasAddress(db, heldId)) && (await hasAddress(db, fileId))) return {};
  const [held, other] = await db.customers.bulkGet([heldId, fileId]);
  if (!held || !other) {
    await db.identities.where({ customerId: fileId }).modify({ customerId: heldId });
    return { [fileId]: heldId };
  }
  const heldSurvives = held.createdAt < other.createdAt || (held.createdAt === other.createdAt && held.id < other.id);
  const [survivor, loser] = heldSurvives ? [held, other] : [other, held];
  await moveRows(db, { from: loser.id, to: survivor.id });
  await db.customers.put(joinedCustomer(survivor, loser));
  return { [loser.id]: survivor.id };
}

const hasAddress = async (db: NoclaimsDatabase, customerId: string): Promise<boolean> =>
  (await db.identities.where({ customerId }).primaryKeys()).some((key) => key.startsWith('email:'));
