import type { ObservedTicket, PersonRef } from '@/lib/observation';
import { contactsOf } from '@/lib/scoring/counting';
import type { Contact } from '@/lib/scoring/contact';
import type { TallyRules } from '@/lib/scoring/tally';

import { coverDay } from './coverage';
import type { NoclaimsDatabase } from './database';
import { identityKeys } from './identity';
import { claimSent } from './sent';
import { idsForNew, partiesOf, resolveParties, saveDirectory, type Directory, type Party } from './persons';
import type { AlertRow, ContactRow, SourceRow, TicketRow } from './rows';
import { foldContacts, type ContactChanges } from './tallies';
import { factsOf, mergedTicket, sameRow, withOpenOf } from './tickets';

export interface Circumstances {
  readonly now: number;
  readonly rules: TallyRules;
  readonly reopenDays: number;
}

/** What a customer asked us to forget or to leave alone, by identity key. */
export type Suppressions = ReadonlyMap<string, { readonly erasedBefore?: number; readonly scoring?: true }>;

export interface Recording {
  readonly source: SourceRow;
  readonly tickets: readonly ObservedTicket[];
  /** Whose whole history this ends. */
  readonly complete?: PersonRef;
  /** Looks identities up among those to be left alone; asked once, before anything is written. */
  readonly suppressed?: (keys: readonly string[]) => Promise<Suppressions>;
}

export interface Recorded {
  readonly tickets: number;
  readonly contacts: number;
  /** Not recorded, since their customer had been erased later than they came. */
  readonly forgotten: number;
  /** Customers of whom anything changed. */
  readonly customers: ReadonlySet<string>;
  readonly alerts: readonly AlertRow[];
}

const TABLES = [
  'identities',
  'customers',
  'tickets',
  'contacts',
  'decisions',
  'ladderPast',
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
  const { source, tickets, complete, suppressed } = recording;
  const completeKeys = complete ? identityKeys(complete, source.id) : [];
  const [completeKey, ...otherKeys] = completeKeys;
  const parties: Party[] = partiesOf(tickets, source.id);
  if (completeKey && complete) parties.push({ keys: [completeKey, ...otherKeys], person: complete });
  const keys = [...new Set(parties.flatMap(({ keys: all }) => all))];
  const leftAlone: Suppressions = (await suppressed?.(keys)) ?? new Map();
  const newIds = await idsForNew(db, parties);

  return db.transaction(
    'rw',
    TABLES.map((name) => db.table(name)),
    async () => {
      const kept = tickets.filter((ticket) => !isForgotten(ticket, source.id, leftAlone));
      const remaining = partiesOf(kept, source.id);
      if (completeKey && complete && (kept.length > 0 || (await db.identities.get(completeKey)))) {
        remaining.push({ keys: [completeKey, ...otherKeys], person: complete });
      }
      const directory = await resolveParties(db, remaining, newIds, circumstances.now);
      objectors(directory, leftAlone);
      const changes = await recordRows(db, source, kept, { directory, circumstances });
      if (completeKey) markComplete(directory, completeKey, source.id, circumstances.now);
      await saveDirectory(db, directory);
      await coverDay(db, source.id, circumstances.now);
      for (const id of directory.merged) changesOf(changes.contacts, id).rebuild = true;
      const skip = new Set([...directory.customers.values()].filter(({ objection }) => objection).map(({ id }) => id));
      const alerts = await foldContacts(db, changes.contacts, { ...circumstances, skip });
      const customers = new Set([...changes.contacts.keys(), ...changes.customers, ...touched(directory)]);
      return {
        tickets: changes.tickets,
        contacts: changes.count,
        forgotten: tickets.length - kept.length,
        customers,
        alerts,
      };
    },
  );
}

/** Came before its customer was erased, or nobody can say when. */
function isForgotten(ticket: ObservedTicket, sourceId: string, leftAlone: Suppressions): boolean {
  if (leftAlone.size === 0) return false;
  return (ticket.requesters ?? []).some((person) =>
    identityKeys(person, sourceId).some((key) => {
      const before = leftAlone.get(key)?.erasedBefore;
      return before !== undefined && (ticket.createdAt === undefined || ticket.createdAt <= before);
    }),
  );
}

function objectors(directory: Directory, leftAlone: Suppressions): void {
  for (const [key, { scoring }] of leftAlone) {
    const row = directory.customers.get(directory.customerOf.get(key) ?? '');
    if (scoring && row && !row.objection) directory.customers.set(row.id, { ...row, objection: true });
  }
}

function markComplete(directory: Directory, key: string, sourceId: string, now: number): void {
  const row = directory.customers.get(directory.customerOf.get(key) ?? '');
  if (row) directory.customers.set(row.id, { ...row, completeThrough: { ...row.completeThrough, [sourceId]: now } });
}

const touched = ({ customers, before }: Directory): string[] =>
  [...customers.values()].filter((row) => before.get(row.id) !== row).map(({ id }) => id);

interface RowChanges {
  tickets: number;
  count: number;
  readonly customers: Set<string>;
  readonly contacts: Map<string, ContactChanges>;
}

async function recordRows(
  db: NoclaimsDatabase,
  source: SourceRow,
  tickets: readonly ObservedTicket[],
  { directory, circumstances }: { directory: Directory; circumstances: Circumstances },
): Promise<RowChanges> {
  const oldTickets = await db.tickets.bulkGet(tickets.map(({ ticketId }) => `${source.id}/${ticketId}`));
  const known = new Map(oldTickets.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const fresh = new Map<string, TicketRow>();
  for (const seen of tickets) {
    const id = `${source.id}/${seen.ticketId}`;
    const merged = mergedTicket(fresh.get(id) ?? known.get(id), seen, source.id);
    fresh.set(id, await claimSent(db, charged(merged, directory), known.has(id)));
  }
  const changed = [...fresh.values()].filter((row) => !sameRow(known.get(row.id), row));
  if (changed.length > 0) await db.tickets.bulkPut(changed);
  const contacts = await recordContacts(db, changed, {
    known,
    source,
    reopenDays: circumstances.reopenDays,
    now: circumstances.now,
  });
  const customers = new Set(changed.flatMap(({ customerId }) => customerId ?? []));
  return { tickets: changed.length, count: contacts.count, customers, contacts: contacts.changes };
}

/** Charged to the opener if among the requesters, else to the first the helpdesk lists (scoring.md §1.1). */
function charged(row: TicketRow, { customerOf }: Directory): TicketRow {
  const opener = row.requesters.find((key) => isOpener(row, key, customerOf));
  const requesters = opener ? [opener, ...row.requesters.filter((key) => key !== opener)] : row.requesters;
  const customerId = requesters.map((key) => customerOf.get(key)).find((id) => id !== undefined) ?? row.customerId;
  return withOpenOf({ ...row, requesters, ...(opener && { opener }), ...(customerId && { customerId }) });
}

/** One person may be known by two keys: the address and the helpdesk's id. */
const isOpener = ({ opener }: TicketRow, key: string, customerOf: Map<string, string>): boolean =>
  typeof opener === 'string' &&
  (opener === key || (customerOf.has(key) && customerOf.get(opener) === customerOf.get(key)));

interface ContactWork {
  readonly known: ReadonlyMap<string, TicketRow>;
  readonly source: SourceRow;
  readonly reopenDays: number;
  readonly now: number;
}

async function recordContacts(
  db: NoclaimsDatabase,
  tickets: readonly TicketRow[],
  { known, source, reopenDays }: ContactWork,
): Promise<{ changes: Map<string, ContactChanges>; count: number }> {
  const counted = (row: TicketRow): readonly Contact[] =>
    row.customerId ? contactsOf(factsOf(row, openedBy(row)), { mapping: source.mapping, reopenDays }) : [];
  const wanted = tickets.flatMap((row) => counted(row).map((contact) => ({ row, contact })));
  const gone = tickets.flatMap((row) => counted(known.get(row.id) ?? row).map(({ id }) => id));
  const ids = [...new Set([...wanted.map(({ contact }) => contact.id), ...gone])];
  const [old, past] = await Promise.all([db.contacts.bulkGet(ids), db.ladderPast.bulkGet(ids)]);
  const oldById = new Map(old.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  const pruned = new Set(past.flatMap((row) => (row ? [row.id] : [])));
  const changes = new Map<string, ContactChanges>();
  const put: ContactRow[] = [];
  for (const { row, contact } of wanted) {
    const before = oldById.get(contact.id);
    oldById.delete(contact.id);
    if (pruned.has(contact.id) || !row.customerId) continue;
    const next = contactRow(contact, row.customerId, row.requesters[0] ?? '', before);
    if (sameRow(before, next)) continue;
    put.push(next);
    if (before) changesOf(changes, before.customerId).rebuild = true;
    const change = changesOf(changes, next.customerId);
    if (before) change.rebuild = true;
    else change.added.push(next);
  }
  for (const stale of oldById.values()) changesOf(changes, stale.customerId).rebuild = true;
  if (oldById.size > 0) await db.contacts.bulkDelete([...oldById.keys()]);
  if (put.length > 0) await db.contacts.bulkPut(put);
  return { changes, count: put.length };
}

/** What a person said of a contact outlives every later reading of it. */
function contactRow(
  contact: Contact,
  customerId: string,
  identity: string,
  before: ContactRow | undefined,
): ContactRow {
  const { cause, causeBy, loss } = before ?? contact;
  return { ...contact, customerId, identity, cause, ...(causeBy && { causeBy }), ...(loss && { loss }) };
}

function openedBy({ opener, requesters }: TicketRow): 'customer' | 'agent' | 'unknown' {
  if (opener === undefined || opener === null) return 'unknown';
  return requesters[0] === opener ? 'customer' : 'agent';
}

export function changesOf(changes: Map<string, ContactChanges>, customerId: string): ContactChanges {
  let change = changes.get(customerId);
  if (!change) changes.set(customerId, (change = { added: [], rebuild: false }));
  return change;
}
