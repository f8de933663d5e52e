import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';

import { eraseCustomer, eraseEverything, objectToScoring } from '@/lib/privacy/erase';
import { suppressedAmong } from '@/lib/privacy/suppression-list';
import { TRACES } from '@/lib/privacy/traces';
import { assessCustomers } from '@/lib/store/assess';
import { DERIVED, KEPT, LOCAL, type NoclaimsDatabase } from '@/lib/store/database';
import { logCall, setCause, snooze } from '@/lib/store/decide';
import { recordTickets } from '@/lib/store/record';
import type { ObservedTicket } from '@/lib/observation';
import { emptyTally } from '@/lib/scoring/tally';

import { ada, at, bob, daysAgo, emptyRecord, everything, NOW, rules, settings, source, ticket } from '../store/desk';

const read = (db: NoclaimsDatabase, tickets: readonly ObservedTicket[], now = NOW) =>
  recordTickets(db, { source, tickets, suppressed: (keys) => suppressedAmong(db, keys) }, { ...at, now });

const idOf = async (db: NoclaimsDatabase, key: string): Promise<string> => {
  const identity = await db.identities.get(key);
  if (!identity) throw new RangeError(`nobody is ${key}`);
  return identity.customerId;
};

const busy = Array.from({ length: 6 }, (_, index) => ticket(`${index}`, { createdAt: daysAgo(3) + index * 7_200_000 }));
const bobs = ticket('90', { requesters: [bob], opener: { userId: '6' } });

/** Ada in every table that could know her, and Bob beside her. */
async function fullRecord(): Promise<{ db: NoclaimsDatabase; id: string }> {
  const db = await emptyRecord();
  const shared = ticket('80', { requesters: [bob, ada], opener: { userId: '6' } });
  await read(db, [...busy, bobs, shared, ticket('81', { status: 'open' })]);
  const id = await idOf(db, 'email:ada@acme.test');
  const said = { click: crypto.randomUUID(), customerId: id, now: NOW };
  await setCause(db, said, { contactId: `${source.id}/0/open`, cause: 'unknown_crash' }, at);
  await logCall(db, { ...said, click: crypto.randomUUID() }, { kind: 'call', at: NOW - 1000 }, at);
  await snooze(db, { ...said, click: crypto.randomUUID() }, NOW + 1000);
  await assessCustomers(db, [id], { now: NOW, rules, settings, occasion: 'contact' });
  await db.ladderPast.put({ id: 'aaaaaaaa/1/open', holder: id, at: 5, cause: 'pending', counted: true });
  await db.contracts.bulkPut([
    { id: 'hers', holder: id, start: '2026-01-01', pauses: [], currency: 'EUR', revenue: [] },
    { id: 'theirs', holder: 'org:domain:acme.test', start: '2026-01-01', pauses: [], currency: 'EUR', revenue: [] },
    { id: 'others', holder: 'org:domain:bolt.test', start: '2026-01-01', pauses: [], currency: 'EUR', revenue: [] },
  ]);
  await db.tallies.put({ ...emptyTally('org:domain:acme.test') });
  await db.sent.put({
    id: 's',
    sourceId: source.id,
    customerId: id,
    requester: 'email:ada@acme.test',
    subject: 'Hi',
    at: NOW,
  });
  await db.quarantine.add({
    sourceId: source.id,
    at: NOW,
    why: 'x',
    text: '{"requesters":[{"email":"Ada@ACME.test"}]}',
  });
  await db.quarantine.add({ sourceId: source.id, at: NOW, why: 'x', text: '{"requesters":[{"userId":"5"}]}' });
  await db.quarantine.add({ sourceId: source.id, at: NOW, why: 'x', text: '{"requesters":[{"userId":"55"}]}' });
  await db.log.add({ at: NOW, what: 'job', detail: `no contact of ${id}` });
  return { db, id };
}

describe('erasing a customer', () => {
  it('has an answer for every table of the schema', async () => {
    const db = await emptyRecord();
    const tables = db.tables.map(({ name }) => name).toSorted();
    expect(Object.keys(TRACES).toSorted()).toEqual(tables);
    expect([...KEPT, ...DERIVED, ...LOCAL].toSorted()).toEqual(tables);
  });

  it('knows every table that says whose a row is', async () => {
    const db = await emptyRecord();
    const telling = db.tables.filter(({ schema }) =>
      [schema.primKey, ...schema.indexes].some(({ keyPath }) =>
        [keyPath ?? '']
          .flat()
          .some((path) => ['customerId', 'subject', 'holder', 'identity', 'requester'].includes(path)),
      ),
    );
    const unwalked = telling.filter(({ name }) => typeof TRACES[name as keyof typeof TRACES] !== 'function');
    expect(unwalked.map(({ name }) => name)).toEqual([]);
  });

  it('had something to take from each table it walks, and leaves nothing of the customer anywhere', async () => {
    const { db, id } = await fullRecord();
    const before = await everything(db);
    const ofAda = (rows: unknown[]): boolean =>
      /ada@acme\.test|Ada Byron|"userId":"5"|:5"/i.test(JSON.stringify(rows)) || JSON.stringify(rows).includes(id);
    const walked = Object.entries(TRACES).flatMap(([name, trace]) => (typeof trace === 'function' ? [name] : []));
    expect(walked.filter((name) => !ofAda(before[name] ?? []))).toEqual(['organisations']);
    expect(before['organisations']).toHaveLength(2);

    const counts = await eraseCustomer(db, id, NOW);

    expect(counts).toEqual({ contacts: 8, tickets: 7, names: 1 });
    const after = await everything(db);
    expect(Object.entries(after).flatMap(([name, rows]) => (ofAda(rows) ? [name] : []))).toEqual([]);
    expect(after['organisations']).toHaveLength(1);
    expect(after['quarantine']).toHaveLength(1);
    expect(after['suppressions']).toHaveLength(2);
  });

  it('leaves others theirs: a shared ticket only forgets who is gone', async () => {
    const { db, id } = await fullRecord();
    const bobId = await idOf(db, 'email:bob@bolt.test');
    const [before, contacts] = [
      await db.tickets.get('aaaaaaaa/80'),
      await db.contacts.where({ customerId: bobId }).toArray(),
    ];
    await eraseCustomer(db, id, NOW);
    expect(await db.tickets.get('aaaaaaaa/80')).toEqual({ ...before, requesters: ['email:bob@bolt.test'] });
    expect(await db.contacts.where({ customerId: bobId }).toArray()).toEqual(contacts);
  });

  it('happens in one transaction whose commit waits for the disk', async () => {
    const { db, id } = await fullRecord();
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await eraseCustomer(db, id, NOW);
    const writing = begun.mock.calls.filter(([, mode]) => mode === 'readwrite');
    begun.mockRestore();
    expect(writing).toHaveLength(1);
    expect(writing[0]?.[2]).toMatchObject({ durability: 'strict' });
  });

  it('keeps the past away when the page or the history is read again, and lets the new in', async () => {
    const { db, id } = await fullRecord();
    await eraseCustomer(db, id, NOW);
    const without = await everything(db);
    const again = await read(db, [...busy, ticket('81', { status: 'open' })], NOW + 1000);
    expect(again).toMatchObject({ contacts: 0, forgotten: 7 });
    expect(await everything(db)).toEqual(without);
    await read(db, [ticket('200', { createdAt: NOW + 2000, updatedAt: NOW + 2000 })], NOW + 3000);
    expect(await db.contacts.where({ customerId: id }).count()).toBe(1);
  });

  it('of somebody whom nobody knows erases nothing', async () => {
    const db = await emptyRecord();
    expect(await eraseCustomer(db, 'nobody', NOW)).toEqual({ contacts: 0, tickets: 0, names: 0 });
    expect(await db.suppressions.count()).toBe(0);
  });

  it('does not remember the number of a switchboard', async () => {
    const db = await emptyRecord();
    await read(db, [ticket('1', { requesters: [{ ...ada, phones: ['+43 1 234567'] }] })]);
    await eraseCustomer(db, await idOf(db, 'email:ada@acme.test'), NOW);
    const left = await suppressedAmong(db, ['email:ada@acme.test', 'user:aaaaaaaa:5', 'phone:+431234567']);
    expect([...left.keys()].toSorted()).toEqual(['email:ada@acme.test', 'user:aaaaaaaa:5']);
  });
});

describe('objecting to scoring', () => {
  it('deletes what was computed, is remembered as a hash, and holds when the customer comes again', async () => {
    const { db, id } = await fullRecord();
    await objectToScoring(db, id, true, { now: NOW, rules });
    expect(await db.standings.get(id)).toBeUndefined();
    expect(await db.tallies.get(id)).toBeUndefined();
    expect(await db.alerts.where({ subject: id }).count()).toBe(0);
    expect((await db.customers.get(id))?.objection).toBe(true);
    expect(JSON.stringify(await db.suppressions.toArray())).not.toContain('ada');

    expect(await eraseCustomer(db, id, NOW)).toMatchObject({ objection: true });
    await read(db, [ticket('200', { createdAt: NOW + 2000 })], NOW + 3000);
    expect((await db.customers.get(id))?.objection).toBe(true);
    expect(await db.tallies.get(id)).toBeUndefined();
  });

  it('taken back, everything is as if it had never been said', async () => {
    const { db, id } = await fullRecord();
    await Promise.all([db.ladderPast.clear(), db.contracts.clear()]);
    const [tally, customer] = [await db.tallies.get(id), await db.customers.get(id)];
    await objectToScoring(db, id, true, { now: NOW, rules });
    await objectToScoring(db, id, false, { now: NOW, rules });
    expect(await db.suppressions.count()).toBe(0);
    expect(await db.customers.get(id)).toEqual(customer);
    expect(await db.tallies.get(id)).toEqual(tally);
  });
});

it('erases everything, and says how much that was', async () => {
  const { db } = await fullRecord();
  const counts = await eraseEverything(db);
  expect(counts).toEqual({ contacts: 10, tickets: 9, names: 2 });
  expect(Object.values(await everything(db)).flat()).toEqual([]);
});
