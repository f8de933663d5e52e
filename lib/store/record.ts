import type { ObservedTicket, PersonRef } from '@/lib/observation';
import type { ProposalRule } from '@/lib/scoring/proposal-rule';
import type { TallyRules } from '@/lib/scoring/tally';

import { changedTickets, saveTickets, type TicketChanges } from './charge';
import { contactsOfTickets, contactWrites, rememberedOf, saveContacts, type ContactWrites } from './contacts';
import { coverDay } from './coverage';
import { changesOf } from './contact-changes';
import type { NoclaimsDatabase } from './database';
import {
  changedCustomers,
  newOrganisations,
  openDirectory,
  organisationsChanged,
  saveDirectory,
  type Directory,
} from './directory';
import { withoutFolded } from './folded';
import { identityKeys } from './identity';
import { customerIdOf } from './ids';
import { existing } from './many';
import { moveRows } from './merge';
import { partiesOf, partyOf, placeParties, type Party } from './persons';
import type { AlertRow, SourceRow, TicketRow } from './rows';
import { rulingOf } from './ruling';
import { keepObjections, newObjectors, objectorsIn, withoutForgotten, type Suppressions } from './suppress';
import { foldContacts } from './tallies';

export type { Suppressions } from './suppress';

export interface Circumstances {
  readonly now: number;
  readonly rules: TallyRules;
  readonly reopenDays: number;
  /** Rules by which causes are proposed. */
  readonly proposals?: readonly ProposalRule[];
}

export interface Recording {
  readonly source: SourceRow;
  readonly tickets: readonly ObservedTicket[];
  /** Whose whole history this ends. */
  readonly complete?: PersonRef;
  /** Looks identities up among those to be left alone; asked before anything is written. */
  readonly suppressed?: (keys: readonly string[]) => Promise<Suppressions>;
}

export interface Recorded {
  readonly tickets: number;
  readonly contacts: number;
  /** Not recorded, since their customer had been erased later than they came. */
  readonly forgotten: number;
  /** Customers of whom anything changed, and those that became part of another. */
  readonly customers: ReadonlySet<string>;
  readonly alerts: readonly AlertRow[];
}

const TABLES = [
  'identities',
  'customers',
  'organisations',
  'tickets',
  'contacts',
  'decisions',
  'ladderPast',
  'contracts',
  'outages',
  'suppressions',
  'coverage',
  'tallies',
  'standings',
  'alerts',
  'sent',
] as const;

/**
 * Records what was read, idempotently, in one transaction: tickets, contacts, customers and tallies change together or not
 * at all. A second reading of the same changes nothing.
 */
export async function recordTickets(
  db: NoclaimsDatabase,
  recording: Recording,
  circumstances: Circumstances,
): Promise<Recorded> {
  for (;;) {
    const prepared = await prepare(db, recording);
    const recorded = await db.transaction('rw', [...TABLES], async () => write(db, recording, prepared, circumstances));
    if (recorded) return recorded;
  }
}

/** What has to wait for the browser (hashes), which a transaction would not survive. */
interface Prepared {
  readonly newIds: ReadonlyMap<string, string>;
  readonly leftAlone: Suppressions;
  readonly suppressions: number;
}

async function prepare(db: NoclaimsDatabase, { source, tickets, complete, suppressed }: Recording): Promise<Prepared> {
  const parties = partiesOf(tickets, source.id);
  const ending = complete && partyOf(complete, source.id);
  if (ending) parties.push(ending);
  const openers = tickets.flatMap(({ opener }) => (opener ? identityKeys(opener, source.id) : []));
  const suppressions = await db.suppressions.count();
  const keys = [...new Set([...parties.flatMap((party) => party.keys), ...openers])];
  const leftAlone: Suppressions = (await suppressed?.(keys)) ?? new Map();
  const firsts = [...new Set(parties.map(({ keys: [first] }) => first))];
  const ids = await Promise.all(firsts.map(customerIdOf));
  return { newIds: new Map(firsts.map((key, index) => [key, ids[index] ?? ''])), leftAlone, suppressions };
}

/** Undefined, with nothing written, if somebody was erased meanwhile: then who is left alone must be asked again. */
async function write(
  db: NoclaimsDatabase,
  { source, tickets, complete }: Recording,
  { newIds, leftAlone, suppressions }: Prepared,
  circumstances: Circumstances,
): Promise<Recorded | undefined> {
  if ((await db.suppressions.count()) !== suppressions) return undefined;
  const { now } = circumstances;
  const remembered = withoutForgotten(tickets, source.id, leftAlone);
  const known = await knownTickets(db, source.id, remembered);
  const kept = await withoutFolded(db, source.id, remembered, known);
  const parties = partiesOf(kept, source.id);
  const ending = complete && partyOf(complete, source.id);
  const mentioned = ending ? [...parties, ending] : parties;
  const keys = keysAmong(kept, [...known.values()], mentioned, source.id);
  const directory = await openDirectory(db, keys, newIds.values());
  if (ending && isKnown(ending, parties, directory)) parties.push(ending);
  placeParties(directory, parties, { sourceId: source.id, newIds, now });
  for (const move of directory.moves) await moveRows(db, move);
  keepObjections(directory, leftAlone);
  if (ending) markComplete(directory, ending, source.id, now);
  const changes = await changedTickets(db, { sourceId: source.id, tickets: kept, known, now }, directory);
  const { alerts, contacts } = await save(db, { source, directory, changes }, circumstances);
  const touched = changes.changed.flatMap((row) => row.customerId ?? []);
  for (const { id } of changedCustomers(directory)) touched.push(id);
  for (const { from } of directory.moves) touched.push(from);
  return {
    tickets: changes.changed.length,
    contacts: contacts.put.length,
    forgotten: tickets.length - remembered.length,
    customers: new Set([...contacts.changes.keys(), ...touched]),
    alerts,
  };
}

interface Batch {
  readonly source: SourceRow;
  readonly directory: Directory;
  readonly changes: TicketChanges;
}

/**
 * All is read before anything is written, since a reading behind thousands of writings stands still; then the database writes
 * one thing while the next is worked out.
 */
async function save(
  db: NoclaimsDatabase,
  { source, directory, changes }: Batch,
  circumstances: Circumstances,
): Promise<{ alerts: AlertRow[]; contacts: ContactWrites }> {
  const { derived, ...prior } = await priorTo(db, { source, directory, changes }, circumstances);
  const ticketsSaved = saveTickets(db, changes);
  const contacts = contactWrites(derived, prior.contacts, prior.remembered);
  for (const id of [...directory.merged, ...newObjectors(directory)]) changesOf(contacts.changes, id).rebuild = true;
  const saving = Promise.all([
    ticketsSaved,
    saveContacts(db, contacts),
    saveDirectory(db, directory, prior.organisations),
    coverDay(db, source.id, circumstances.now),
  ]);
  const folding = foldContacts(db, contacts.changes, {
    ...circumstances,
    saving,
    tallies: prior.tallies,
    skip: objectorsIn(directory),
    newcomers: new Set([...directory.customers.keys()].filter((id) => !directory.before.customers.has(id))),
    organisations: organisationsChanged(directory),
  });
  const [alerts] = await Promise.all([folding, saving]);
  return { alerts, contacts };
}

/** What stands in the database already of what may change. */
async function priorTo(db: NoclaimsDatabase, { source, directory, changes }: Batch, circumstances: Circumstances) {
  const { reopenDays } = circumstances;
  const deriving = { source, reopenDays };
  const before = changes.changed.map((row) => changes.known.get(row.id)).filter((row) => row !== undefined);
  const derived = contactsOfTickets(changes.changed, deriving);
  const ids = new Set([...derived, ...contactsOfTickets(before, deriving)].map(({ contact }) => contact.id));
  const [contacts, organisations, tallies, ruling] = await Promise.all([
    existing(db.contacts, ids),
    newOrganisations(db, directory),
    existing(db.tallies, directory.customers.keys()),
    rulingOf(db, circumstances),
  ]);
  for (const { id } of contacts) ids.delete(id);
  return { derived, contacts, organisations, tallies, remembered: { ...(await rememberedOf(db, [...ids])), ruling } };
}

async function knownTickets(
  db: NoclaimsDatabase,
  sourceId: string,
  tickets: readonly ObservedTicket[],
): Promise<Map<string, TicketRow>> {
  const rows = await existing(
    db.tickets,
    tickets.map(({ ticketId }) => `${sourceId}/${ticketId}`),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every identity that this batch may speak of: seen now, or kept on its tickets. */
function keysAmong(
  tickets: readonly ObservedTicket[],
  rows: readonly TicketRow[],
  parties: readonly Party[],
  sourceId: string,
): string[] {
  return [
    ...new Set([
      ...parties.flatMap(({ keys }) => keys),
      ...tickets.flatMap(({ opener }) => (opener ? identityKeys(opener, sourceId) : [])),
      ...rows.flatMap(({ requesters = [], opener }) => [...requesters, ...(opener ? [opener] : [])]),
    ]),
  ];
}

/** An empty history of somebody nobody knows makes no customer. */
const isKnown = ({ keys }: Party, parties: readonly Party[], { customerOf }: Directory): boolean =>
  keys.some((key) => customerOf.has(key) || parties.some((party) => party.keys.includes(key)));

function markComplete({ customers, customerOf }: Directory, { keys }: Party, sourceId: string, now: number): void {
  const row = customers.get(keys.map((key) => customerOf.get(key)).find((id) => id !== undefined) ?? '');
  const through = row?.completeThrough[sourceId] ?? -Infinity;
  if (row && now > through)
    customers.set(row.id, { ...row, completeThrough: { ...row.completeThrough, [sourceId]: now } });
}
