import type { NoclaimsDatabase } from './database';
import { existing } from './many';
import type { Move } from './merge';
import type { CustomerRow, IdentityRow, OrganisationRow } from './rows';

/** Who is who, while one batch is recorded. Rows are written back by `saveDirectory`. */
export interface Directory {
  readonly customerOf: Map<string, string>;
  readonly identities: Map<string, IdentityRow>;
  readonly customers: Map<string, CustomerRow>;
  readonly organisations: Map<string, OrganisationRow>;
  /** Customers who swallowed another: their tallies must be rebuilt. */
  readonly merged: Set<string>;
  /** Customers that are no more, and into whom they went, in this order. */
  readonly moves: Move[];
  /** Known customers of whom a further identity was learnt. */
  readonly linked: Set<string>;
  readonly before: {
    readonly customers: ReadonlyMap<string, CustomerRow>;
    readonly identities: ReadonlyMap<string, IdentityRow>;
  };
}

/** Reads what is known of these identities, and of customers that would have these ids. */
export async function openDirectory(
  db: NoclaimsDatabase,
  keys: readonly string[],
  ids: Iterable<string>,
): Promise<Directory> {
  const known = await existing(db.identities, keys);
  const rows = await existing(db.customers, [...known.map(({ customerId }) => customerId), ...ids]);
  const identities = new Map(known.map((row) => [row.key, row]));
  const customers = new Map(rows.map((row) => [row.id, row]));
  return {
    customerOf: new Map(known.flatMap(({ key, customerId, shared }) => (shared ? [] : [[key, customerId] as const]))),
    identities: new Map(identities),
    customers: new Map(customers),
    organisations: new Map(),
    merged: new Set(),
    moves: [],
    linked: new Set(),
    before: { customers, identities },
  };
}

export function customerAt({ customerOf, customers }: Directory, key: string): CustomerRow | undefined {
  const id = customerOf.get(key);
  return id === undefined ? undefined : customers.get(id);
}

/** Customers that are not as they were. */
export const changedCustomers = ({ customers, before }: Directory): CustomerRow[] =>
  [...customers.values()].filter((row) => before.customers.get(row.id) !== row);

/** Organisations that a known customer joined or left. */
export function organisationsChanged({ customers, before }: Directory): Set<string> {
  const changed = new Set<string>();
  for (const [id, { organisationId: left }] of before.customers) {
    const joined = customers.get(id)?.organisationId;
    if (joined === left) continue;
    for (const organisationId of [joined, left]) if (organisationId) changed.add(organisationId);
  }
  return changed;
}

/** Organisations that are not on record yet. */
export async function newOrganisations(db: NoclaimsDatabase, { organisations }: Directory): Promise<OrganisationRow[]> {
  const known = new Set((await existing(db.organisations, organisations.keys())).map(({ id }) => id));
  return [...organisations.values()].filter(({ id }) => !known.has(id));
}

/** Writes what changed. */
export async function saveDirectory(
  db: NoclaimsDatabase,
  directory: Directory,
  organisations: readonly OrganisationRow[],
): Promise<void> {
  const { identities, before } = directory;
  const customers = changedCustomers(directory);
  const learnt = [...identities.values()].filter((row) => before.identities.get(row.key) !== row);
  await Promise.all([
    customers.length > 0 && db.customers.bulkPut(customers),
    learnt.length > 0 && db.identities.bulkPut(learnt),
    organisations.length > 0 && db.organisations.bulkPut([...organisations]),
  ]);
}
