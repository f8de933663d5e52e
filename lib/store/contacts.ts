import { contactsOf } from '@/lib/scoring/counting';
import type { Contact } from '@/lib/scoring/contact';

import { changesOf, type ContactChanges } from './contact-changes';
import type { NoclaimsDatabase } from './database';
import { existing } from './many';
import type { ContactRow, DecisionRow, SourceRow, TicketRow } from './rows';
import { ruled, type Ruling, type Said } from './ruling';

import { factsOf, sameRow } from './tickets';

export interface Deriving {
  readonly source: SourceRow;
  readonly reopenDays: number;
  /** Absent: causes and outages stay as they are. */
  readonly ruling?: Ruling;
}

/** A contact, and the ticket it comes of. */
export interface Derived {
  readonly row: TicketRow;
  readonly contact: Contact;
}

/** What tickets count as, whoever is charged; none while nobody is. */
export const contactsOfTickets = (rows: readonly TicketRow[], { source, reopenDays }: Deriving): Derived[] =>
  rows.flatMap((row) =>
    row.customerId
      ? contactsOf(factsOf(row), { mapping: source.mapping, reopenDays }).map((contact) => ({ row, contact }))
      : [],
  );

/** What has to be written, and what it means for each customer. */
export interface ContactWrites {
  readonly put: readonly ContactRow[];
  readonly gone: readonly string[];
  readonly changes: Map<string, ContactChanges>;
}

/** What is remembered of contacts that are not there. */
export interface Remembered {
  /** Folded away by retention. */
  readonly pruned: ReadonlySet<string>;
  readonly said: ReadonlyMap<string, Said>;
}

export async function rememberedOf(db: NoclaimsDatabase, ids: readonly string[]): Promise<Remembered> {
  return { pruned: await prunedAmong(db, ids), said: await saidOf(db, ids) };
}

/**
 * Makes the contacts what their tickets say now: new ones come, changed ones change, others of `old` go. What was folded
 * away once does not come back, and what a person said of a contact outlives every reading.
 */
export function contactWrites(
  wanted: readonly Derived[],
  old: readonly ContactRow[],
  { pruned, said, ruling }: Remembered & Pick<Deriving, 'ruling'>,
): ContactWrites {
  const stale = new Map(old.map((row) => [row.id, row]));
  const changes = new Map<string, ContactChanges>();
  const put: ContactRow[] = [];
  for (const { row, contact } of wanted) {
    const before = stale.get(contact.id);
    stale.delete(contact.id);
    if (pruned.has(contact.id)) continue;
    const next = contactRow(contact, row, before ?? said.get(contact.id), ruling);
    if (sameRow(before, next)) continue;
    put.push(next);
    if (before) changesOf(changes, before.customerId).rebuild = true;
    const change = changesOf(changes, next.customerId);
    if (before) change.rebuild = true;
    else change.added.push(next);
  }
  for (const { customerId } of stale.values()) changesOf(changes, customerId).rebuild = true;
  return { put, gone: [...stale.keys()], changes };
}

export async function saveContacts(db: NoclaimsDatabase, { put, gone }: ContactWrites): Promise<void> {
  if (gone.length > 0) await db.contacts.bulkDelete([...gone]);
  if (put.length > 0) await db.contacts.bulkPut([...put]);
}

/** All of it for tickets that are on record already; returns what it means for each customer, whose tallies are the caller's. */
export async function deriveContacts(
  db: NoclaimsDatabase,
  rows: readonly TicketRow[],
  old: readonly ContactRow[],
  deriving: Deriving,
): Promise<Map<string, ContactChanges>> {
  const derived = contactsOfTickets(rows, deriving);
  const there = new Set(old.map(({ id }) => id));
  const missing = derived.map(({ contact }) => contact.id).filter((id) => !there.has(id));
  const { ruling } = deriving;
  const remembered = await rememberedOf(db, missing);
  const writes = contactWrites(derived, old, { ...remembered, ...(ruling && { ruling }) });
  await saveContacts(db, writes);
  return writes.changes;
}

function contactRow(
  contact: Contact,
  ticket: TicketRow,
  before: (Said & Pick<ContactRow, 'outageId'>) | undefined,
  ruling: Ruling | undefined,
): ContactRow {
  const { customerId = '', requesters = [] } = ticket;
  const { cause, causeBy, loss, outageId } = ruling
    ? ruled(contact, ticket, before, ruling)
    : { ...contact, ...before };
  const { outageId: _, ...rest } = contact;
  return {
    ...rest,
    customerId,
    identity: requesters[0] ?? '',
    cause,
    ...(causeBy && { causeBy }),
    ...(loss && { loss }),
    ...(outageId && { outageId }),
  };
}

async function prunedAmong(db: NoclaimsDatabase, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0 || !(await db.ladderPast.limit(1).count())) return new Set();
  return new Set((await existing(db.ladderPast, ids)).map(({ id }) => id));
}

/** A contact that went and comes again (a spam mark taken back) finds what was said of it. */
export async function saidOf(db: NoclaimsDatabase, ids: readonly string[]): Promise<Map<string, Said>> {
  const said = new Map<string, Said>();
  if (ids.length === 0 || !(await db.decisions.limit(1).count())) return said;
  const decisions = await db.decisions.where('subject').anyOf(ids).toArray();
  for (const { subject, kind, value, by } of decisions.toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const known = said.get(subject) ?? { cause: 'pending' as const };
    if (kind === 'cause') said.set(subject, { cause: value as ContactRow['cause'], causeBy: by });
    else if (kind === 'confirm-loss') said.set(subject, { ...known, ...confirmedCause(value), loss: 'confirmed' });
    else if (kind === 'refuse-loss') said.set(subject, { ...known, loss: 'refused' });
  }
  return said;
}

/** A fall that a rule had proposed is confirmed with its cause. */
const confirmedCause = (value: DecisionRow['value']): Partial<Said> =>
  typeof value === 'string' ? { cause: value as ContactRow['cause'], causeBy: 'rule' } : {};
