import { describe, expect, it } from 'vitest';

import { sharesByRate } from '@/lib/scoring/shares-by-rate';

describe('shares of many rates', () => {
  const rates = Array.from({ length: 300 }, (_, index) => 0.01 * 1.03 ** index);
  const exact = (rate: number): number[] => [Math.exp(-rate), 1 - Math.exp(-rate)];

  it('are asked for one by one up to 256', () => {
    let asked = 0;
    const counting = (rate: number): number[] => {
      asked += 1;
      return exact(rate);
    };
    const few = sharesByRate(counting, rates.slice(0, 256));
    expect([asked, few(1.7)]).toEqual([0, exact(1.7)]);
    sharesByRate(counting, rates.slice(0, 257));
    expect(asked).toBe(1 + 256);
  });

  it('are read from a grid beyond, right to the fourth digit', () => {
    const many = sharesByRate(exact, rates);
    for (const rate of rates) {
      const [free = NaN, others = NaN] = many(rate);
      expect(Math.abs(free - Math.exp(-rate))).toBeLessThan(1e-4);
      expect(free + others).toBeCloseTo(1, 12);
    }
    expect(many(rates[0] ?? 0)[0]).toBeCloseTo(Math.exp(-0.01), 12);
    expect(many(rates.at(-1) ?? 0)[0]).toBeCloseTo(Math.exp(-(rates.at(-1) ?? 0)), 12);
  });

  it('take what is next to nothing for the least of the grid', () => {
    const many = sharesByRate(exact, [0, 1e-30, ...rates]);
    expect(many(0)[0]).toBeCloseTo(Math.exp(-1e-6), 12);
    expect(many(1e-30)[0]).toBeCloseTo(Math.exp(-1e-6), 12);
  });

  it('are one where all rates are one', () => {
    const many = sharesByRate(
      exact,
      Array.from({ length: 300 }, () => 2),
    );
    expect(many(2)[0]).toBeCloseTo(Math.exp(-2), 12);
  });
});
