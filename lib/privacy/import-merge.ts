import { settingsOf } from '@/lib/store/ask';
import { deriveContacts, saidOf } from '@/lib/store/contacts';
import type { KeptTable, NoclaimsDatabase } from '@/lib/store/database';
import type { CustomerRow, DecisionRow, TicketRow } from '@/lib/store/rows';
import { sameRow } from '@/lib/store/tickets';

import { mergeIdentities, type Aliases } from './import-identities';
import { joinedAlerts, joinedContacts, joinedCustomers, joinedTickets } from './join-rows';
import { keyOf } from './pages';
import type { KeptRows } from './row-schemas';

/** Joins rows to what is held, inside the caller's transaction. Identities tell who of the file is known here by another id. */
export type Merger<Table extends KeptTable> = (
  db: NoclaimsDatabase,
  rows: readonly KeptRows[Table][],
  aliases: Aliases,
) => Promise<Aliases | void>;

export const MERGERS: { readonly [Table in KeptTable]: Merger<Table> } = {
  identities: mergeIdentities,
  suppressions: (db, rows) => united(db, 'suppressions', rows, first),
  sources: (db, rows) => united(db, 'sources', rows, first),
  settings: (db, rows) => united(db, 'settings', rows, first),
  organisations: (db, rows) => united(db, 'organisations', rows, first),
  coverage: (db, rows) => united(db, 'coverage', rows, first),
  decisions: (db, rows) => united(db, 'decisions', rows, first),
  customers: mergeCustomerRows,
  tickets: mergeTickets,
  contacts: mergeContacts,
  contracts: mergeContracts,
  outages: (db, rows) => united(db, 'outages', rows, first),
  ladderPast: mergeLadderPast,
  alerts: (db, rows) => united(db, 'alerts', rows, joinedAlerts),
};

/** What is here stays: these rows never change, or nobody can say which of two is newer. */
const first = <Row>(held: Row): Row => held;

async function united<Table extends KeptTable>(
  db: NoclaimsDatabase,
  name: Table,
  rows: readonly KeptRows[Table][],
  join: (held: KeptRows[Table], row: KeptRows[Table]) => KeptRows[Table],
): Promise<void> {
  const table = db.table<KeptRows[Table], unknown>(name);
  const keys = rows.map((row) => keyOf(table.schema.primKey.keyPath, row));
  const held = await table.bulkGet(keys);
  const next = new Map<string, { readonly before: unknown; readonly row: KeptRows[Table] }>();
  for (const [index, row] of rows.entries()) {
    const key = JSON.stringify(keys[index]);
    const known = next.get(key)?.row ?? held[index];
    next.set(key, { before: held[index], row: known && !sameRow(known, row) ? join(known, row) : row });
  }
  const changed = [...next.values()].filter(({ before, row }) => !sameRow(before, row)).map(({ row }) => row);
  if (changed.length > 0) await table.bulkPut(changed);
}

/** Whether somebody is exempt is what was said last, here or there. */
async function mergeCustomerRows(db: NoclaimsDatabase, rows: readonly CustomerRow[]): Promise<void> {
  const held = new Set((await db.customers.bulkGet(rows.map(({ id }) => id))).flatMap((row) => row?.id ?? []));
  const said = await saidOfCustomers(db, [...held]);
  await united(db, 'customers', rows, (before, row) => {
    const { exempt: _, ...joined } = joinedCustomers(before, row);
    const exempt = said.get(joined.id) ?? (before.exempt || row.exempt);
    return { ...joined, ...(exempt && { exempt: true as const }) };
  });
}

async function saidOfCustomers(db: NoclaimsDatabase, ids: readonly string[]): Promise<Map<string, boolean>> {
  if (ids.length === 0) return new Map();
  const rows = await db.decisions
    .where('subject')
    .anyOf(ids.map((id) => `customer:${id}`))
    .toArray();
  const exemptions = rows.filter(({ kind }) => kind === 'exempt').toSorted(inOrder);
  return new Map(exemptions.map(({ customerId, value }) => [customerId, value === true]));
}

const inOrder = (a: DecisionRow, b: DecisionRow): number => a.at - b.at || (a.id < b.id ? -1 : 1);

/** A ticket that was here and is now newer may count otherwise than it did. */
async function mergeTickets(db: NoclaimsDatabase, rows: readonly TicketRow[]): Promise<void> {
  const ids = [...new Set(rows.map(({ id }) => id))];
  const before = (await db.tickets.bulkGet(ids)).filter((row) => row !== undefined);
  await united(db, 'tickets', rows, joinedTickets);
  const after = await db.tickets.bulkGet(before.map(({ id }) => id));
  const changed = after.flatMap((row, index) => (row && !sameRow(before[index], row) ? [row] : []));
  if (changed.length === 0) return;
  const { reopenDays } = await settingsOf(db);
  for (const source of await db.sources.toArray()) {
    const theirs = changed.filter(({ id }) => id.startsWith(`${source.id}/`));
    if (theirs.length === 0) continue;
    const contacts = await Promise.all(
      theirs.map(({ id }) => db.contacts.where('id').between(`${id}/`, `${id}/\uffff`).toArray()),
    );
    await deriveContacts(db, theirs, contacts.flat(), { source, reopenDays });
  }
}

/** What was folded away here stays so; what a person said of a contact, here or there, is laid over it. */
async function mergeContacts(db: NoclaimsDatabase, rows: readonly KeptRows['contacts'][]): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const past = new Set((await db.ladderPast.bulkGet(ids)).flatMap((row) => row?.id ?? []));
  const held = (await db.contacts.bulkGet(ids)).flatMap((row) => row?.id ?? []);
  const said = await saidOf(db, held);
  await united(
    db,
    'contacts',
    rows.filter(({ id }) => !past.has(id)),
    (before, row) => {
      const { cause, causeBy, loss } = said.get(before.id) ?? joinedContacts(before, row);
      const { causeBy: _, loss: __, ...rest } = before;
      return { ...rest, cause, ...(causeBy && { causeBy }), ...(loss && { loss }) };
    },
  );
}

/** A contact that is still here in full says more than what another browser kept of it. */
async function mergeLadderPast(db: NoclaimsDatabase, rows: readonly KeptRows['ladderPast'][]): Promise<void> {
  const whole = new Set((await db.contacts.bulkGet(rows.map(({ id }) => id))).flatMap((row) => row?.id ?? []));
  await united(
    db,
    'ladderPast',
    rows.filter(({ id }) => !whole.has(id)),
    first,
  );
}

/** What was agreed with somebody who is not in the record would never be found again, nor erased. */
async function mergeContracts(db: NoclaimsDatabase, rows: readonly KeptRows['contracts'][]): Promise<void> {
  const holders = rows.map(({ holder }) => holder);
  const companies = holders.flatMap((holder) => (holder.startsWith('org:') ? [holder.slice(4)] : []));
  const [customers, organisations, identities] = await Promise.all([
    db.customers.where('id').anyOf(holders).primaryKeys(),
    db.organisations.where('id').anyOf(companies).primaryKeys(),
    db.identities.where('customerId').anyOf(holders).toArray(),
  ]);
  const known = new Set([
    ...customers,
    ...organisations.map((id) => `org:${id}`),
    ...identities.map(({ customerId }) => customerId),
  ]);
  await united(
    db,
    'contracts',
    rows.filter(({ holder }) => known.has(holder)),
    first,
  );
}
