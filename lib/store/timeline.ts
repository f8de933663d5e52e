import type { NoclaimsDatabase } from './database';
import { ticketIdOf } from './ids';
import type { ContactRow, TicketRow } from './rows';

export interface TimelineEntry {
  readonly contact: ContactRow;
  /** The ticket it came by; a call logged by hand has none. */
  readonly ticket?: TicketRow;
}

/** A customer's contacts with their tickets, newest first. */
export async function timelineOf(db: NoclaimsDatabase, customerId: string, limit = 100): Promise<TimelineEntry[]> {
  const contacts = await db.contacts
    .where('[customerId+at]')
    .between([customerId], [customerId, []])
    // oxlint-disable-next-line unicorn/no-array-reverse -- a collection of the database, not an array
    .reverse()
    .limit(limit)
    .toArray();
  const tickets = await db.tickets.bulkGet(contacts.map(({ id }) => ticketIdOf(id)));
  return contacts.map((contact, index) => {
    const ticket = tickets[index];
    return { contact, ...(ticket && { ticket }) };
  });
}
