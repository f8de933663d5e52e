import { describe, expect, it } from 'vitest';

import type { Outage } from '@/lib/scoring/outage';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { logCall, setCause } from '@/lib/store/decide';
import { outageTakes, putOutage, recount, removeOutage, type After, type Stretch } from '@/lib/store/outages';

import { at, bob, DAY, daysAgo, emptyRecord, NOW, onlyCustomer, record, source, ticket } from './desk';

const fire: Outage = { id: 'fire', name: 'Fire', from: daysAgo(12), to: daysAgo(8) };

/** Ada before, in and after the fire, Bob twice in it. */
async function burnt() {
  const db = await emptyRecord();
  const bobs = { requesters: [bob], opener: { userId: '6' } };
  await record(db, [
    ticket('1', { createdAt: daysAgo(20) }),
    ticket('2', { createdAt: daysAgo(10), hints: { queue: 'Network', tags: ['vpn'] } }),
    ticket('3', { createdAt: daysAgo(5) }),
    ticket('4', { createdAt: daysAgo(11), ...bobs, hints: { queue: 'Billing' } }),
    ticket('5', { createdAt: daysAgo(9), ...bobs, hints: { queue: 'Network' } }),
  ]);
  return db;
}

async function counted(db: NoclaimsDatabase, stretch: Stretch | undefined, limit = 500): Promise<Set<string>> {
  const concerned = new Set<string>();
  let after: After | undefined;
  do {
    const slice = await recount(db, { from: 0, ...stretch, ...(after && { after }) }, limit, at);
    for (const id of slice.customers) concerned.add(id);
    ({ after } = slice);
  } while (after);
  return concerned;
}

const outOf = async (db: NoclaimsDatabase, id = 'fire') =>
  (await db.contacts.toArray()).filter(({ outageId }) => outageId === id).map((row) => row.id.split('/')[1]);

describe('an outage that is declared', () => {
  it('takes out what fell into it, as a fault of ours, and no more', async () => {
    const db = await burnt();
    const stretch = await putOutage(db, fire);
    expect(stretch).toEqual({ from: fire.from, to: fire.to });
    const concerned = await counted(db, stretch);
    expect(await outOf(db)).toEqual(['2', '4', '5']);
    expect(concerned.size).toBe(2);
    expect(await db.contacts.get('aaaaaaaa/2/open')).toMatchObject({ cause: 'product_fault', causeBy: 'rule' });
    expect((await db.tallies.toArray()).map((tally) => tally.counted).toSorted()).toEqual([0, 2]);
  });

  it('is the same in slices of one', async () => {
    const [whole, sliced] = [await burnt(), await burnt()];
    await counted(whole, await putOutage(whole, fire));
    await counted(sliced, await putOutage(sliced, fire), 1);
    expect(await sliced.contacts.toArray()).toEqual(await whole.contacts.toArray());
    expect(await sliced.tallies.toArray()).toEqual(await whole.tallies.toArray());
  });

  it('takes out what is read later, and a call that is logged', async () => {
    const db = await burnt();
    await counted(db, await putOutage(db, fire));
    await record(db, [ticket('6', { createdAt: daysAgo(9.5) }), ticket('7', { createdAt: daysAgo(8) })]);
    const [customer] = await db.customers.toArray();
    const call = { kind: 'call' as const, at: daysAgo(9.1) };
    await logCall(db, { click: 'c', customerId: customer?.id ?? '', now: NOW }, call, at);
    expect(await outOf(db)).toEqual(['2', '4', '5', '6', 'c']);
  });

  it('only where it was felt', async () => {
    const db = await burnt();
    await counted(db, await putOutage(db, { ...fire, sourceId: source.id, queues: ['network'], tags: ['VPN'] }));
    expect(await outOf(db)).toEqual(['2']);
  });

  it('concerns nobody when it is declared again', async () => {
    const db = await burnt();
    await counted(db, await putOutage(db, fire));
    expect(await counted(db, await putOutage(db, fire))).toEqual(new Set());
  });
});

describe('an outage that is changed or taken back', () => {
  it('gives back what it took', async () => {
    const db = await burnt();
    const before = [await db.contacts.toArray(), await db.tallies.toArray()];
    await counted(db, await putOutage(db, fire));
    const stretch = await removeOutage(db, 'fire');
    expect(stretch).toEqual({ from: fire.from, to: fire.to });
    await counted(db, stretch);
    expect([await db.contacts.toArray(), await db.tallies.toArray()]).toEqual(before);
  });

  it('is counted again over both of its times', async () => {
    const db = await burnt();
    await counted(db, await putOutage(db, fire));
    const shorter = { ...fire, from: daysAgo(10.5), to: daysAgo(9.5) };
    const stretch = await putOutage(db, shorter);
    expect(stretch).toEqual({ from: fire.from, to: fire.to });
    await counted(db, stretch);
    expect(await outOf(db)).toEqual(['2']);
    const { to: _, ...lasting } = shorter;
    expect(await putOutage(db, lasting)).toEqual({ from: shorter.from });
    expect(await putOutage(db, fire)).toEqual({ from: fire.from });
  });

  it('there is nothing to count again where there was none', async () => {
    const db = await burnt();
    expect(await removeOutage(db, 'fire')).toBeUndefined();
  });

  it('leaves what a person said', async () => {
    const db = await burnt();
    const contact = await db.contacts.get('aaaaaaaa/2/open');
    const said = { click: 'x', customerId: contact?.customerId ?? '', now: NOW };
    await setCause(db, said, { contactId: 'aaaaaaaa/2/open', cause: 'user_error' }, at);
    await counted(db, await putOutage(db, fire));
    expect(await db.contacts.get('aaaaaaaa/2/open')).toMatchObject({ cause: 'user_error', outageId: 'fire' });
    await counted(db, await removeOutage(db, 'fire'));
    const left = await db.contacts.get('aaaaaaaa/2/open');
    expect(left).toMatchObject({ cause: 'user_error', causeBy: 'person' });
    expect(left).not.toHaveProperty('outageId');
  });
});

describe('the preview of an outage', () => {
  it('counts what it would take out, whose that is, and shows the latest', async () => {
    const db = await burnt();
    const takes = await outageTakes(db, fire);
    const [ada, bobId] = await Promise.all(
      ['email:ada@acme.test', 'email:bob@bolt.test'].map(async (key) => (await db.identities.get(key))?.customerId),
    );
    expect(takes).toMatchObject({
      contacts: 3,
      customers: [
        { customerId: bobId, contacts: 2 },
        { customerId: ada, contacts: 1 },
      ],
    });
    expect(takes.examples.map(({ contact, ticket: row }) => [contact.id, row?.subject])).toEqual([
      ['aaaaaaaa/5/open', 'Matter 5'],
      ['aaaaaaaa/2/open', 'Matter 2'],
      ['aaaaaaaa/4/open', 'Matter 4'],
    ]);
  });

  it('says the same once it is declared, and writes nothing', async () => {
    const db = await burnt();
    const before = await outageTakes(db, fire);
    expect(await db.outages.count()).toBe(0);
    await counted(db, await putOutage(db, fire));
    expect(await outageTakes(db, fire)).toMatchObject({ contacts: before.contacts, customers: before.customers });
  });

  it('leaves out what does not count anyway', async () => {
    const db = await burnt();
    await record(db, [ticket('8', { createdAt: daysAgo(9), status: 'spam' })]);
    await counted(db, await putOutage(db, { ...fire, id: 'other', to: daysAgo(10.5) }));
    const { contacts, customers } = await outageTakes(db, fire);
    expect([contacts, customers.map((one) => one.contacts)]).toEqual([2, [1, 1]]);
  });

  it('looks further than one page of contacts, and shows ten', async () => {
    const db = await emptyRecord();
    const many = Array.from({ length: 2_100 }, (_, index) =>
      ticket(`${index}`, { createdAt: daysAgo(10) + Math.floor(index / 3) * 7_200_00 }),
    );
    for (let from = 0; from < many.length; from += 500) await record(db, many.slice(from, from + 500));
    const { id } = await onlyCustomer(db);
    const takes = await outageTakes(db, { ...fire, to: NOW + DAY });
    expect(takes.customers).toEqual([{ customerId: id, contacts: 2_100 }]);
    expect(takes.examples).toHaveLength(10);
  });
});
