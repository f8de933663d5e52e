import type { ObservedPerson, ObservedTicket, PersonRef } from '@/lib/observation';
import { looksShared } from '@/lib/scoring/shared-mailbox';

import { customerAt, type Directory } from './directory';
import { emailOf, identityKeys, searchTerms } from './identity';
import { joinedCustomer, unitedTerms } from './merge';
import { organisationFrom } from './organisation';
import type { CustomerRow } from './rows';
import { sameRow } from './tickets';

/** A person as observed, and every key that person is known by; never without a key. */
export interface Party {
  readonly keys: readonly [string, ...string[]];
  readonly person: ObservedPerson | PersonRef;
}

/** The first few stay: if the latest pushed others out, a second reading would change the row again. */
const MOST_NAMES = 5;

export const partiesOf = (tickets: readonly ObservedTicket[], sourceId: string): Party[] =>
  tickets.flatMap(({ requesters = [] }) => requesters).flatMap((person) => partyOf(person, sourceId) ?? []);

export function partyOf(person: ObservedPerson | PersonRef, sourceId: string): Party | undefined {
  const [first, ...rest] = identityKeys(person, sourceId);
  return first === undefined ? undefined : { keys: [first, ...rest], person };
}

interface Placing {
  readonly sourceId: string;
  /** Ids for whoever nobody knows yet, by first key: hashing waits for the browser, which a transaction would not survive. */
  readonly newIds: ReadonlyMap<string, string>;
  readonly now: number;
}

/**
 * Joins what belongs together, and makes a customer of everyone whom nobody knows. In memory alone: a transaction does not
 * survive a long loop of waits, so what must move in the database is left in `directory.moves`.
 */
export function placeParties(directory: Directory, parties: readonly Party[], placing: Placing): void {
  for (const party of parties) {
    const row = placed(directory, party, placing);
    const next = described(directory, row, party, placing.sourceId);
    if (!sameRow(directory.customers.get(row.id), next)) directory.customers.set(row.id, next);
    for (const key of party.keys) learn(directory, key, row.id);
  }
}

function placed(directory: Directory, { keys }: Party, placing: Placing): CustomerRow {
  const [first, second] = distinct(keys.filter((key) => !isPhone(key)).map((key) => customerAt(directory, key)));
  const strong = first && second ? join(directory, first, second) : first;
  const called = byPhone(directory, keys, strong);
  if (strong && called && strong.id !== called.id) return join(directory, strong, called);
  const known = strong ?? called;
  if (known) return known;
  const id = placing.newIds.get(keys[0]);
  if (id === undefined) throw new RangeError(`no id was made for ${keys[0]}`);
  return directory.customers.get(id) ?? { id, names: [], terms: [], createdAt: placing.now, completeThrough: {} };
}

const isPhone = (key: string): boolean => key.startsWith('phone:');

const distinct = (rows: readonly (CustomerRow | undefined)[]): CustomerRow[] =>
  [...new Set(rows)].filter((row) => row !== undefined);

/** Whom a number means: only somebody alone with it, and only if one of the two sides has no address. */
function byPhone(
  directory: Directory,
  keys: readonly string[],
  strong: CustomerRow | undefined,
): CustomerRow | undefined {
  const [called, another] = distinct(keys.filter(isPhone).map((key) => customerAt(directory, key)));
  const hasAddress = strong?.email !== undefined || keys.some((key) => key.startsWith('email:'));
  return called && !another && !(called.email && hasAddress) ? called : undefined;
}

/** Two records become one only when at least one has no address; else the one of the stronger key is meant. */
function join(directory: Directory, a: CustomerRow, b: CustomerRow): CustomerRow {
  if (a.email && b.email) return a;
  const aSurvives = a.createdAt < b.createdAt || (a.createdAt === b.createdAt && a.id < b.id);
  const [survivor, loser] = aSurvives ? [a, b] : [b, a];
  const joined = joinedCustomer(survivor, loser);
  directory.customers.delete(loser.id);
  directory.customers.set(survivor.id, joined);
  for (const [key, row] of directory.identities) {
    if (row.customerId !== loser.id) continue;
    directory.identities.set(key, { ...row, customerId: survivor.id });
    if (!row.shared) directory.customerOf.set(key, survivor.id);
  }
  directory.merged.delete(loser.id);
  directory.linked.delete(loser.id);
  directory.merged.add(survivor.id);
  directory.moves.push({ from: loser.id, to: survivor.id });
  return joined;
}

/** A key of its own, or a number that turns out to be that of several. */
function learn(directory: Directory, key: string, customerId: string): void {
  const { customerOf, identities, customers, linked, before } = directory;
  const held = identities.get(key);
  if (!held) {
    identities.set(key, { key, customerId });
    customerOf.set(key, customerId);
    if (before.customers.has(customerId)) linked.add(customerId);
  } else if (isPhone(key) && !held.shared && held.customerId !== customerId && customers.has(held.customerId)) {
    identities.set(key, { ...held, shared: true });
    customerOf.delete(key);
  }
}

function described(directory: Directory, row: CustomerRow, { keys, person }: Party, sourceId: string): CustomerRow {
  const seen = 'name' in person ? person.name?.trim() : undefined;
  const names = seen && !row.names.includes(seen) && row.names.length < MOST_NAMES ? [...row.names, seen] : row.names;
  const address = keys.map(emailOf).find((email) => email !== undefined);
  const name = row.name ?? (seen || undefined);
  const email = row.email ?? address;
  const organisation = organisationFrom(person, email, sourceId);
  const isOwn = organisation !== undefined && !organisation.id.startsWith('domain:');
  const held = row.organisationId;
  const organisationId = held && !(isOwn && held.startsWith('domain:')) ? held : organisation?.id;
  if (organisation && organisationId === organisation.id) directory.organisations.set(organisation.id, organisation);
  return {
    ...row,
    names,
    terms: unitedTerms(row.terms, searchTerms(names.includes(seen ?? '') ? seen : undefined, address)),
    ...(name && { name }),
    ...(email && { email }),
    ...(organisationId && { organisationId }),
    ...(looksShared(names) && { sharedMailbox: true as const }),
  };
}
