import type { ObservedTicket } from '@/lib/observation';
import { tallyRules } from '@/lib/settings/rules';
import { withDefaults } from '@/lib/settings/schema';
import { NoclaimsDatabase } from '@/lib/store/database';
import { recordTickets } from '@/lib/store/record';
import type { SourceRow } from '@/lib/store/rows';

/** Runs inside the browser: the page that `bench-store.ts` opens calls these. */

const NOW = Date.parse('2026-11-25T12:00:00Z');
const HOUR = 3_600_000;

interface Load {
  readonly tickets: number;
  readonly customers: number;
  readonly batch: number;
}

type Written = readonly { readonly table: string; readonly rows: readonly unknown[] }[];

const source: SourceRow = {
  id: 'benchaaa',
  adapterId: 'rt',
  origin: 'http://127.0.0.1',
  basePath: '',
  name: 'Bench',
  mapping: [],
  createdAt: 0,
};

/** Every customer comes again and again, as in a history of several years. */
function ticketsOf({ tickets, customers }: Load): ObservedTicket[] {
  return Array.from({ length: tickets }, (_, index) => {
    const who = index % customers;
    const createdAt = NOW - (tickets - index) * HOUR;
    const person = {
      userId: `u${who}`,
      email: `person${who}@company${who % 700}.example`,
      name: `First${who} Last${who}`,
    };
    return {
      ticketId: String(index),
      subject: `Printer ${index} does not print`,
      status: 'solved',
      createdAt,
      updatedAt: createdAt + 2 * HOUR,
      solvedAt: createdAt + HOUR,
      minutes: index % 40,
      requesters: [person],
      opener: { userId: person.userId },
      hints: { queue: 'General', fields: { Channel: 'E-mail' } },
    };
  });
}

function batchesOf<Row>(rows: readonly Row[], size: number): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    rows.slice(index * size, (index + 1) * size),
  );
}

async function freshDatabase(name: string): Promise<NoclaimsDatabase> {
  const db = new NoclaimsDatabase(name);
  await db.delete();
  await db.open();
  await db.sources.put(source);
  return db;
}

const circumstances = { now: NOW, rules: tallyRules(withDefaults([]), 'UTC'), reopenDays: 14 };

/** Records the load; milliseconds of each batch. */
async function ours(load: Load): Promise<number[]> {
  const db = await freshDatabase('bench-ours');
  const times: number[] = [];
  for (const tickets of batchesOf(ticketsOf(load), load.batch)) {
    const start = performance.now();
    await recordTickets(db, { source, tickets }, circumstances);
    times.push(performance.now() - start);
  }
  await db.delete();
  return times;
}

/** What recording the load writes, batch by batch, seen below everything that is ours. */
async function written(load: Load): Promise<Written[]> {
  const db = await freshDatabase('bench-seen');
  let batch: { table: string; rows: unknown[] }[] = [];
  db.use({
    stack: 'dbcore',
    name: 'seen',
    create: (core) => ({
      ...core,
      table: (name) => {
        const table = core.table(name);
        return {
          ...table,
          mutate: (request) => {
            if (request.type === 'put' || request.type === 'add')
              batch.push({ table: name, rows: [...request.values] });
            return table.mutate(request);
          },
        };
      },
    }),
  });
  db.close();
  await db.open();
  const batches: Written[] = [];
  for (const tickets of batchesOf(ticketsOf(load), load.batch)) {
    batch = [];
    await recordTickets(db, { source, tickets }, circumstances);
    batches.push(batch);
  }
  await db.delete();
  return batches;
}

let rows: Written[] = [];

/** Records the load once to learn its rows; how many of each table. */
async function prepare(load: Load): Promise<Record<string, number>> {
  rows = await written(load);
  const sums: Record<string, number> = {};
  for (const { table, rows: values } of rows.flat()) sums[table] = (sums[table] ?? 0) + values.length;
  return sums;
}

/** The same rows put into the same stores and indexes, one transaction a batch; milliseconds of each. */
async function bare(): Promise<number[]> {
  const db = await freshDatabase('bench-bare');
  const native = db.backendDB();
  const times: number[] = [];
  for (const batch of rows) {
    const start = performance.now();
    await putAll(native, batch);
    times.push(performance.now() - start);
  }
  await db.delete();
  return times;
}

function putAll(db: IDBDatabase, batch: Written): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = db.transaction([...new Set(batch.map(({ table }) => table))], 'readwrite', {
      durability: 'default',
    });
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error));
    for (const { table, rows: values } of batch) {
      const store = transaction.objectStore(table);
      for (const value of values) store.put(value);
    }
  });
}

Object.assign(globalThis, { bench: { prepare, ours, bare } });
