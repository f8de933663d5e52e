import 'fake-indexeddb/auto';
import type { ObservedPerson, ObservedTicket, PersonRef } from '@/lib/observation';
import { tallyRules } from '@/lib/settings/rules';
import { withDefaults } from '@/lib/settings/schema';
import { NoclaimsDatabase } from '@/lib/store/database';
import { recordTickets, type Recorded, type Suppressions } from '@/lib/store/record';
import type { SourceRow } from '@/lib/store/rows';

export const DAY = 86_400_000;
export const NOW = Date.parse('2026-11-25T12:00:00Z');
export const settings = withDefaults([]);
export const rules = tallyRules({ ...settings, zone: 'UTC' }, 'UTC');
export const at = { now: NOW, rules, reopenDays: 14 };
export const daysAgo = (days: number): number => NOW - days * DAY;

export const source: SourceRow = {
  id: 'aaaaaaaa',
  adapterId: 'rt',
  origin: 'https://desk.acme.test',
  basePath: '/rt',
  name: 'Desk',
  mapping: [],
  createdAt: 0,
};
/** A second one on the same host. */
export const otherSource: SourceRow = { ...source, id: 'bbbbbbbb', basePath: '/rt2', name: 'Other desk' };

let databases = 0;
export async function emptyRecord(): Promise<NoclaimsDatabase> {
  const db = new NoclaimsDatabase(`record-${++databases}`);
  await db.sources.bulkPut([source, otherSource]);
  return db;
}

export const ada: ObservedPerson = { email: 'ada@acme.test', userId: '5', name: 'Ada Byron' };
export const bob: ObservedPerson = { email: 'bob@bolt.test', userId: '6', name: 'Bob Boole' };

/** A ticket by Ada, ten days ago, unless told otherwise. */
export const ticket = (ticketId: string, more: Partial<ObservedTicket> = {}): ObservedTicket => ({
  ticketId,
  subject: `Matter ${ticketId}`,
  status: 'solved',
  createdAt: daysAgo(10),
  updatedAt: daysAgo(9),
  requesters: [ada],
  opener: { userId: '5' },
  ...more,
});

interface More {
  readonly from?: SourceRow;
  readonly now?: number;
  readonly complete?: PersonRef;
  readonly suppressed?: Suppressions;
}

export const record = (db: NoclaimsDatabase, tickets: readonly ObservedTicket[], more: More = {}): Promise<Recorded> =>
  recordTickets(
    db,
    {
      source: more.from ?? source,
      tickets,
      ...(more.complete && { complete: more.complete }),
      suppressed: () => Promise.resolve(more.suppressed ?? new Map()),
    },
    { ...at, now: more.now ?? NOW },
  );

/** Every row of every table. */
export async function everything(db: NoclaimsDatabase): Promise<Record<string, unknown[]>> {
  const tables = await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const));
  return Object.fromEntries(tables);
}

export async function onlyCustomer(db: NoclaimsDatabase) {
  const [customer, another] = await db.customers.toArray();
  if (!customer || another) throw new RangeError(`${await db.customers.count()} customers`);
  return customer;
}
