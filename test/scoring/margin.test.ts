import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Contract, RevenuePart } from '@/lib/scoring/contract';
import { dayNumber } from '@/lib/scoring/day-number';
import type { Day } from '@/lib/scoring/days';
import { type Business, type MarginRules, marginStanding } from '@/lib/scoring/margin';

import { contractOf } from './contract-of';
import { at } from './given';

const now = at('2026-11-25 14:30');
const rules: MarginRules = {
  licences: 'spread',
  currencies: { base: 'EUR', rates: { USD: 0.5 } },
  zone: 'UTC',
  discounted: ['monthly', 'support'],
};
const fee = (minor: number): RevenuePart => ({ kind: 'monthly', minor, from: '2020-01-01' });
const day = (date: string, costMinor: number): Day => ({
  day: date,
  counted: 1,
  not: {},
  minutes: 10,
  costMinor,
  oursMinor: 77,
  assumed: 0,
});
const of = (contracts: readonly Contract[], more: Partial<Business> = {}, others: Partial<MarginRules> = {}) =>
  marginStanding(
    {
      now,
      holdings: contracts.map((contract) => ({ contract, discounts: [] })),
      days: [],
      exposureDays: 400,
      counted: 5,
      ...more,
    },
    { ...rules, ...others },
  );

describe('the margin', () => {
  it('is revenue less discount, goods and cost to serve, of 365 days', () => {
    const contract = contractOf([fee(10_000)], { goodsMinor: 1000 });
    const days = [day('2025-11-25', 9_000_000), day('2025-11-26', 500), day('2026-11-25', 700)];
    const discounts = [{ from: dayNumber('2020-01-01'), percent: 10 }];
    expect(of([], { holdings: [{ contract, discounts }], days })).toEqual({
      minor: 120_000 - 12_000 - 12_000 - 1200,
      currency: 'EUR',
      lossMaking: false,
      account: {
        revenueMinor: 120_000,
        discountMinor: 12_000,
        goodsMinor: 12_000,
        serveMinor: 1200,
        days: 365,
        foreign: [],
      },
    });
  });

  it('of several contracts is one', () => {
    const two = [contractOf([fee(1000)]), contractOf([{ kind: 'work', minor: 500, at: '2026-11-25' }], { id: 'k2' })];
    expect(of(two)?.account).toMatchObject({ revenueMinor: 12_500, days: 365 });
  });

  it('looks back from the day that it is where the contract is', () => {
    const sold = (date: string) => contractOf([{ kind: 'work', minor: 500, at: date }], { zone: 'Pacific/Auckland' });
    expect(of([sold('2026-11-26')])?.minor).toBe(500);
    expect(of([sold('2026-11-27')])?.minor).toBe(0);
    expect(of([sold('2025-11-27')])?.minor).toBe(500);
    expect(of([sold('2025-11-26')])?.minor).toBe(0);
  });

  it('is unknown where nobody said what the customer pays', () => {
    expect(of([])).toBeUndefined();
    expect(of([contractOf([])], { days: [day('2026-11-20', 5000)] })).toBeUndefined();
    expect(of([contractOf([fee(1000)], { start: '2027-01-01' })])).toBeUndefined();
    expect(of([contractOf([fee(1000)], { end: '2025-11-26' })])).toBeUndefined();
    expect(of([contractOf([fee(1000)], { end: '2025-11-27' })])?.account?.days).toBe(1);
  });

  it('of a contract that is over is known while something was billed, and has no year', () => {
    const over = contractOf([{ kind: 'work', minor: 500, at: '2026-10-01' }], { end: '2024-01-01' });
    expect(of([over])).toMatchObject({ minor: 500, account: { days: 0 } });
    expect(of([over])?.account).not.toHaveProperty('annualMinor');
  });

  it('carries the decile where there is one', () => {
    expect(of([contractOf([fee(1000)])], { decile: 4 })?.decile).toBe(4);
    expect(of([contractOf([fee(1000)])])).not.toHaveProperty('decile');
  });
});

describe('below a year', () => {
  it('says what a whole year would bring', () => {
    const young = contractOf([fee(1000)], { start: '2026-09-01' });
    const { minor, account } = of([young], { days: [day('2026-09-10', 300)] }) ?? {};
    expect(minor).toBe(1000 + 1000 + 833 - 300);
    expect(account).toMatchObject({ days: 86, annualMinor: Math.round((2533 * 365) / 86) });
  });

  it.each<[string, Partial<Contract>, number, boolean]>([
    ['364 days', { start: '2025-11-27' }, 364, true],
    ['365 days', { start: '2025-11-26' }, 365, false],
    ['more', { start: '2019-01-01' }, 365, false],
    ['with a pause', { pauses: [{ from: '2026-03-01', to: '2026-04-01' }] }, 334, true],
  ])('%s', (_, more, days, young) => {
    const account = of([contractOf([fee(1000)], more)])?.account;
    expect(account?.days).toBe(days);
    expect(account && 'annualMinor' in account).toBe(young);
  });

  it('counts a day once on which two contracts were in force', () => {
    const one = contractOf([fee(1000)], { start: '2026-11-01', end: '2026-11-11' });
    const other = contractOf([fee(1000)], { start: '2026-11-06', end: '2026-11-16' });
    expect(of([one, other])?.account?.days).toBe(15);
  });
});

describe('another currency', () => {
  const dollars = contractOf([fee(1000)], { currency: 'USD', goodsMinor: 100 });
  const francs = contractOf([fee(2000)], { currency: 'CHF', goodsMinor: 500 });
  const days = [day('2026-11-20', 400)];

  it('comes in by its rate', () => {
    const discounts = [{ from: 0, percent: 20 }];
    expect(of([], { holdings: [{ contract: dollars, discounts }], days })).toMatchObject({
      minor: 6000 - 1200 - 600 - 400,
      currency: 'EUR',
      account: { revenueMinor: 6000, discountMinor: 1200, goodsMinor: 600, foreign: [] },
    });
  });

  it('without a rate stands alone, with no flag and in no sum', () => {
    const alone = of([francs], { days, previous: { minor: -1, currency: 'EUR', lossMaking: true }, decile: 1 });
    expect(alone).toEqual({
      minor: 24_000 - 6000,
      currency: 'CHF',
      lossMaking: false,
      alone: true,
      account: {
        revenueMinor: 0,
        discountMinor: 0,
        goodsMinor: 0,
        serveMinor: 400,
        days: 365,
        foreign: [{ currency: 'CHF', minor: 18_000 }],
      },
    });
  });

  it('beside one that has a rate leaves the base to be shown, alone all the same', () => {
    const discounts = [{ from: 0, percent: 50 }];
    const holdings = [
      { contract: dollars, discounts: [] },
      { contract: francs, discounts },
      { contract: francs, discounts: [] },
    ];
    expect(of([], { holdings, days })).toMatchObject({
      minor: 6000 - 600 - 400,
      currency: 'EUR',
      alone: true,
      account: { foreign: [{ currency: 'CHF', minor: 6000 + 18_000 }] },
    });
  });
});

describe('loss-making', () => {
  const poor = contractOf([fee(100)]);
  const costly = (costMinor: number) => ({ days: [day('2026-11-20', costMinor)] });

  it('is told of the margin after the discount', () => {
    expect(of([poor], costly(1200))?.lossMaking).toBe(false);
    expect(of([poor], costly(1201))?.lossMaking).toBe(true);
    expect(of([poor], { ...costly(1201), counted: 2 })?.lossMaking).toBe(false);
    expect(of([poor], { ...costly(1201), exposureDays: 179 })?.lossMaking).toBe(false);
  });

  it('stays until the margin is above 5 % of what is really paid', () => {
    const previous = { minor: -1, currency: 'EUR', lossMaking: true };
    const holdings = [{ contract: poor, discounts: [{ from: 0, percent: 50 }] }];
    expect(of([], { ...costly(570), holdings, previous })?.lossMaking).toBe(true);
    expect(of([], { ...costly(569), holdings, previous })?.lossMaking).toBe(false);
    expect(of([], { ...costly(570), holdings })?.lossMaking).toBe(false);
  });
});

it('the discount is taken off what recurs only', () => {
  const sold = contractOf([fee(1000), { kind: 'work', minor: 5000, at: '2026-10-01' }]);
  const holdings = [{ contract: sold, discounts: [{ from: dayNumber('2026-11-01'), percent: 50 }] }];
  expect(of([], { holdings })?.account?.discountMinor).toBe(417);
  expect(of([], { holdings }, { discounted: [] })?.account?.discountMinor).toBe(0);
});

it('law: more revenue never lowers a margin, more cost never raises it', () => {
  const amounts = fc.tuple(fc.nat(100_000), fc.nat(100_000), fc.nat(100_000), fc.integer({ min: 0, max: 100 }));
  fc.assert(
    fc.property(amounts, ([minor, more, cost, percent]) => {
      const margin = (paid: number, served: number) =>
        of([], {
          holdings: [{ contract: contractOf([fee(paid)]), discounts: [{ from: 0, percent }] }],
          days: [day('2026-11-20', served)],
        })?.minor ?? 0;
      expect(margin(minor + more, cost)).toBeGreaterThanOrEqual(margin(minor, cost));
      expect(margin(minor, cost + more)).toBe(margin(minor, cost) - more);
    }),
  );
});
