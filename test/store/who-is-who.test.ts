import { describe, expect, it } from 'vitest';

import type { ObservedPerson } from '@/lib/observation';
import { customerBy, customersOfRows } from '@/lib/store/ask';
import { exempt, setCause } from '@/lib/store/decide';
import { ada, at, bob, daysAgo, emptyRecord, NOW, onlyCustomer, record, source, ticket } from './desk';

const by = (ticketId: string, person: ObservedPerson) =>
  ticket(ticketId, { requesters: [person], opener: null, createdAt: daysAgo(10 + Number(ticketId)) });

async function after(...people: ObservedPerson[]) {
  const db = await emptyRecord();
  for (const [index, person] of people.entries()) await record(db, [by(String(index), person)]);
  return db;
}

describe('one customer or two', () => {
  const phones = ['+43 1 5877 1234'];
  it.each([
    {
      case: 'the same address, spelt otherwise',
      people: [{ email: 'Ada@Acme.test' }, { email: ' ada@acme.test ' }],
      customers: 1,
    },
    { case: 'two addresses', people: [{ email: 'ada@acme.test' }, { email: 'bob@acme.test' }], customers: 2 },
    { case: 'an id, then its address', people: [{ userId: '5' }, ada], customers: 1 },
    { case: 'an address, the id, then both', people: [{ email: 'ada@acme.test' }, { userId: '5' }, ada], customers: 1 },
    {
      case: 'two known addresses under one id',
      people: [ada, bob, { email: 'bob@bolt.test', userId: '5' }],
      customers: 2,
    },
    { case: 'a number, then somebody with it', people: [{ phones }, { email: 'ada@acme.test', phones }], customers: 1 },
    {
      case: 'somebody with a number, then the number',
      people: [{ email: 'ada@acme.test', phones }, { phones }],
      customers: 1,
    },
    {
      case: 'two colleagues behind a switchboard',
      people: [
        { ...ada, phones },
        { ...bob, phones },
      ],
      customers: 2,
    },
    {
      case: 'a switchboard alone is neither of them',
      people: [{ ...ada, phones }, { ...bob, phones }, { phones }],
      customers: 3,
    },
    { case: 'a number without its country says nothing', people: [{ phones: ['5877 1234'] }], customers: 0 },
  ])('$case → $customers', async ({ people, customers }) => {
    const db = await after(...people);
    expect(await db.customers.count()).toBe(customers);
  });
});

describe('two who turn out to be one', () => {
  async function merged() {
    const db = await emptyRecord();
    await record(db, [by('1', { userId: '5' })], { now: daysAgo(3), complete: { userId: '5' } });
    const older = await onlyCustomer(db);
    await record(db, [by('2', { email: 'ada@acme.test', name: 'Ada Byron' })], { now: daysAgo(2) });
    const younger = await db.customers.where('id').notEqual(older.id).first();
    if (!younger) throw new RangeError('no second customer');
    await setCause(
      db,
      { click: 'c1', customerId: younger.id, now: NOW },
      { contactId: 'aaaaaaaa/2/open', cause: 'user_error' },
      at,
    );
    await exempt(db, { click: 'c2', customerId: younger.id, now: NOW }, true);
    const recorded = await record(db, [by('3', ada)]);
    return { db, older, younger, recorded };
  }

  it('are the older from then on, with everything of both', async () => {
    const { db, older } = await merged();
    const customer = await onlyCustomer(db);
    expect(customer).toMatchObject({ id: older.id, name: 'Ada Byron', email: 'ada@acme.test', exempt: true });
    expect(new Set((await db.contacts.toArray()).map(({ customerId }) => customerId))).toEqual(new Set([older.id]));
    expect(await db.contacts.get('aaaaaaaa/2/open')).toMatchObject({ cause: 'user_error', causeBy: 'person' });
    expect((await db.decisions.toArray()).map(({ subject }) => subject)).toEqual([
      'aaaaaaaa/2/open',
      `customer:${older.id}`,
    ]);
    expect(await db.tallies.toArray()).toMatchObject([{ subject: older.id, counted: 3 }]);
  });

  it('keep the identity each contact came by', async () => {
    const { db } = await merged();
    expect((await db.contacts.toArray()).map(({ identity }) => identity)).toEqual([
      'user:aaaaaaaa:5',
      'email:ada@acme.test',
      'email:ada@acme.test',
    ]);
  });

  it('tell who is gone, so that nothing goes on showing them', async () => {
    const { recorded, older, younger } = await merged();
    expect(recorded.customers).toEqual(new Set([older.id, younger.id]));
  });
});

describe('organisation', () => {
  it.each([
    { of: 'the domain', person: ada, id: 'domain:acme.test' },
    { of: 'nobody: everybody has this mail', person: { email: 'ada@gmail.com' }, id: undefined },
    { of: 'the registrable domain', person: { email: 'ada@mail.acme.co.uk' }, id: 'domain:acme.co.uk' },
    { of: 'the helpdesk’s own', person: { ...ada, organisation: 'Acme Ltd' }, id: 'aaaaaaaa:acme ltd' },
  ])('$of', async ({ person, id }) => {
    const db = await after(person);
    expect((await onlyCustomer(db)).organisationId).toBe(id);
    expect(await db.organisations.toCollection().primaryKeys()).toEqual(id ? [id] : []);
  });

  it('the helpdesk’s own wins over the domain, whichever comes first', async () => {
    const own = { ...ada, organisation: 'Acme Ltd' };
    for (const people of [
      [ada, own],
      [own, ada],
    ]) {
      const db = await after(...people);
      const { organisationId = '' } = await onlyCustomer(db);
      expect(await db.organisations.get(organisationId)).toEqual({ id: 'aaaaaaaa:acme ltd', name: 'Acme Ltd' });
    }
  });
});

describe('left alone', () => {
  const erased = new Map([['email:ada@acme.test', { erasedBefore: daysAgo(5) }]]);

  it('nothing older than the erasure comes back, newer tickets do', async () => {
    const db = await emptyRecord();
    const { createdAt: _, ...undated } = ticket('0');
    const tickets = [undated, ticket('1'), ticket('2', { createdAt: daysAgo(2) })];
    const recorded = await record(db, tickets, { suppressed: erased, complete: { email: 'ada@acme.test' } });
    expect(recorded.forgotten).toBe(2);
    expect(await db.tickets.toCollection().primaryKeys()).toEqual(['aaaaaaaa/2']);
  });

  it('a history that ends says nothing of somebody erased', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1'), by('2', bob)], { suppressed: erased, complete: { email: 'ada@acme.test' } });
    expect(await onlyCustomer(db)).toMatchObject({ name: 'Bob Boole' });
  });

  it('somebody else’s ticket only forgets that they were on it', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1', { requesters: [bob, ada], opener: { userId: '6' } })], { suppressed: erased });
    expect(await onlyCustomer(db)).toMatchObject({ name: 'Bob Boole' });
    expect(await db.tickets.toArray()).toMatchObject([{ requesters: ['email:bob@bolt.test'] }]);
  });

  it('who objected to scoring has contacts, and nothing computed', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')], { suppressed: new Map([['email:ada@acme.test', { scoring: true as const }]]) });
    expect(await onlyCustomer(db)).toMatchObject({ objection: true });
    expect([await db.contacts.count(), await db.tallies.count()]).toEqual([1, 0]);
  });
});

it('finds whom a page or a row of a list means', async () => {
  const db = await after(ada, bob);
  expect(await customerBy(db, { userId: '5' }, source.id)).toMatchObject({ name: 'Ada Byron' });
  expect(await customerBy(db, { userId: '5' }, 'bbbbbbbb')).toBeUndefined();
  const rows = [{ ticketId: '1' }, { ticketId: '9', requester: { email: 'ADA@acme.test' } }, { ticketId: '9' }];
  const ids = await customersOfRows(db, source.id, rows);
  const [second, first] = await Promise.all(ids.slice(0, 2).map((id) => db.customers.get(id ?? '')));
  expect([first?.name, second?.name, ids[2]]).toEqual(['Ada Byron', 'Bob Boole', undefined]);
});
