import type { ObservedPerson, ObservedTicket, PersonRef } from '@/lib/observation';
import { looksShared } from '@/lib/scoring/shared-mailbox';

import type { NoclaimsDatabase } from './database';
import { emailOf, identityKeys, organisationOf, searchTerms } from './identity';
import { customerIdOf } from './ids';
import { mergeCustomers } from './merge';
import type { CustomerRow, IdentityRow } from './rows';
import { sameRow } from './tickets';

/** A person as observed, and every key that person is known by; never without a key. */
export interface Party {
  readonly keys: readonly [string, ...string[]];
  readonly person: ObservedPerson | PersonRef;
}

const MOST_NAMES = 5;

export function partiesOf(tickets: readonly ObservedTicket[], sourceId: string): Party[] {
  return tickets
    .flatMap((ticket) => ticket.requesters ?? [])
    .flatMap((person) => {
      const [first, ...rest] = identityKeys(person, sourceId);
      return first ? [{ keys: [first, ...rest] as const, person }] : [];
    });
}

/** Ids for the parties nobody knows yet. Hashing waits for the browser, which a transaction would not survive. */
export async function idsForNew(db: NoclaimsDatabase, parties: readonly Party[]): Promise<Map<string, string>> {
  const keys = [...new Set(parties.flatMap(({ keys: all }) => all))];
  const known = new Set((await db.identities.bulkGet(keys)).flatMap((row) => (row ? [row.key] : [])));
  const unknown = new Set(parties.filter((party) => !party.keys.some((key) => known.has(key))).map(({ keys: [first] }) => first));
  return new Map(await Promise.all([...unknown].map(async (key) => [key, await customerIdOf(key)] as const)));
}

/** Who is who, while one batch is recorded. Rows are written back by `saveDirectory`. */
export interface Directory {
  readonly customerOf: Map<string, string>;
  readonly customers: Map<string, CustomerRow>;
  /** Customers whose tallies must be rebuilt because two records became one. */
  readonly merged: Set<string>;
  readonly newIdentities: IdentityRow[];
  readonly before: ReadonlyMap<string, CustomerRow>;
}

/** Reads what is known of the parties, joins what belongs together, and makes a customer of everyone else. */
export async function resolveParties(
  db: NoclaimsDatabase,
  parties: readonly Party[],
  newIds: ReadonlyMap<string, string>,
  now: number,
): Promise<Directory> {
  const keys = [...new Set(parties.flatMap(({ keys: all }) => all))];
  const identities = (await db.identities.bulkGet(keys)).filter((row) => row !== undefined);
  const rows = await db.customers.bulkGet([...new Set(identities.map(({ customerId }) => customerId))]);
  const before = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const directory: Directory = {
    customerOf: new Map(identities.map(({ key, customerId }) => [key, customerId])),
    customers: new Map(before),
    merged: new Set(),
    newIdentities: [],
    before,
  };
  for (const party of parties) await place(db, directory, party, { newIds, now });
  return directory;
}

async function place(
  db: NoclaimsDatabase,
  directory: Directory,
  { keys, person }: Party,
  { newIds, now }: { newIds: ReadonlyMap<string, string>; now: number },
): Promise<void> {
  const strong = keys.filter((key) => !key.startsWith('phone:'));
  const ids = [...new Set(strong.flatMap((key) => directory.customerOf.get(key) ?? []))];
  const [first, second] = ids;
  let id = first ?? byPhone(directory, keys) ?? newIds.get(keys[0]) ?? (await customerIdOf(keys[0]));
  if (first && second) id = await join(db, directory, first, second);
  const old = directory.customers.get(id);
  const row = described(old ?? { id, names: [], terms: [], createdAt: now, completeThrough: {} }, keys, person);
  if (!old || !sameRow(old, row)) directory.customers.set(id, row);
  for (const key of keys) {
    if (directory.customerOf.has(key)) continue;
    directory.customerOf.set(key, id);
    directory.newIdentities.push({ key, customerId: id });
  }
}

/** A switchboard has many callers: a number joins only somebody without an address. */
function byPhone(directory: Directory, keys: readonly string[]): string | undefined {
  if (keys.some((key) => key.startsWith('email:'))) return undefined;
  const ids = new Set(keys.flatMap((key) => (key.startsWith('phone:') ? (directory.customerOf.get(key) ?? []) : [])));
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** Two records become one only when at least one has no address; else the one of the address is meant. */
async function join(db: NoclaimsDatabase, directory: Directory, first: string, second: string): Promise<string> {
  const [a, b] = [directory.customers.get(first), directory.customers.get(second)];
  if (!a || !b || (a.email && b.email)) return first;
  const [survivor, loser] = a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id) ? [a, b] : [b, a];
  const joined = await mergeCustomers(db, survivor, loser);
  directory.customers.delete(loser.id);
  directory.customers.set(survivor.id, joined);
  for (const [key, id] of directory.customerOf) if (id === loser.id) directory.customerOf.set(key, survivor.id);
  for (const row of directory.newIdentities) if (row.customerId === loser.id) row.customerId = survivor.id;
  directory.merged.add(survivor.id);
  return survivor.id;
}

function described(row: CustomerRow, keys: readonly string[], person: ObservedPerson | PersonRef): CustomerRow {
  const seen = 'name' in person ? person.name?.trim() : undefined;
  const email = row.email ?? keys.map(emailOf).find((address) => address !== undefined);
  const names = seen && !row.names.includes(seen) ? [...row.names, seen].slice(-MOST_NAMES) : row.names;
  const name = row.name ?? seen;
  const organisationId = row.organisationId ?? (email ? organisationOf(email) : undefined);
  return {
    ...row,
    names,
    terms: name === row.name && email === row.email ? row.terms : searchTerms(name, email),
    ...(name && { name }),
    ...(email && { email }),
    ...(organisationId && { organisationId }),
    ...(looksShared(names) && { sharedMailbox: true as const }),
  };
}

/** Writes the customers and identities that changed. */
export async function saveDirectory(db: NoclaimsDatabase, { customers, newIdentities, before }: Directory): Promise<void> {
  const changed = [...customers.values()].filter((row) => before.get(row.id) !== row);
  if (changed.length > 0) await db.customers.bulkPut(changed);
  if (newIdentities.length > 0) await db.identities.bulkPut(newIdentities);
}
