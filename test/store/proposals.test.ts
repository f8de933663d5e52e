import { describe, expect, it } from 'vitest';

import type { ProposalRule } from '@/lib/scoring/proposal-rule';
import { assessCustomers } from '@/lib/store/assess';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { answerLoss, setCause } from '@/lib/store/decide';
import { proposeByAge, ruleProposes, rulesAge } from '@/lib/store/proposals';
import { recordTickets } from '@/lib/store/record';
import { rederive } from '@/lib/store/rederive';

import { ada, at, bob, daysAgo, emptyRecord, NOW, onlyCustomer, otherSource, settings, source, ticket } from './desk';

const crash: ProposalRule = { id: 'r', on: true, sourceId: source.id, words: ['down'], cause: 'unknown_crash' };
const CONTACT = 'aaaaaaaa/9/open';

/** Ada for four years, and a ticket of yesterday that says *down*. */
async function quietThenDown(proposals: readonly ProposalRule[]) {
  const db = await emptyRecord();
  const tickets = [
    ticket('1', { createdAt: Date.parse('2022-11-01T09:00:00Z') }),
    ticket('9', { createdAt: daysAgo(1), subject: 'RE: VPN down', status: 'open' }),
  ];
  await recordTickets(db, { source, tickets }, { ...at, proposals });
  return { db, id: (await onlyCustomer(db)).id };
}

const laid = (db: NoclaimsDatabase, proposals: readonly ProposalRule[]) =>
  rederive(db, source, { limit: 100 }, { ...at, proposals });

async function ladderOf(db: NoclaimsDatabase, id: string) {
  const [standing] = await assessCustomers(db, [id], { ...at, settings, occasion: 'correction' });
  if (!standing) throw new RangeError('nobody');
  return standing.ladder;
}

describe('a rule that is on', () => {
  it('proposes a cause for what comes in, and only proposes the fall', async () => {
    const { db, id } = await quietThenDown([crash]);
    expect(await db.contacts.get(CONTACT)).toMatchObject({ cause: 'unknown_crash', causeBy: 'rule' });
    expect(await ladderOf(db, id)).toMatchObject({ rung: 4, proposed: [{ contactId: CONTACT, from: 4, to: 0 }] });
    expect(await db.decisions.count()).toBe(0);
  });

  it('is off by default', async () => {
    const { db, id } = await quietThenDown(settings.proposalRules);
    expect(await db.contacts.get(CONTACT)).toMatchObject({ cause: 'pending' });
    expect((await ladderOf(db, id)).proposed).toEqual([]);
  });

  it('switched off, its proposals are gone', async () => {
    const { db, id } = await quietThenDown([]);
    const before = await db.contacts.toArray();
    await laid(db, [crash]);
    expect((await ladderOf(db, id)).proposed).toHaveLength(1);
    await laid(db, [{ ...crash, on: false }]);
    expect(await db.contacts.toArray()).toEqual(before);
    expect((await ladderOf(db, id)).proposed).toEqual([]);
  });

  it('never speaks against a person', async () => {
    const { db, id } = await quietThenDown([]);
    const said = { click: 'x', customerId: id, now: NOW };
    await setCause(db, said, { contactId: CONTACT, cause: 'pending' }, at);
    await laid(db, [crash]);
    expect(await db.contacts.get(CONTACT)).toMatchObject({ cause: 'pending', causeBy: 'person' });
  });
});

describe('a fall that a rule proposed', () => {
  it('confirmed by a person stays when the rule goes, and when the contact goes and comes again', async () => {
    const { db, id } = await quietThenDown([crash]);
    const circumstances = { ...at, proposals: [crash] };
    await answerLoss(
      db,
      { click: 'y', customerId: id, now: NOW },
      { contactId: CONTACT, confirmed: true },
      circumstances,
    );
    expect(await ladderOf(db, id)).toMatchObject({ rung: 0, proposed: [] });
    await laid(db, []);
    expect(await ladderOf(db, id)).toMatchObject({ rung: 0 });
    const gone = ticket('9', { createdAt: daysAgo(1), subject: 'VPN down', requesters: [], updatedAt: daysAgo(0.5) });
    await recordTickets(db, { source, tickets: [gone] }, at);
    expect(await db.contacts.get(CONTACT)).toBeUndefined();
    const back = { ...gone, requesters: [ada], updatedAt: daysAgo(0.2) };
    await recordTickets(db, { source, tickets: [back] }, at);
    expect(await db.contacts.get(CONTACT)).toMatchObject({
      cause: 'unknown_crash',
      causeBy: 'rule',
      loss: 'confirmed',
    });
  });

  it('refused is not proposed again', async () => {
    const { db, id } = await quietThenDown([crash]);
    const circumstances = { ...at, proposals: [crash] };
    await answerLoss(
      db,
      { click: 'y', customerId: id, now: NOW },
      { contactId: CONTACT, confirmed: false },
      circumstances,
    );
    await laid(db, [crash]);
    expect(await ladderOf(db, id)).toMatchObject({ rung: 4, proposed: [] });
    await laid(db, []);
    await laid(db, [crash]);
    expect(await ladderOf(db, id)).toMatchObject({ rung: 4, proposed: [] });
  });
});

describe('the preview of a rule', () => {
  async function several() {
    const db = await emptyRecord();
    const bobs = { requesters: [bob], opener: { userId: '6' } };
    const tickets = [
      ticket('1', { subject: 'Down', createdAt: daysAgo(3) }),
      ticket('2', { subject: 'A download', createdAt: daysAgo(2) }),
      ticket('3', { subject: 'down again', createdAt: daysAgo(1), ...bobs }),
      ticket('4', { subject: 'It went down', createdAt: daysAgo(4) }),
      ticket('5', { subject: 'Down, no time', createdAt: undefined as never }),
    ].map(({ createdAt, ...rest }) => ({ ...rest, ...(createdAt !== undefined && { createdAt }) }));
    await recordTickets(db, { source, tickets }, at);
    await recordTickets(db, { source: otherSource, tickets: [ticket('6', { subject: 'Down' })] }, at);
    const contact = await db.contacts.get('aaaaaaaa/4/open');
    const said = { click: 'x', customerId: contact?.customerId ?? '', now: NOW };
    await setCause(db, said, { contactId: 'aaaaaaaa/4/open', cause: 'user_error' }, at);
    return db;
  }

  it('counts what it would have proposed in its source, latest first, and what a person has said already', async () => {
    const db = await several();
    const { examples, ...counts } = await ruleProposes(db, { ...crash, on: false }, { now: NOW });
    expect(counts).toEqual({ looked: 5, tickets: 2, said: 1 });
    expect(examples.map(({ id }) => id)).toEqual(['aaaaaaaa/3', 'aaaaaaaa/1']);
    expect((await ruleProposes(db, crash, { now: NOW, examples: 1 })).examples.map(({ id }) => id)).toEqual([
      'aaaaaaaa/3',
    ]);
  });

  it('says the same once the rule is on, and writes nothing', async () => {
    const db = await several();
    const before = await ruleProposes(db, crash, { now: NOW });
    expect((await db.contacts.toArray()).every(({ causeBy }) => causeBy !== 'rule')).toBe(true);
    await laid(db, [crash]);
    expect(await ruleProposes(db, crash, { now: NOW })).toEqual(before);
  });

  it('of a source without tickets is empty', async () => {
    const db = await emptyRecord();
    expect(await ruleProposes(db, crash, { now: NOW })).toEqual({ looked: 0, tickets: 0, said: 0, examples: [] });
  });
});

describe('a rule of age', () => {
  const { words: _, ...anyWords } = crash;
  const old: ProposalRule = { ...anyWords, olderThanDays: 30 };

  it('speaks of open tickets as they grow older, customer by customer', async () => {
    const db = await emptyRecord();
    const tickets = [ada, bob].flatMap((person, index) => [
      ticket(`${index}1`, {
        createdAt: daysAgo(29),
        status: 'open',
        requesters: [person],
        opener: { userId: person.userId ?? '' },
      }),
      ticket(`${index}2`, { createdAt: daysAgo(200), solvedAt: daysAgo(190), requesters: [person] }),
    ]);
    await recordTickets(db, { source, tickets }, { ...at, proposals: [old] });
    const proposed = async () =>
      (await db.contacts.toArray()).filter(({ causeBy }) => causeBy === 'rule').map(({ id }) => id);
    expect(await proposed()).toEqual([]);
    const later = { ...at, now: NOW + 2 * 86_400_000, proposals: [old] };
    let after: string | undefined;
    const concerned = new Set<string>();
    do {
      const slice = await proposeByAge(db, { limit: 1, ...(after !== undefined && { after }) }, later);
      for (const id of slice.customers) concerned.add(id);
      after = slice.cursor;
    } while (after !== undefined);
    expect(await proposed()).toEqual(['aaaaaaaa/01/open', 'aaaaaaaa/11/open']);
    expect(concerned.size).toBe(2);
  });

  it('is known by what it asks, while it is on', () => {
    expect(rulesAge([crash, old])).toBe(true);
    expect(rulesAge([crash, { ...old, on: false }])).toBe(false);
    expect(rulesAge([])).toBe(false);
  });
});
