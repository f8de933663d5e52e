import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { measured, median } from '../../scripts/bench-page/statistics.ts';
import { verdicts } from '../../scripts/bench-page/verdicts.ts';

const values = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });

describe('a median', () => {
  it.each([
    [[3], 3],
    [[3, 1], 2],
    [[9, 1, 2], 2],
    [[4, 1, 2, 100], 3],
  ])('of %j is %s', (of, middle) => {
    expect(median(of)).toBe(middle);
  });
});

describe('an interval', () => {
  it('holds the median, and lies within what was measured', () => {
    fc.assert(
      fc.property(values, (differences) => {
        const { median: middle, low, high } = measured(differences);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(Math.min(...differences));
        expect(high).toBeLessThanOrEqual(Math.max(...differences));
        expect(middle).toBe(median(differences));
      }),
      { numRuns: 20 },
    );
  });

  it('is the same for the same values, and moves with them', () => {
    const differences = [1, 5, 2, 8, 3, 3, 4];
    const here = measured(differences);
    expect(measured(differences)).toEqual(here);
    expect(measured(differences.map((value) => value + 10))).toEqual({
      median: here.median + 10,
      low: here.low + 10,
      high: here.high + 10,
    });
  });
});

describe('a verdict', () => {
  const of = (low: number, high: number) => {
    const same = { median: (low + high) / 2, low, high };
    const over = { load: same, churn: same, heap: same };
    const bare = { load: 40, churn: 200, heap: 500 };
    return verdicts(new Map([['/core.js', 'x'.repeat(30_001)]]), {
      rounds: 15,
      bare,
      over: { bare: over, statement: over, span: over },
    });
  };

  it.each([
    ['yes', 1, 5],
    ['not sure', 4, 6],
    ['no', 5.1, 9],
  ])('is %s of a load between %s and %s ms', (met, low, high) => {
    expect(of(low, high).find(({ what }) => what.startsWith('load'))?.met).toBe(met);
  });

  it('counts bytes as they are', () => {
    const [raw, gzip] = of(0, 0);
    expect([raw?.met, gzip?.met]).toEqual(['no', 'yes']);
  });
});
