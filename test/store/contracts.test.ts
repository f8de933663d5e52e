import { describe, expect, it } from 'vitest';

import type { Contract } from '@/lib/scoring/contract';
import { standingAlerts } from '@/lib/store/alerts';
import { assessCustomers } from '@/lib/store/assess';
import { putContracts, removeContract } from '@/lib/store/contracts';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { withOrganisations } from '@/lib/store/organisations';
import { rankMargins } from '@/lib/store/rank-margins';
import { shownFor } from '@/lib/store/speaking';
import { inForce } from '@/lib/store/subjects';

import { ada, at, bob, daysAgo, emptyRecord, everything, NOW, record, settings, ticket } from './desk';

const ACME = 'org:domain:acme.test';
const eve = { email: 'eve@acme.test', userId: '7', name: 'Eve Hall' };

const contract = (holder: string, more: Partial<Contract> = {}): Contract => ({
  id: `of-${holder}`,
  holder,
  start: '2022-03-01',
  pauses: [],
  currency: 'EUR',
  revenue: [],
  ...more,
});

/** Ada and Eve of Acme, two tickets each, and Bob alone. */
async function company() {
  const db = await emptyRecord();
  const of = (person: typeof ada) => ({ requesters: [person], opener: { userId: person.userId ?? '' } });
  await record(db, [
    ticket('1', { createdAt: daysAgo(40), ...of(ada) }),
    ticket('2', { createdAt: daysAgo(30), ...of(ada) }),
    ticket('3', { createdAt: daysAgo(20), ...of(eve) }),
    ticket('4', { createdAt: daysAgo(10), ...of(eve) }),
    ticket('5', { createdAt: daysAgo(5), ...of(bob) }),
  ]);
  const idOf = async (email: string) => (await db.identities.get(`email:${email}`))?.customerId ?? '';
  return { db, ada: await idOf('ada@acme.test'), eve: await idOf('eve@acme.test'), bob: await idOf('bob@bolt.test') };
}

const assessed = async (db: NoclaimsDatabase, subjects: readonly string[], rules = at.rules) =>
  assessCustomers(db, subjects, { ...at, rules, settings, occasion: 'correction' });

describe('a contract of a customer', () => {
  it('starts clock and ladder, in place of the first contact', async () => {
    const { db, bob: id } = await company();
    expect(await db.tallies.get(id)).toMatchObject({ counted: 1, rated: 0, year: { index: 0 } });
    const { taken, strangers, concerned } = await putContracts(db, [contract(id)], at);
    expect([taken, strangers, [...concerned]]).toEqual([1, [], [id]]);
    expect(await db.tallies.get(id)).toMatchObject({ counted: 1, rated: 1, year: { start: '2022-03-01', index: 4 } });
    const [standing] = await assessed(db, [id]);
    expect(standing?.ladder).toMatchObject({ rung: 4, next: { at: Date.parse('2027-03-01T00:00:00Z') } });
  });

  it('brings its own zone, ladder and pauses', async () => {
    const { db, bob: id } = await company();
    const own = { zone: 'Europe/Vienna', ladderId: 'sane', pauses: [{ from: '2023-01-01', to: '2023-04-11' }] };
    await putContracts(db, [contract(id, own)], at);
    const [standing] = await assessed(db, [id]);
    // A hundred days of pause move the anniversary by as many.
    const anniversary = Temporal.PlainDate.from('2027-03-01').add({ days: 100 }).toZonedDateTime('Europe/Vienna');
    expect(standing?.ladder).toMatchObject({ ladderId: 'sane', next: { at: anniversary.epochMilliseconds } });
  });

  it('removed leaves everything as it was', async () => {
    const { db, bob: id } = await company();
    const before = await everything(db);
    await putContracts(db, [contract(id)], at);
    expect([...(await removeContract(db, `of-${id}`, at))]).toEqual([id]);
    expect(await everything(db)).toEqual(before);
    expect([...(await removeContract(db, 'none', at))]).toEqual([]);
  });

  it('moved to another holder concerns both', async () => {
    const { db, bob: id, ada: other } = await company();
    await putContracts(db, [contract(id, { id: 'c' })], at);
    const { concerned } = await putContracts(db, [contract(other, { id: 'c' })], at);
    expect([...concerned].toSorted()).toEqual([id, other].toSorted());
    expect(await db.tallies.get(id)).toMatchObject({ rated: 0 });
    expect(await db.tallies.get(other)).toMatchObject({ rated: 2 });
  });

  it('of nobody on record is not kept', async () => {
    const { db, bob: id } = await company();
    const put = [contract('nobody'), contract('org:domain:none.test'), contract(id)];
    const { taken, strangers } = await putContracts(db, put, at);
    expect([taken, strangers]).toEqual([1, ['nobody', 'org:domain:none.test']]);
    expect((await db.contracts.toArray()).map(({ holder }) => holder)).toEqual([id]);
  });

  it('tells what the customer earns, after the discount', async () => {
    const { db, bob: id } = await company();
    const revenue = [{ kind: 'monthly' as const, minor: 10_000, from: '2022-03-01' }];
    await putContracts(db, [contract(id, { revenue })], at);
    const [standing] = await assessed(db, [id]);
    // Rung 4 since 1 March, rung 3 before; a contact of twelve minutes and its fixed cost.
    expect(standing?.margin).toMatchObject({
      currency: 'EUR',
      lossMaking: false,
      account: { revenueMinor: 120_000, serveMinor: 1300 },
    });
    const { revenueMinor = 0, discountMinor = 0, serveMinor = 0 } = standing?.margin?.account ?? {};
    expect(discountMinor).toBeGreaterThan(36_000);
    expect(discountMinor).toBeLessThan(48_000);
    expect(standing?.margin?.minor).toBe(revenueMinor - discountMinor - serveMinor);
    expect(await rankMargins(db, NOW)).toEqual([]);
  });
});

it('the contract in force is the last that has begun, else the first that will', () => {
  const [past, present, future] = ['2020-01-01', '2025-01-01', '2027-01-01'].map((start) =>
    contract('x', { id: start, start }),
  );
  const all = [future, past, present].filter((one) => one !== undefined);
  const when = { zone: 'UTC', now: NOW };
  expect(inForce(all, when)).toBe(present);
  expect(inForce([contract('x', { id: 'b' }), contract('x', { id: 'a' })], when)?.id).toBe('b');
  expect(inForce([contract('x', { start: '2028-01-01' }), contract('x', { start: '2027-06-01' })], when)?.start).toBe(
    '2027-06-01',
  );
  expect(inForce([], when)).toBeUndefined();
  // Midnight comes earlier in Vienna.
  const midnight = { zone: 'UTC', now: Date.parse('2026-12-31T23:30:00Z') };
  expect(inForce(all, midnight)).toBe(present);
  expect(inForce(all, { ...midnight, zone: 'Europe/Vienna' })).toBe(future);
});

describe('a contract of an organisation', () => {
  it('is judged by all its contacts, and the badge sits there', async () => {
    const { db, ada: id, eve: colleague, bob: other } = await company();
    const { concerned } = await putContracts(db, [contract(ACME)], at);
    expect([...concerned].toSorted()).toEqual([ACME, id, colleague].toSorted());
    expect(await db.tallies.get(ACME)).toMatchObject({ counted: 4, rated: 4, year: { start: '2022-03-01' } });
    const [theirs, hers, his] = await assessed(db, [ACME, id, other]);
    expect([theirs?.unscored, hers?.unscored, his?.unscored]).toEqual([undefined, 'organisation', undefined]);
    const customer = await db.customers.get(id);
    if (!customer || !hers || !his) throw new RangeError('nobody');
    expect((await shownFor(db, customer, hers)).customerId).toBe(ACME);
    expect(await shownFor(db, customer, his)).toBe(his);
  });

  it('does not speak for who has one of their own', async () => {
    const { db, ada: id, eve: colleague } = await company();
    await putContracts(db, [contract(ACME), contract(id)], at);
    const standings = await assessed(db, [id, colleague]);
    expect(standings.map((one) => one?.unscored)).toEqual([undefined, 'organisation']);
  });

  it('is counted on with every contact, of newcomers too', async () => {
    const { db, ada: id } = await company();
    await putContracts(db, [contract(ACME)], at);
    await record(db, [ticket('6', { createdAt: daysAgo(1) })]);
    const zoe = { email: 'zoe@acme.test', userId: '9', name: 'Zoe Fox' };
    await record(db, [ticket('7', { createdAt: daysAgo(0.5), requesters: [zoe], opener: { userId: '9' } })]);
    expect(await db.tallies.get(ACME)).toMatchObject({ counted: 6 });
    expect(await withOrganisations(db, [id], at.rules)).toEqual([id, ACME]);
  });

  it('removed, nothing is computed of it any more', async () => {
    const { db, ada: id } = await company();
    await putContracts(db, [contract(ACME)], at);
    await assessed(db, [ACME, id]);
    const concerned = await removeContract(db, `of-${ACME}`, at);
    expect(concerned.has(ACME)).toBe(false);
    expect([await db.tallies.get(ACME), await db.standings.get(ACME)]).toEqual([undefined, undefined]);
    const [hers] = await assessed(db, [id]);
    expect(hers).not.toHaveProperty('unscored');
    expect(await withOrganisations(db, [id], at.rules)).toEqual([id]);
  });
});

describe('a limit for organisations', () => {
  const company3 = { id: 'company', on: true, scope: 'organisation' as const, max: 3, release: 1, cooldownDays: 7 };
  const rules = { ...at.rules, limits: [...at.rules.limits, { ...company3, window: { days: 60 } }] };

  it('is broken by all of them together, and raises an alert of theirs', async () => {
    const { db } = await company();
    await putContracts(db, [contract(ACME)], { ...at, rules });
    const [alert, other] = await standingAlerts(db);
    expect(alert).toMatchObject({ ruleId: 'company', subject: ACME, breachedAt: daysAgo(10), load: 4 });
    expect(other).toBeUndefined();
    const [standing] = await assessed(db, [ACME], rules);
    expect(standing).toMatchObject({ flags: ['over-limit'], limits: [{ ruleId: 'company', load: 4 }] });
  });

  it('wants every organisation counted', async () => {
    const { db, bob: id } = await company();
    expect(await withOrganisations(db, [id], rules)).toEqual([id, 'org:domain:bolt.test']);
  });
});
