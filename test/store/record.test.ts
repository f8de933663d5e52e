import { describe, expect, it } from 'vitest';

import {
  ada,
  at,
  bob,
  daysAgo,
  emptyRecord,
  everything,
  onlyCustomer,
  otherSource,
  record,
  source,
  ticket,
} from './desk';
import { recordTickets } from '@/lib/store/record';

const contactIds = async (db: Awaited<ReturnType<typeof emptyRecord>>) =>
  (await db.contacts.toArray()).map(({ id }) => id);

describe('reading again', () => {
  const tickets = [
    ticket('1', { entries: [{ entry: 'txn-812', at: daysAgo(4), what: 'reopened', solvedAt: daysAgo(40) }] }),
    ticket('2', { requesters: [bob], opener: { userId: '99' }, status: 'open' }),
  ];

  it('changes not one row', async () => {
    const db = await emptyRecord();
    await record(db, tickets, { complete: { userId: '5' } });
    const before = await everything(db);

    const again = await record(db, tickets, { complete: { userId: '5' } });

    expect(await everything(db)).toEqual(before);
    expect(again).toMatchObject({ tickets: 0, contacts: 0, alerts: [] });
    expect(again.customers.size).toBe(0);
  });

  it('keeps ids of the helpdesk, never running numbers', async () => {
    const db = await emptyRecord();
    await record(db, tickets);
    expect(await contactIds(db)).toEqual(['aaaaaaaa/1/open', 'aaaaaaaa/1/txn-812', 'aaaaaaaa/2/open']);
  });

  it('notes the day on which the source was read, once', async () => {
    const db = await emptyRecord();
    await record(db, tickets);
    await record(db, tickets);
    expect(await db.coverage.toArray()).toEqual([{ sourceId: source.id, day: '2026-11-25' }]);
  });
});

describe('versions', () => {
  it.each([
    { reading: 'newer', seen: { updatedAt: daysAgo(1), minutes: 30 }, minutes: 30 },
    { reading: 'older', seen: { updatedAt: daysAgo(20), minutes: 30 }, minutes: 10 },
    { reading: 'of the same version', seen: { updatedAt: daysAgo(9), minutes: 30 }, minutes: 10 },
    { reading: 'without a version', seen: { minutes: 30 }, minutes: 10 },
    { reading: 'newer that did not read it', seen: { updatedAt: daysAgo(1) }, minutes: 10 },
  ])('$reading → $minutes minutes', async ({ seen, minutes }) => {
    const db = await emptyRecord();
    await record(db, [ticket('1', { minutes: 10 })]);
    await record(db, [{ ticketId: '1', ...seen }]);
    expect(await db.tickets.get('aaaaaaaa/1')).toMatchObject({ minutes });
    expect(await db.contacts.get('aaaaaaaa/1/open')).toMatchObject({ minutes });
  });

  it('fills a hole from any reading', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')]);
    await record(db, [{ ticketId: '1', minutes: 30, hints: { queue: 'General' } }]);
    expect(await db.tickets.get('aaaaaaaa/1')).toMatchObject({ minutes: 30, hints: { queue: 'General' } });
  });

  it('tells read and empty from not read', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1', { solvedAt: daysAgo(9) })]);
    await record(db, [{ ticketId: '1', updatedAt: daysAgo(2), solvedAt: null }]);
    expect(await db.tickets.get('aaaaaaaa/1')).toMatchObject({ solvedAt: null, subject: 'Matter 1' });
  });

  it('loses the customer of a ticket whose requesters were taken off', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')]);
    await record(db, [ticket('1', { updatedAt: daysAgo(1), requesters: [] })]);
    expect(await contactIds(db)).toEqual([]);
  });

  it('counts nothing of which nobody knows the time, and keeps it', async () => {
    const db = await emptyRecord();
    const { createdAt: _, ...undated } = ticket('1');
    await record(db, [undated]);
    expect([await db.tickets.count(), await db.contacts.count()]).toEqual([1, 0]);
    await record(db, [{ ticketId: '1', createdAt: daysAgo(3) }]);
    expect(await db.contacts.count()).toBe(1);
  });
});

describe('whose contact', () => {
  const charged = async (requesters: (typeof ada)[], opener: { userId: string } | null | undefined) => {
    const db = await emptyRecord();
    const { opener: _, ...rest } = ticket('1', { requesters });
    await record(db, [{ ...rest, ...(opener !== undefined && { opener }) }]);
    const [contact] = await db.contacts.toArray();
    const customer = await db.customers.get(contact?.customerId ?? '');
    return { name: customer?.name, kind: contact?.kind, assumed: contact?.assumed };
  };

  it.each([
    {
      who: 'the opener, though listed second',
      requesters: [ada, bob],
      opener: { userId: '6' },
      name: 'Bob Boole',
      kind: 'message',
    },
    {
      who: 'the first listed, opened by an agent: taken for a call',
      requesters: [ada, bob],
      opener: { userId: '99' },
      name: 'Ada Byron',
      kind: 'call',
      assumed: true,
    },
    {
      who: 'the first listed, where nobody says who opened it',
      requesters: [bob, ada],
      opener: undefined,
      name: 'Bob Boole',
      kind: 'message',
    },
  ])('$who', async ({ requesters, opener, name, kind, assumed }) => {
    expect(await charged(requesters, opener)).toEqual({ name, kind, assumed });
  });

  it('knows the opener by another key, even when that is learnt later', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1', { requesters: [{ email: 'ada@acme.test' }] })]);
    expect(await db.contacts.get('aaaaaaaa/1/open')).toMatchObject({ kind: 'call' });
    await record(db, [ticket('2')]);
    expect(await db.contacts.get('aaaaaaaa/1/open')).toMatchObject({ kind: 'message' });
  });

  it('moves with the requester, cause and all', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')]);
    await record(db, [ticket('1', { updatedAt: daysAgo(1), requesters: [bob], opener: null })]);
    const contact = await db.contacts.get('aaaaaaaa/1/open');
    expect(await db.customers.get(contact?.customerId ?? '')).toMatchObject({ name: 'Bob Boole' });
    const tallies = await db.tallies.toArray();
    expect(tallies.map(({ counted }) => counted).toSorted()).toEqual([0, 1]);
  });

  it('is nobody’s where nobody can be told', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1', { requesters: [{ name: 'Somebody' }] }), ticket('2', { requesters: [] })]);
    expect([await db.customers.count(), await db.contacts.count(), await db.tickets.count()]).toEqual([0, 0, 2]);
  });
});

describe('killed', () => {
  it('in the middle, leaves nothing behind', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')]);
    const before = await everything(db);
    db.tallies.hook('updating', () => {
      throw new Error('killed');
    });
    await expect(
      record(db, [ticket('2', { createdAt: daysAgo(2) }), ticket('3', { requesters: [bob] })]),
    ).rejects.toThrow('killed');
    expect(await everything(db)).toEqual(before);
  });
});

describe('sources', () => {
  it('two of one host stay two, and know one customer by the address', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')]);
    await record(db, [ticket('1', { requesters: [{ ...ada, userId: '77' }], opener: null })], { from: otherSource });
    expect(await contactIds(db)).toEqual(['aaaaaaaa/1/open', 'bbbbbbbb/1/open']);
    await onlyCustomer(db);
    expect((await db.identities.toArray()).map(({ key }) => key)).toEqual([
      'email:ada@acme.test',
      'user:aaaaaaaa:5',
      'user:bbbbbbbb:77',
    ]);
  });

  it('the same user id in two of them is two people', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1', { requesters: [{ userId: '5' }] })]);
    await record(db, [ticket('1', { requesters: [{ userId: '5' }] })], { from: otherSource });
    expect(await db.customers.count()).toBe(2);
  });
});

describe('a history read to its end', () => {
  it('is remembered by source, and never goes back', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')], { complete: { userId: '5' } });
    await record(db, [], { complete: { email: 'ADA@acme.test' }, now: daysAgo(1) });
    expect(await onlyCustomer(db)).toMatchObject({ completeThrough: { aaaaaaaa: at.now } });
  });

  it('makes no customer of somebody without tickets', async () => {
    const db = await emptyRecord();
    await record(db, [], { complete: { userId: '5' } });
    expect(await db.customers.count()).toBe(0);
  });
});

it('asks again who is left alone when somebody is erased meanwhile', async () => {
  const db = await emptyRecord();
  await db.suppressions.put({ id: 'x', hash: 'x', scope: 'mail', at: 0 });
  let asked = 0;
  const suppressed = async () => {
    asked += 1;
    if (asked > 1) return new Map([['email:ada@acme.test', { erasedBefore: at.now }]]);
    await db.suppressions.put({ id: 'y', hash: 'y', scope: `before:${at.now}`, at: at.now });
    return new Map();
  };
  await recordTickets(db, { source, tickets: [ticket('1')], suppressed }, at);
  expect([asked, await db.customers.count(), await db.tickets.count()]).toEqual([2, 0, 0]);
});
