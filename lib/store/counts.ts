import type { NoclaimsDatabase } from './database';

export interface RecordCounts {
  readonly customers: number;
  readonly tickets: number;
  readonly contacts: number;
  readonly decisions: number;
}

/** How much is on record. */
export async function recordCounts(db: NoclaimsDatabase): Promise<RecordCounts> {
  const [customers, tickets, contacts, decisions] = await Promise.all([
    db.customers.count(),
    db.tickets.count(),
    db.contacts.count(),
    db.decisions.count(),
  ]);
  return { customers, tickets, contacts, decisions };
}
