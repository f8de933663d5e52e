import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { futureOf, mixOf } from '@/lib/scoring/future';
import { gammaQuantile } from '@/lib/scoring/gamma';
import { seeded } from '@/lib/scoring/seeded';

const drawn = (...numbers: readonly number[]): (() => number) => {
  const left = [...numbers];
  return () => left.shift() ?? 1e-300;
};

describe('draws of a seed and a name', () => {
  const some = (seed: number, name: string): number[] => {
    const random = seeded(seed, name);
    return Array.from({ length: 5 }, random);
  };

  it('are the same every time, and no others', () => {
    expect(some(1, 'c')).toEqual(some(1, 'c'));
    const all = [some(1, 'c'), some(2, 'c'), some(1, 'd'), some(1, ''), some(1, 'cc')].map(String);
    expect(new Set(all).size).toBe(5);
  });

  it('stay the same between versions', () => {
    expect(some(7, 'customer')).toMatchInlineSnapshot(`
      [
        0.5373110469328952,
        0.7958069983662256,
        0.022529510202361935,
        0.5536404999502003,
        0.3957658777140797,
      ]
    `);
  });

  it('lie between 0 and 1, evenly', () => {
    const random = seeded(3, 'even');
    const many = Array.from({ length: 20_000 }, random);
    expect(many.every((one) => one > 0 && one < 1)).toBe(true);
    expect(many.reduce((sum, one) => sum + one, 0) / many.length).toBeCloseTo(0.5, 2);
    expect(many.filter((one) => one < 0.1).length / many.length).toBeCloseTo(0.1, 2);
  });
});

describe('a course that things may take', () => {
  it('has contacts at exponential gaps of the rate drawn, until the years are over', () => {
    const perYear = gammaQuantile(0.4, 0.9) / 0.1;
    const claims = futureOf(
      { shape: 0.4, rate: 0.1 },
      mixOf({ user_error: 1 }),
      2,
      drawn(0.9, 0.5, 0.3, 0.25, 0.3, 1e-9),
    );
    expect(claims).toEqual([
      { after: Math.LN2 / perYear, cause: 'user_error' },
      { after: expect.closeTo((3 * Math.LN2) / perYear, 14), cause: 'user_error' },
    ]);
  });

  it('draws causes by their proportions', () => {
    const causeAt = (uniform: number) =>
      futureOf({ shape: 1, rate: 1 }, mixOf({ pending: 3, unknown_crash: 1 }), 1, drawn(0.5, 0.9, uniform))[0]?.cause;
    expect([0.001, 0.749, 0.751, 0.999].map(causeAt)).toEqual(['pending', 'pending', 'unknown_crash', 'unknown_crash']);
  });

  it('knows proportions that add up to anything', () => {
    expect(mixOf({ pending: 3, user_error: 0, unknown_crash: 1 })).toEqual([
      { cause: 'pending', upTo: 0.75 },
      { cause: 'user_error', upTo: 0.75 },
      { cause: 'unknown_crash', upTo: 1 },
    ]);
    expect(mixOf({ pending: 0 })).toEqual([{ cause: 'pending', upTo: 1 }]);
  });

  it('leaves unjudged what has no proportions', () => {
    expect(futureOf({ shape: 1, rate: 1 }, mixOf({}), 1, drawn(0.5, 0.9, 0.5))[0]?.cause).toBe('pending');
  });

  it('has as many contacts as the posterior says', () => {
    const random = seeded(11, 'many');
    const counts = Array.from({ length: 4000 }, () => futureOf({ shape: 4, rate: 2 }, mixOf({}), 1, random).length);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    expect(mean).toBeCloseTo(2, 1);
    expect(Math.abs(variance - 3)).toBeLessThan(0.3);
  });

  it('is in order of time, and within its years', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 8 }), (seed, years) => {
        const claims = futureOf({ shape: 2, rate: 0.5 }, mixOf({ user_error: 1 }), years, seeded(seed, 'x'));
        const times = claims.map(({ after }) => after);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (const time of times) expect(time > 0 && time < years).toBe(true);
      }),
    );
  });
});
