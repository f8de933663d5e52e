import { expect, it } from 'vitest';

import { rederive } from '@/lib/store/rederive';
import { setCause } from '@/lib/store/decide';
import { at, daysAgo, emptyRecord, everything, NOW, onlyCustomer, otherSource, record, source, ticket } from './desk';

const calls = { ...source, mapping: [{ hint: 'field', field: 'Channel', value: 'phone', kind: 'call' } as const] };

async function seven() {
  const db = await emptyRecord();
  const tickets = Array.from({ length: 7 }, (_, index) =>
    ticket(String(index), {
      createdAt: daysAgo(10 + index),
      hints: { fields: { Channel: index < 3 ? 'Phone' : 'E-mail' } },
    }),
  );
  await record(db, tickets);
  await record(db, [ticket('1', { hints: { fields: { Channel: 'Phone' } } })], { from: otherSource });
  return db;
}

async function inSlices(db: Awaited<ReturnType<typeof seven>>, reopenDays = at.reopenDays) {
  const touched = new Set<string>();
  let after: string | undefined;
  do {
    const slice = await rederive(db, calls, { limit: 3, ...(after !== undefined && { after }) }, { ...at, reopenDays });
    for (const id of slice.customers) touched.add(id);
    after = slice.cursor;
  } while (after !== undefined);
  return touched;
}

it('a changed mapping makes other kinds of what was kept, in this source alone', async () => {
  const db = await seven();
  const { id } = await onlyCustomer(db);
  expect(await inSlices(db)).toEqual(new Set([id]));
  const kinds = (await db.contacts.toArray()).map((row) => `${row.id.slice(0, 1)} ${row.kind}`);
  expect(kinds).toEqual([
    ...Array.from({ length: 3 }, () => 'a call'),
    ...Array.from({ length: 4 }, () => 'a message'),
    'b message',
  ]);
});

it('deriving again changes nothing, and keeps what a person said', async () => {
  const db = await seven();
  const { id } = await onlyCustomer(db);
  await setCause(db, { click: 'c', customerId: id, now: NOW }, { contactId: 'aaaaaaaa/1/open', cause: 'request' }, at);
  await inSlices(db);
  expect(await db.contacts.get('aaaaaaaa/1/open')).toMatchObject({ kind: 'call', cause: 'request', causeBy: 'person' });
  const before = await everything(db);
  expect(await inSlices(db)).toEqual(new Set());
  expect(await everything(db)).toEqual(before);
});

it('another time for reopenings counts them anew', async () => {
  const db = await emptyRecord();
  const entries = [{ entry: 'txn-1', at: daysAgo(40), what: 'reopened' as const, solvedAt: daysAgo(60) }];
  await record(db, [ticket('1', { createdAt: daysAgo(90), entries })]);
  expect(await db.tallies.toArray()).toMatchObject([{ counted: 2 }]);
  await inSlices(db, 30);
  expect(await db.tallies.toArray()).toMatchObject([{ counted: 1 }]);
});
