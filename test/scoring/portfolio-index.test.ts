import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DAY, YEAR } from '@/lib/scoring/contact';
import { evidenceOf } from '@/lib/scoring/evidence';
import { left } from '@/lib/scoring/forgetting';
import { expectedContacts, indexOf, trendOf } from '@/lib/scoring/portfolio-index';
import { meanOf, posteriorOf } from '@/lib/scoring/rate';

const WEEK_YEARS = 7 / 365.25;
const steps = (contacts: readonly number[], years: readonly number[], stepDays = 7) => ({
  from: 0,
  stepDays,
  contacts,
  years,
});

describe('X1: a week in which everybody called', () => {
  const outage = [...Array(9).fill(0.1), 0.5].map((weekly: number) => weekly / WEEK_YEARS);
  const quiet = Array(10).fill(0.1 / WEEK_YEARS);
  const prior = { alpha: 0.4, phi: 2, mean: 0.1 / WEEK_YEARS };
  const now = 70 * DAY;

  const relativity = (rates: readonly number[]): number => {
    const index = indexOf({ from: 0, stepDays: 7, rates, level: 0.1 / WEEK_YEARS }, Infinity);
    const { e } = evidenceOf({}, [{ from: 0, to: now }], { halfLifeDays: Infinity, index }, now);
    return meanOf(posteriorOf(prior, { n: 2, e })) / prior.mean;
  };

  it('marks nobody much', () => {
    expect(relativity(outage)).toBeCloseTo(1.272727, 6);
    expect(relativity(outage)).toBeCloseTo(1.4 / 1.1, 12);
  });

  it('would have, without the index', () => {
    expect(relativity(quiet)).toBeCloseTo(1.4 / 0.9, 12);
  });
});

describe('the trend', () => {
  it('stands from 100 customers on', () => {
    const some = steps([5, 5], [1, 1]);
    expect(trendOf(some, 99)).toBeUndefined();
    expect(trendOf(some, 100)).toEqual({ from: 0, stepDays: 7, rates: [5, 5], level: 5 });
  });

  it('is nothing where nobody called, or nobody was watched', () => {
    expect(trendOf(steps([0, 0], [1, 1]), 100)).toBeUndefined();
    expect(trendOf(steps([0, 0], [0, 0]), 100)).toBeUndefined();
    expect(trendOf(steps([], []), 100)).toBeUndefined();
  });

  it('is half the week itself and half the four before it, each by its exposure', () => {
    const { rates } = trendOf(steps([8, 2, 6, 4, 9, 20], [4, 2, 2, 2, 3, 2]), 100) ?? { rates: [] };
    expect(rates[0]).toBe(2);
    expect(rates[1]).toBe((1 + 2) / 2);
    expect(rates[2]).toBe((3 + 10 / 6) / 2);
    expect(rates[4]).toBe((3 + 20 / 10) / 2);
    expect(rates[5]).toBe((10 + 21 / 9) / 2);
  });

  it('goes on as before through weeks without anybody, and starts with the average', () => {
    expect(trendOf(steps([0, 6, 0, 0, 6], [0, 2, 0, 0, 3]), 100)?.rates).toEqual([2.4, 3, 3, 3, 2.5]);
  });

  it('halves in a week in which nobody called, and begins with the average if that is the first', () => {
    expect(trendOf(steps([0, 6, 0], [2, 2, 2]), 100)?.rates).toEqual([1, 3, 0.75]);
  });

  it.each([
    { stepDays: 28, rates: [2, 6] },
    { stepDays: 27, rates: [2, 4] },
  ])('takes steps of $stepDays days as $rates', ({ stepDays, rates }) => {
    expect(trendOf(steps([2, 6], [1, 1], stepDays), 100)?.rates).toEqual(rates);
  });

  it('takes long steps without a call for average ones: nothing would be expected of anybody', () => {
    expect(trendOf(steps([2, 0, 4], [1, 1, 1], 365.25), 100)?.rates).toEqual([2, 2, 4]);
  });
});

describe('the present level', () => {
  const level = (contacts: readonly number[], stepDays = 7): number | undefined =>
    trendOf(steps(contacts, Array(contacts.length).fill(1), stepDays), 100)?.level;

  it('is that of the last 13 weeks of a long history', () => {
    expect(level([...Array(17).fill(100), ...Array(13).fill(2)])).toBe(2);
    expect(level([...Array(18).fill(100), ...Array(12).fill(2)])).toBeCloseTo((100 + 24) / 13, 12);
  });

  it('is that of half of a history that is shorter than 180 days', () => {
    expect(level([9, 9, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1])).toBe(1);
    expect(level([9, 9, 9, 9, 9, 8, 1, 1, 1, 1])).toBeCloseTo((8 + 4) / 5, 12);
  });

  it('is that of four weeks at least', () => {
    expect(level([9, 8, 1, 1, 1])).toBeCloseTo(11 / 4, 12);
    expect(level([9, 1])).toBe(5);
  });

  it('is that of the last step if it is longer', () => {
    expect(level([5, 9, 1], 365.25)).toBe(1);
    expect(level([5, 9, 3, 4, 2], 30.4375)).toBe(3);
  });

  it('looks back further when nobody called of late', () => {
    expect(level([...Array(20).fill(3), ...Array(13).fill(0)])).toBeCloseTo(60 / 33, 12);
  });
});

describe('expected contacts', () => {
  const rates = [3, 1, 0, 8, 2];
  const trend = { from: 50 * DAY, stepDays: 7, rates, level: 2 };

  /** Day by day, without any sums kept. */
  function summed({ from, to }: { from: number; to: number }, halfLifeDays: number, now: number): number {
    const parts = 2_000;
    const width = (to - from) / parts;
    let sum = 0;
    for (let part = 0; part < parts; part++) {
      const t = from + (part + 0.5) * width;
      const step = Math.min(rates.length - 1, Math.max(0, Math.floor((t - trend.from) / (7 * DAY))));
      sum += ((rates[step] ?? 0) * left(now - t, halfLifeDays) * width) / YEAR;
    }
    return sum;
  }

  it.each([30, 180, Infinity])(
    'with a half-life of %d days are the sum over all days, before and after it too',
    (h) => {
      const index = indexOf(trend, h);
      fc.assert(
        fc.property(
          fc.double({ min: 0, max: 120, noNaN: true }),
          fc.double({ min: 0.1, max: 100, noNaN: true }),
          fc.double({ min: 0, max: 300, noNaN: true }),
          (from, length, later) => {
            const stretch = { from: from * DAY, to: (from + length) * DAY };
            const now = stretch.to + later * DAY;
            const expected = summed(stretch, h, now);
            const coarse = (40 * (length / 2_000)) / 365.25;
            expect(Math.abs(expectedContacts(index, stretch, now) - expected)).toBeLessThan(1e-3 * expected + coarse);
          },
        ),
      );
    },
  );

  it('at the level throughout are years', () => {
    const index = indexOf({ ...trend, rates: [2, 2, 2, 2, 2] }, 180);
    const weighed = evidenceOf({}, [{ from: 0, to: 90 * DAY }], { halfLifeDays: 180, index }, 100 * DAY);
    const plain = evidenceOf({}, [{ from: 0, to: 90 * DAY }], { halfLifeDays: 180 }, 100 * DAY);
    expect(weighed.e).toBeCloseTo(plain.e, 12);
  });

  it('keep what they need: one sum more than there are steps', () => {
    const { faded, halfLifeDays } = indexOf(trend, Infinity);
    expect(halfLifeDays).toBe(Infinity);
    expect(faded.map((sum) => sum / WEEK_YEARS)).toEqual([0, 3, 4, 4, 12, 14].map((sum) => expect.closeTo(sum, 9)));
  });
});
