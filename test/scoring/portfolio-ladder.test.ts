import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ARTICLE, type Ladder } from '@/lib/scoring/ladder';
import { MALAYSIA } from '@/lib/scoring/ladders/asia';
import { BELGIUM } from '@/lib/scoring/ladders/belgium';
import { portfolioLadder } from '@/lib/scoring/portfolio-ladder';

const { amnesty: _, ...STRICT }: Ladder = BELGIUM;

describe('S5: Belgium, a portfolio of Denuit and others', () => {
  const published = [
    306.0, 273.9, 248.7, 228.3, 211.2, 196.5, 183.8, 172.6, 162.5, 152.8, 143.9, 135.9, 128.9, 119.8, 111.1, 104.8,
    99.8, 95.6, 75.2, 72.7, 70.3, 68.1, 37.6,
  ];
  const { shares, relativities } = portfolioLadder(STRICT, [{ shape: 0.889, rate: 0.889 / 0.1474 }], { user_error: 1 });

  it('has relativities within a tenth of those printed', () => {
    for (const [rung, percent] of published.entries()) {
      expect(Math.abs(100 * (relativities[rung] ?? NaN) - percent)).toBeLessThan(0.1);
    }
  });

  it('is in balance: Σ Pr(L = l) r_l = 1', () => {
    const balance = shares.reduce((sum, share, rung) => sum + share * (relativities[rung] ?? 0), 0);
    expect(balance).toBeCloseTo(1, 12);
  });
});

describe('a portfolio', () => {
  it('of one rate that is all but certain is a single chain', () => {
    const found = portfolioLadder(MALAYSIA, [{ shape: 1e4, rate: 1e5 }], { user_error: 1 });
    expect(found.meanLevel).toBeCloseTo(56.5781, 2);
    expect(found.neutralFactor).toBeCloseTo(100 / 56.5781, 3);
    for (const relativity of found.relativities) expect(relativity).toBeCloseTo(1, 1);
  });

  it('is the mean of its customers, not the chain of their mean', () => {
    const [calm, busy] = [
      { shape: 1e4, rate: 1e6 },
      { shape: 1e4, rate: 1e4 },
    ];
    const level = (...posteriors: { shape: number; rate: number }[]): number =>
      portfolioLadder(MALAYSIA, posteriors, { user_error: 1 }).meanLevel;
    expect(level(calm, busy)).toBeCloseTo((level(calm) + level(busy)) / 2, 10);
    expect(level(calm, busy)).toBeLessThan(level({ shape: 1e4, rate: 1e4 / 0.505 }));
  });

  it('takes proportions as such, whatever they add up to', () => {
    const posteriors = [{ shape: 0.4, rate: 0.4 / 3 }];
    const one = portfolioLadder(ARTICLE, posteriors, { unknown_crash: 0.1, pending: 0.9 });
    const other = portfolioLadder(ARTICLE, posteriors, { unknown_crash: 5, pending: 45 });
    for (const [rung, share] of one.shares.entries()) expect(other.shares[rung]).toBeCloseTo(share, 12);
  });

  it('is always in balance, and worse rungs hold those who claim more', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            shape: fc.double({ min: 0.2, max: 5, noNaN: true }),
            rate: fc.double({ min: 0.5, max: 5, noNaN: true }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        (posteriors) => {
          const { shares, relativities } = portfolioLadder(MALAYSIA, posteriors, { user_error: 1 });
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
          expect(shares.reduce((sum, share, rung) => sum + share * (relativities[rung] ?? 0), 0)).toBeCloseTo(1, 10);
          expect(relativities[0]).toBeGreaterThan(relativities[5] ?? Infinity);
        },
      ),
      { numRuns: 10 },
    );
  });
});
