import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { agree } from '@/lib/store/repair';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { setCause } from '@/lib/store/decide';
import { lifetimesOf } from '@/lib/store/lifetimes';
import { emptySums, keepFit, withCustomers, type PortfolioSums } from '@/lib/store/portfolio';
import { repairTallies } from '@/lib/store/repair';
import { putContracts } from '@/lib/store/contracts';

import { at, DAY, daysAgo, emptyRecord, NOW, onlyCustomer, record, rules, settings, ticket } from './desk';

const person = (nr: number) => ({ userId: `${nr}`, email: `p${nr}@acme${nr}.test`, name: `Person ${nr}` });

/** Each of so many calls now and then; their whole histories are read. */
async function portfolio(people: number): Promise<NoclaimsDatabase> {
  const db = await emptyRecord();
  for (let nr = 1; nr <= people; nr += 1) {
    const calls = Array.from({ length: (nr % 4) + 1 }, (_, call) =>
      ticket(`${nr}-${call}`, {
        createdAt: daysAgo(20 + ((nr * 37 + call * 101) % 500)),
        requesters: [person(nr)],
        opener: { userId: `${nr}` },
      }),
    );
    await record(db, calls, { complete: { userId: `${nr}` } });
  }
  return db;
}

async function summed(db: NoclaimsDatabase, slice: number): Promise<PortfolioSums> {
  const ids = await db.customers.toCollection().primaryKeys();
  let sums = emptySums(NOW, settings);
  for (let from = 0; from < ids.length; from += slice) {
    const next = await withCustomers(db, sums, ids.slice(from, from + slice), rules);
    // A worker that dies keeps them as text.
    sums = JSON.parse(JSON.stringify(next)) as PortfolioSums;
  }
  return sums;
}

const total = (figures: readonly number[]): number => figures.reduce((sum, figure) => sum + figure, 0);

describe('the sums of a portfolio', () => {
  it('are the same in slices of any size', async () => {
    const db = await portfolio(11);
    const whole = await summed(db, 100);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 11 }), async (slice) => {
        expect(agree(await summed(db, slice), whole)).toBe(true);
      }),
      { numRuns: 6 },
    );
    expect(whole).toMatchObject({ customers: 11, seasoned: whole.seasoned });
    const tallies = await db.tallies.toArray();
    expect(total(whole.steps.contacts)).toBe(total(tallies.map(({ rated }) => rated)));
    expect(whole.contacts).toBe(total(whole.steps.contacts));
  });

  it('begin on a Monday, before anything that is kept', () => {
    const { steps } = emptySums(NOW, settings);
    expect(new Date(steps.from).toUTCString()).toMatch(/^Mon, .* 00:00:00 GMT$/);
    expect(steps.from).toBeLessThanOrEqual(daysAgo(25 * 31));
    expect(steps.from).toBeGreaterThan(daysAgo(25 * 31 + 7));
  });

  it('leave out who objected, and who was met just now', async () => {
    const db = await portfolio(2);
    const [first, second] = await db.customers.toArray();
    await db.customers.update(first?.id ?? '', { objection: true });
    expect((await summed(db, 10)).customers).toBe(1);
    await db.tallies.update(second?.id ?? '', { firstAt: NOW });
    expect((await summed(db, 10)).customers).toBe(0);
  });
});

describe('what a customer lets the portfolio learn', () => {
  const days = [90, 60, 60 - 0.02, 30, 10];
  async function known() {
    const db = await emptyRecord();
    const calls = days.map((day, nr) => ticket(`${nr}`, { createdAt: daysAgo(day) }));
    await record(db, calls, { complete: { userId: '5' } });
    return { db, id: (await onlyCustomer(db)).id };
  }
  const lived = async (db: NoclaimsDatabase) =>
    (await lifetimesOf(db, await db.customers.toCollection().primaryKeys(), at))[0];

  it('is neither the first contact nor what does not count', async () => {
    const { db, id } = await known();
    await setCause(
      db,
      { click: 'x', customerId: id, now: NOW },
      { contactId: 'aaaaaaaa/3/open', cause: 'product_fault' },
      at,
    );
    const one = await lived(db);
    expect(one?.at).toEqual([daysAgo(60), daysAgo(10)]);
    expect(one?.exposure).toEqual([{ from: daysAgo(90), to: NOW }]);
    expect(one?.met).toBe(daysAgo(90));
  });

  it('with a contract, is all that lies in it', async () => {
    const { db, id } = await known();
    const pauses = [{ from: '2026-10-01', to: '2026-11-01' }];
    await putContracts(db, [{ id: 'c', holder: id, start: '2026-07-01', pauses, currency: 'EUR', revenue: [] }], at);
    const one = await lived(db);
    expect(one?.at).toEqual([daysAgo(90), daysAgo(60), daysAgo(10)]);
    expect(one?.exposure.map(({ to }) => to)).toEqual([Date.parse('2026-10-01T00:00:00Z'), NOW]);
    expect(one).not.toHaveProperty('met');
    expect((await db.tallies.get(id))?.rated).toBe(3);
  });

  it('goes on where retention has folded the beginning away', async () => {
    const { db, id } = await known();
    await db.contacts.delete('aaaaaaaa/0/open');
    expect((await lived(db))?.at).toEqual([daysAgo(60), daysAgo(30), daysAgo(10)]);
    expect(id).not.toBe('');
  });

  it('is found among many others, too', async () => {
    const db = await portfolio(9);
    const ids = await db.customers.toCollection().primaryKeys();
    const few = ids.filter((_, index) => index % 4 === 0);
    const all = await lifetimesOf(db, ids, at);
    expect(await lifetimesOf(db, few, at)).toEqual(all.filter(({ id }) => few.includes(id)));
  });
});

describe('the fit of a night', () => {
  it('is kept with the weeks that it rests on, from the first after the one in which anybody was met', async () => {
    const db = await portfolio(6);
    await db.weeks.put({ week: '2001-01-01', contacts: 9, years: 1 });
    const sums = await summed(db, 4);
    const fit = await keepFit(db, sums, { rules, settings });
    expect(await db.fits.toArray()).toEqual([fit]);
    expect(fit).toMatchObject({ at: NOW, customers: 6, halfLifeDays: 180, alpha: 0.4, phi: 2 });
    const weeks = await db.weeks.toArray();
    const [first] = weeks;
    expect(first?.years).toBeGreaterThan(0);
    const met = Math.min(...(await db.tallies.toArray()).map(({ firstAt = NOW }) => firstAt));
    expect(Date.parse(first?.week ?? '')).toBeGreaterThan(met);
    expect(Date.parse(first?.week ?? '')).toBeLessThanOrEqual(met + 7 * DAY);
    expect(total(weeks.map(({ contacts }) => contacts))).toBe(total(sums.steps.contacts));
    expect(total(weeks.map(({ years }) => years))).toBeCloseTo(total(sums.steps.years), 12);
  });

  it('of nobody is the estimate', async () => {
    const db = await emptyRecord();
    const fit = await keepFit(db, emptySums(NOW, settings), { rules, settings });
    expect(fit).toMatchObject({ customers: 0, mean: settings.estimate });
    expect(fit).not.toHaveProperty('index');
    expect(await db.weeks.count()).toBe(1);
  });

  it.each([
    { index: 'auto', has: false },
    { index: 'off', has: false },
    { index: 'on', has: true },
  ] as const)('with the index $index has one: $has', async ({ index, has }) => {
    const db = await portfolio(6);
    const fit = await keepFit(db, await summed(db, 10), { rules, settings: { ...settings, index } });
    expect('index' in fit).toBe(has);
    expect(fit.customers).toBe(6);
  });
});

describe('a tally that went astray', () => {
  it('is found by folding again, put right and named', async () => {
    const db = await portfolio(3);
    const ids = await db.customers.toCollection().primaryKeys();
    expect(await repairTallies(db, ids, at)).toEqual([]);
    const [first = ''] = ids;
    const right = await db.tallies.get(first);
    await db.tallies.update(first, { counted: 77 });
    expect(await repairTallies(db, ids, at)).toEqual([first]);
    expect(await db.tallies.get(first)).toEqual(right);
    await db.tallies.delete(first);
    expect(await repairTallies(db, ids, at)).toEqual([]);
  });

  it.each([
    { by: 1e-10, repaired: false },
    { by: 1e-8, repaired: true },
  ])('by $by relatively: $repaired', async ({ by, repaired }) => {
    const db = await portfolio(3);
    const tally = (await db.tallies.toArray()).find(({ evidence }) => evidence);
    if (!tally?.evidence) throw new RangeError('nobody called twice');
    await db.tallies.put({ ...tally, evidence: { ...tally.evidence, n: tally.evidence.n * (1 + by) } });
    expect(await repairTallies(db, [tally.subject], at)).toEqual(repaired ? [tally.subject] : []);
  });
});

it.each([
  { a: { x: 1 }, b: { x: 1, y: undefined }, same: true },
  { a: { x: 1 }, b: { y: 1 }, same: false },
  { a: { x: 1 }, b: { x: 1, y: 1 }, same: false },
  { a: [1, 2], b: [1, 2 + 1e-12], same: true },
  { a: [1, 2], b: [2, 1], same: false },
  { a: 0, b: 1e-300, same: false },
  { a: 1, b: '1', same: false },
  { a: null, b: {}, same: false },
  { a: Infinity, b: Infinity, same: true },
])('$a and $b agree: $same', ({ a, b, same }) => expect(agree(a, b)).toBe(same));
