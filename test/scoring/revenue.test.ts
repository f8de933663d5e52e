import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Contract, RevenuePart } from '@/lib/scoring/contract';
import { goodsOf, inForce, revenueOf } from '@/lib/scoring/revenue';

import { contractOf, span } from './contract-of';

const spread = { licences: 'spread' } as const;
const earned = (part: RevenuePart, [first, last]: [string, string], more: Partial<Contract> = {}): number =>
  revenueOf(contractOf([part], more), span(first, last), spread)[part.kind];

const monthly = (more: { from?: string; to?: string } = {}): RevenuePart => ({
  kind: 'monthly',
  minor: 30_000,
  from: '2020-01-01',
  ...more,
});

describe('a monthly fee', () => {
  it.each<[string, [string, string], number]>([
    ['a month of 31 days', ['2026-01-01', '2026-01-31'], 30_000],
    ['February', ['2026-02-01', '2026-02-28'], 30_000],
    ['a leap February', ['2024-02-01', '2024-02-29'], 30_000],
    ['the first day of 31', ['2026-01-01', '2026-01-01'], 968],
    ['the tenth, up to which 8709.68 were earned', ['2026-01-10', '2026-01-10'], 967],
    ['a day of 28', ['2026-02-10', '2026-02-10'], 1071],
    ['a day of 30', ['2026-04-10', '2026-04-10'], 1000],
    ['a year', ['2026-01-01', '2026-12-31'], 360_000],
    ['365 days from any day', ['2025-11-26', '2026-11-25'], 360_000],
    ['half a month and half the next', ['2026-04-16', '2026-05-15'], 15_000 + 14_516],
    ['before it began', ['2019-01-01', '2019-12-31'], 0],
  ])('%s', (_, days, minor) => {
    expect(earned(monthly(), days)).toBe(minor);
  });

  it('is earned between its own days only', () => {
    const year: [string, string] = ['2026-01-01', '2026-12-31'];
    expect(earned(monthly({ from: '2026-04-16' }), year)).toBe(15_000 + 8 * 30_000);
    expect(earned(monthly({ to: '2026-04-16' }), year)).toBe(3 * 30_000 + 15_000);
    expect(earned(monthly({ from: '2027-01-01' }), year)).toBe(0);
  });

  it('is earned while the contract is in force', () => {
    const year: [string, string] = ['2026-01-01', '2026-12-31'];
    expect(earned(monthly(), year, { start: '2026-10-01' })).toBe(90_000);
    expect(earned(monthly(), year, { end: '2026-03-01' })).toBe(60_000);
    expect(earned(monthly(), year, { pauses: [{ from: '2026-04-01', to: '2026-04-16' }] })).toBe(345_000);
    expect(earned(monthly(), year, { pauses: [{ from: '2026-07-01' }] })).toBe(180_000);
  });
});

describe('a support contract of a year', () => {
  const support: RevenuePart = { kind: 'support', minor: 36_500, from: '2023-05-10' };

  it.each<[string, [string, string], number]>([
    ['its year', ['2025-05-10', '2026-05-09'], 36_500],
    ['a day of a year of 365', ['2025-06-01', '2025-06-01'], 100],
    ['its leap year', ['2023-05-10', '2024-05-09'], 36_500],
    ['100 days of its leap year', ['2023-05-10', '2023-08-17'], Math.round(3_650_000 / 366)],
    ['the last day of a year and the first of the next', ['2025-05-09', '2025-05-10'], 200],
    ['before', ['2022-05-10', '2023-05-09'], 0],
    ['its first day', ['2023-05-09', '2023-05-10'], 100],
  ])('%s', (_, days, minor) => {
    expect(earned(support, days)).toBe(minor);
  });

  it('that begins on 29 February has years that begin on the 28th, and on the 29th in leap years', () => {
    const leap: RevenuePart = { kind: 'support', minor: 36_600, from: '2020-02-29' };
    expect(earned(leap, ['2023-02-28', '2024-02-28'])).toBe(36_600);
    expect(earned(leap, ['2024-02-29', '2025-02-27'])).toBe(36_600);
  });

  it('ends with its last day', () => {
    expect(earned({ ...support, to: '2025-06-09' }, ['2025-05-10', '2026-05-09'])).toBe(3000);
  });

  it('earns nothing in a pause', () => {
    const pauses = [{ from: '2025-06-01', to: '2025-07-01' }];
    expect(earned(support, ['2025-05-10', '2026-05-09'], { pauses })).toBe(33_500);
  });
});

describe('a licence', () => {
  const licence: RevenuePart = { kind: 'licence', minor: 73_100, at: '2024-01-01', termMonths: 24 };
  const ever: [string, string] = ['2020-01-01', '2040-01-01'];

  it.each<[string, [string, string], number]>([
    ['its first day', ['2024-01-01', '2024-01-01'], 100],
    ['the day before', ['2023-12-31', '2023-12-31'], 0],
    ['its first year', ['2024-01-01', '2024-12-31'], 36_600],
    ['its last day', ['2025-12-31', '2025-12-31'], 100],
    ['the day after', ['2026-01-01', '2026-01-01'], 0],
    ['all of it', ever, 73_100],
  ])('is spread over its term: %s', (_, days, minor) => {
    expect(earned(licence, days)).toBe(minor);
  });

  it('is lengthened by a pause', () => {
    const pauses = [{ from: '2024-03-01', to: '2024-03-11' }];
    expect(earned(licence, ['2024-03-01', '2024-03-10'], { pauses })).toBe(0);
    expect(earned(licence, ['2026-01-10', '2026-01-11'], { pauses })).toBe(100);
    expect(earned(licence, ever, { pauses })).toBe(73_100);
  });

  it('is earned whole when the contract ends before it', () => {
    const end = '2024-02-01';
    expect(earned(licence, ['2024-01-01', '2024-01-31'], { end })).toBe(3100);
    expect(earned(licence, ['2024-02-01', '2024-02-01'], { end })).toBe(70_000);
    expect(earned(licence, ['2024-02-02', '2024-12-31'], { end })).toBe(0);
  });

  it('sold after the end is earned on its day', () => {
    expect(earned(licence, ['2024-01-01', '2024-01-01'], { end: '2023-06-01' })).toBe(73_100);
    expect(earned(licence, ['2023-06-01', '2023-12-31'], { end: '2023-06-01' })).toBe(0);
  });

  it('is booked on the day of sale where that is wanted', () => {
    const booked = (first: string, last: string) =>
      revenueOf(contractOf([licence]), span(first, last), { licences: 'at-once' }).licence;
    expect(booked('2024-01-01', '2024-01-01')).toBe(73_100);
    expect(booked('2023-01-01', '2023-12-31')).toBe(0);
    expect(booked('2024-01-02', '2030-12-31')).toBe(0);
  });
});

describe('what happens once', () => {
  it('is earned that day: work by its price, resale by its margin', () => {
    const work: RevenuePart = { kind: 'work', minor: 5000, at: '2026-03-04' };
    const resale: RevenuePart = { kind: 'resale', minor: 80_000, costMinor: 77_600, at: '2026-03-04' };
    const contract = contractOf([work, work, resale], { end: '2026-01-01' });
    const on = (date: string) => revenueOf(contract, span(date, date), spread);
    expect(on('2026-03-04')).toEqual({ monthly: 0, licence: 0, support: 0, resale: 2400, work: 10_000 });
    expect(on('2026-03-03')).toEqual({ monthly: 0, licence: 0, support: 0, resale: 0, work: 0 });
    expect(on('2026-03-05')).toEqual({ monthly: 0, licence: 0, support: 0, resale: 0, work: 0 });
  });

  it('sold below its cost is a loss', () => {
    expect(earned({ kind: 'resale', minor: 100, costMinor: 350, at: '2026-03-04' }, ['2026-03-01', '2026-03-31'])).toBe(
      -250,
    );
  });
});

describe('the cost of goods', () => {
  it('runs by the month while the contract is in force', () => {
    const contract = contractOf([], {
      goodsMinor: 3000,
      start: '2026-01-16',
      pauses: [{ from: '2026-06-01', to: '2026-07-01' }],
    });
    expect(goodsOf(contract, span('2026-01-01', '2026-12-31'))).toBe(Math.round((3000 * 16) / 31) + 10 * 3000);
    expect(goodsOf(contractOf([]), span('2026-01-01', '2026-12-31'))).toBe(0);
  });
});

it('a contract is in force from its first day to its last, but for its pauses', () => {
  const { from, to } = span('2026-01-01', '2026-12-31');
  const pauses = [
    { from: '2026-08-01', to: '2026-09-01' },
    { from: '2026-02-01', to: '2026-03-01' },
  ];
  expect(inForce(contractOf([], { start: '2026-01-01', end: '2027-01-01', pauses }))).toEqual([
    { from, to: from + 31 },
    { from: from + 59, to: from + 212 },
    { from: from + 243, to },
  ]);
  expect(inForce(contractOf([], { start: '2026-01-01' }))).toEqual([{ from, to: Infinity }]);
});

describe('laws', () => {
  const date = fc.integer({ min: 0, max: 3000 }).map((days) => Temporal.PlainDate.from('2018-01-01').add({ days }));
  const text = date.map(String);
  const minor = fc.nat(10_000_000);
  const part: fc.Arbitrary<RevenuePart> = fc.oneof(
    fc.record({ kind: fc.constant('monthly' as const), minor, from: text }),
    fc.record({ kind: fc.constant('support' as const), minor, from: text }),
    fc.record({ kind: fc.constant('licence' as const), minor, at: text, termMonths: fc.integer({ min: 1, max: 60 }) }),
    fc.record({ kind: fc.constant('work' as const), minor, at: text }),
  );
  const stretch = fc.tuple(date, fc.integer({ min: 1, max: 500 })).map(([from, days]) => ({
    from: from.toString(),
    to: from.add({ days }).toString(),
  }));
  const contract = fc
    .record({
      revenue: fc.array(part, { minLength: 1, maxLength: 3 }),
      start: text,
      pauses: fc.array(stretch, { maxLength: 3 }),
    })
    .map(({ revenue, ...more }) => contractOf(revenue, more));
  const total = (one: Contract, from: number, to: number) =>
    Object.values(revenueOf(one, { from, to }, spread)).reduce((sum, more) => sum + more, 0);
  const days = fc.integer({ min: 17_000, max: 22_000 });

  it('neighbouring spans add up, to the cent', () => {
    fc.assert(
      fc.property(contract, fc.tuple(days, days, days), (one, three) => {
        const [a, b, c] = three.toSorted((x, y) => x - y) as [number, number, number];
        expect(total(one, a, b) + total(one, b, c)).toBe(total(one, a, c));
      }),
    );
  });

  it('a longer span never earns less, and a pause never earns more', () => {
    fc.assert(
      fc.property(contract, days, fc.nat(800), (one, from, more) => {
        expect(total(one, from, from + more)).toBeGreaterThanOrEqual(0);
        const open = { ...one, pauses: [] };
        const began = 0;
        expect(total(one, began, from)).toBeLessThanOrEqual(total(open, began, from));
      }),
    );
  });

  it('a month without a pause is the fee of the month', () => {
    fc.assert(
      fc.property(minor, fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }), (fee, year, month) => {
        const first = new Temporal.PlainDate(year, month, 1);
        const last = first.add({ months: 1 }).subtract({ days: 1 });
        const one = contractOf([{ kind: 'monthly', minor: fee, from: '1999-05-17' }], { start: '1999-05-17' });
        expect(revenueOf(one, span(first.toString(), last.toString()), spread).monthly).toBe(fee);
      }),
    );
  });
});
