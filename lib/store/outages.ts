import { fallsInto, type Outage } from '@/lib/scoring/outage';
import { inOrder } from '@/lib/scoring/tally';
import { whyNot } from '@/lib/scoring/verdict';

import { changesOf, type ContactChanges } from './contact-changes';
import type { NoclaimsDatabase } from './database';
import { ticketIdOf } from './ids';
import { existing } from './many';
import type { AlertRow, ContactRow, TicketRow } from './rows';
import { ruledAgain, rulingOf, struckOf } from './ruling';
import { FOLD_TABLES, foldContacts, type FoldCircumstances } from './tallies';
import { sameRow } from './tickets';

/** A time whose contacts are to be looked at again, `to` not in it; open where it is missing. */
export interface Stretch {
  readonly from: number;
  readonly to?: number;
}

/** Keeps an outage; returns the time in which contacts may now count otherwise. */
export function putOutage(db: NoclaimsDatabase, outage: Outage): Promise<Stretch> {
  return db.transaction('rw', db.outages, async () => {
    const before = await db.outages.get(outage.id);
    await db.outages.put(outage);
    return before ? united(before, outage) : stretchOf(outage);
  });
}

/** Takes an outage back; undefined where there is none. */
export function removeOutage(db: NoclaimsDatabase, id: string): Promise<Stretch | undefined> {
  return db.transaction('rw', db.outages, async () => {
    const before = await db.outages.get(id);
    await db.outages.delete(id);
    return before && stretchOf(before);
  });
}

const stretchOf = ({ from, to }: Stretch): Stretch => ({ from, ...(to !== undefined && { to }) });

const united = (a: Stretch, b: Stretch): Stretch => ({
  from: Math.min(a.from, b.from),
  ...(a.to !== undefined && b.to !== undefined && { to: Math.max(a.to, b.to) }),
});

/** Where a recount goes on: behind this contact. */
export type After = Pick<ContactRow, 'at' | 'id'>;

export interface Recounted {
  /** Undefined when this was the last slice. */
  readonly after?: After;
  /** Customers of whom a contact changed. */
  readonly customers: ReadonlySet<string>;
  readonly alerts: readonly AlertRow[];
}

/**
 * Lays outages and rules anew over the contacts of a stretch of time, calls logged by hand among them, oldest first. One slice
 * of a job; doing it twice changes nothing.
 */
export function recount(
  db: NoclaimsDatabase,
  stretch: Stretch & { readonly after?: After },
  limit: number,
  circumstances: FoldCircumstances,
): Promise<Recounted> {
  return db.transaction('rw', [...FOLD_TABLES, 'tickets', 'outages'], async () => {
    const { after } = stretch;
    const rows = await contactsIn(db, { ...stretch, from: after?.at ?? stretch.from })
      .filter((row) => !after || inOrder(after, row) < 0)
      .limit(limit)
      .toArray();
    const ruling = await rulingOf(db, circumstances);
    const tickets = await ticketsOf(db, rows);
    const changed: ContactRow[] = [];
    const changes = new Map<string, ContactChanges>();
    for (const row of rows) {
      const next = ruledAgain(row, tickets.get(ticketIdOf(row.id)), ruling);
      if (sameRow(row, next)) continue;
      changed.push(next);
      changesOf(changes, row.customerId).rebuild = true;
    }
    if (changed.length > 0) await db.contacts.bulkPut(changed);
    const alerts = await foldContacts(db, changes, circumstances);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return { customers: new Set(changes.keys()), alerts, ...(last && { after: { at: last.at, id: last.id } }) };
  });
}

/** What an outage would take out, or takes out. */
export interface Takes {
  /** Contacts that would count without it. */
  readonly contacts: number;
  /** Whose they are, most first. */
  readonly customers: readonly { readonly customerId: string; readonly contacts: number }[];
  /** The latest of them. */
  readonly examples: readonly { readonly contact: ContactRow; readonly ticket?: TicketRow }[];
}

/** So many contacts are looked at together. */
const PAGE = 2000;
const EXAMPLES = 10;

/** Nothing is written; what another outage takes out already is not in it. */
export async function outageTakes(db: NoclaimsDatabase, outage: Outage): Promise<Takes> {
  const byCustomer = new Map<string, number>();
  const latest: { contact: ContactRow; ticket?: TicketRow }[] = [];
  for (let after: After | undefined, more = true; more;) {
    const behind = after;
    const rows = await contactsIn(db, { ...outage, from: behind?.at ?? outage.from })
      .filter((row) => !behind || inOrder(behind, row) < 0)
      .limit(PAGE)
      .toArray();
    const tickets = await ticketsOf(db, rows);
    for (const contact of rows) {
      const ticket = tickets.get(ticketIdOf(contact.id));
      if (!wouldCount(contact, outage) || !fallsInto(outage, struckOf(contact, ticket))) continue;
      byCustomer.set(contact.customerId, (byCustomer.get(contact.customerId) ?? 0) + 1);
      latest.push({ contact, ...(ticket && { ticket }) });
      if (latest.length > EXAMPLES) latest.shift();
    }
    after = rows.at(-1);
    more = rows.length === PAGE;
  }
  const customers = [...byCustomer].map(([customerId, contacts]) => ({ customerId, contacts }));
  return {
    contacts: customers.reduce((sum, { contacts }) => sum + contacts, 0),
    customers: customers.toSorted((a, b) => b.contacts - a.contacts || (a.customerId < b.customerId ? -1 : 1)),
    examples: latest.toReversed(),
  };
}

/** Without this outage; that a cause stems from an outage says nothing. */
function wouldCount(contact: ContactRow, { id }: Outage): boolean {
  const { outageId, cause, causeBy, ...rest } = contact;
  if (outageId !== undefined && outageId !== id) return false;
  return whyNot({ ...rest, cause: causeBy === 'rule' && outageId === id ? 'pending' : cause }, []) === undefined;
}

const contactsIn = (db: NoclaimsDatabase, { from, to = Infinity }: Stretch) =>
  db.contacts.where('at').between(from, to, true, false);

async function ticketsOf(db: NoclaimsDatabase, contacts: readonly ContactRow[]): Promise<Map<string, TicketRow>> {
  const rows = await existing(
    db.tickets,
    contacts.map(({ id }) => ticketIdOf(id)),
  );
  return new Map(rows.map((row) => [row.id, row]));
}
