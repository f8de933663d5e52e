import { describe, expect, it } from 'vitest';

import { assessCustomers } from '@/lib/store/assess';
import { recordCounts } from '@/lib/store/counts';
import { logCall } from '@/lib/store/decide';
import { findCustomers } from '@/lib/store/find';
import { healthOf, missed, understood } from '@/lib/store/health';
import { MOST_QUARANTINED, quarantine, quarantineOf } from '@/lib/store/quarantine';
import { timelineOf } from '@/lib/store/timeline';
import { alertedCustomers, lastAlertAt, suggestedFor } from '@/lib/store/worth';
import {
  ada,
  at,
  bob,
  daysAgo,
  emptyRecord,
  NOW,
  onlyCustomer,
  otherSource,
  record,
  settings,
  source,
  ticket,
} from './desk';

describe('finding a customer', () => {
  const people = [ada, bob, { email: 'jose@acme.test', name: 'José Álvarez' }, { userId: '8', name: 'Adam Smith' }];

  it.each([
    { text: 'ad', names: ['Ada Byron', 'Adam Smith'] },
    { text: 'byr ada', names: ['Ada Byron'] },
    { text: 'ADA@acme', names: ['Ada Byron'] },
    { text: 'jose alv', names: ['José Álvarez'] },
    { text: 'ÁLV', names: ['José Álvarez'] },
    { text: 'acme', names: ['Ada Byron', 'José Álvarez'] },
    { text: 'ada smyth', names: [] },
    { text: '  ', names: [] },
  ])('$text → $names', async ({ text, names }) => {
    const db = await emptyRecord();
    await record(
      db,
      people.map((person, index) => ticket(String(index), { requesters: [person], opener: null })),
    );
    expect((await findCustomers(db, text)).map(({ name }) => name)).toEqual(names);
  });

  it('gives no more than asked for', async () => {
    const db = await emptyRecord();
    await record(
      db,
      people.map((person, index) => ticket(String(index), { requesters: [person], opener: null })),
    );
    expect(await findCustomers(db, 'a', 2)).toHaveLength(2);
  });
});

it('a timeline tells contacts with their tickets, newest first', async () => {
  const db = await emptyRecord();
  await record(db, [ticket('1'), ticket('2', { createdAt: daysAgo(5), subject: 'Later' })]);
  const { id } = await onlyCustomer(db);
  await logCall(db, { click: 'x', customerId: id, now: NOW }, { kind: 'call', at: daysAgo(1) }, at);
  const entries = await timelineOf(db, id);
  expect(entries.map(({ contact, ticket: about }) => [contact.kind, about?.subject])).toEqual([
    ['call', undefined],
    ['message', 'Later'],
    ['message', 'Matter 1'],
  ]);
  expect(await timelineOf(db, id, 1)).toHaveLength(1);
});

it('alerts come with their customers, and the last one is remembered when it has cleared', async () => {
  const db = await emptyRecord();
  await record(
    db,
    [4, 3, 2, 1].map((day) => ticket(String(day), { createdAt: daysAgo(day) })),
  );
  expect(await alertedCustomers(db, 5)).toMatchObject([{ customer: { name: 'Ada Byron' }, alert: { ruleId: 'week' } }]);
  const { id } = await onlyCustomer(db);
  await assessCustomers(db, [id], { ...at, now: daysAgo(-30), settings, occasion: 'time' });
  expect(await alertedCustomers(db, 5)).toEqual([]);
  expect(await lastAlertAt(db)).toBe(daysAgo(1));
});

it('suggestions are the soonest of a kind, no more than asked for', async () => {
  const db = await emptyRecord();
  await record(
    db,
    [0, 1, 2].map((n) => ticket(String(n), { requesters: [{ email: `c${n}@acme.test` }], opener: null })),
  );
  const ids = await db.customers.toCollection().primaryKeys();
  await assessCustomers(db, ids, { ...at, settings, occasion: 'time' });
  const standings = await db.standings.toArray();
  const ranks = [3, 1, 2];
  await db.standings.bulkPut(
    standings.map((row, index) => ({ ...row, suggestion: 'thank' as const, rank: ranks[index] ?? 0 })),
  );
  expect((await suggestedFor(db, 'thank', 2)).map(({ standing }) => standing.rank)).toEqual([1, 2]);
  expect(await suggestedFor(db, 'fell', 2)).toEqual([]);
});

it('looking again writes nothing, and an unknown customer has no standing', async () => {
  const db = await emptyRecord();
  await record(db, [ticket('1')]);
  const { id } = await onlyCustomer(db);
  const [first] = await assessCustomers(db, [id], { ...at, settings, occasion: 'time' });
  const [second, nobody] = await assessCustomers(db, [id, 'nobody'], {
    ...at,
    now: NOW + 1000,
    settings,
    occasion: 'time',
  });
  expect(second).toEqual(first);
  expect(nobody).toBeUndefined();
});

it('assesses many in one go', async () => {
  const db = await emptyRecord();
  await record(
    db,
    Array.from({ length: 400 }, (_, n) =>
      ticket(String(n), { requesters: [{ email: `c${n}@acme.test` }], opener: null }),
    ),
  );
  const ids = await db.customers.toCollection().primaryKeys();
  const standings = await assessCustomers(db, ids, { ...at, settings, occasion: 'nightly' });
  expect(standings.filter((row) => row !== undefined)).toHaveLength(400);
  expect(await db.standings.count()).toBe(400);
});

it('the standing of who objected is told and not kept', async () => {
  const db = await emptyRecord();
  await record(db, [ticket('1')]);
  const { id } = await onlyCustomer(db);
  await assessCustomers(db, [id], { ...at, settings, occasion: 'time' });
  await db.customers.update(id, { objection: true });
  const [standing] = await assessCustomers(db, [id], { ...at, settings, occasion: 'correction' });
  expect(standing).toMatchObject({ level: 'unscored', unscored: 'objection' });
  expect(await db.standings.count()).toBe(0);
});

it('health counts what was missed, by source', async () => {
  const db = await emptyRecord();
  await understood(db, source.id, 'ticket', NOW);
  await Promise.all([missed(db, source.id, 'requester', NOW), missed(db, source.id, 'requester', NOW + 1)]);
  await missed(db, otherSource.id, 'requester', NOW);
  expect(await healthOf(db, source.id)).toEqual([
    { sourceId: source.id, fact: 'requester', misses: 2, lastMissedAt: NOW + 1 },
    { sourceId: source.id, fact: 'ticket', misses: 0, lastSeenAt: NOW },
  ]);
});

it('quarantine keeps the newest of each source, cut to what a person can read', async () => {
  const db = await emptyRecord();
  await quarantine(db, otherSource.id, [{ why: 'other', piece: undefined }], NOW);
  const pieces = Array.from({ length: MOST_QUARANTINED + 5 }, (_, index) => ({
    why: `no ${index}`,
    piece: 'x'.repeat(1e4),
  }));
  await quarantine(db, source.id, pieces.slice(0, 10), NOW);
  await quarantine(db, source.id, pieces.slice(10), NOW + 1);
  const kept = await quarantineOf(db, source.id);
  expect(kept).toHaveLength(MOST_QUARANTINED);
  expect([kept[0]?.why, kept.at(-1)?.why, kept[0]?.text.length]).toEqual(['no 204', 'no 5', 4000]);
  expect(await quarantineOf(db, otherSource.id)).toHaveLength(1);
});

it('counts what is on record', async () => {
  const db = await emptyRecord();
  await record(db, [ticket('1'), ticket('2', { createdAt: daysAgo(3) })]);
  expect(await recordCounts(db)).toEqual({ customers: 1, tickets: 2, contacts: 2, decisions: 0 });
});
