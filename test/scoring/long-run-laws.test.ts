import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ARTICLE, type Ladder, LITERAL, SANE } from '@/lib/scoring/ladder';
import { MALAYSIA, SINGAPORE, TAIWAN } from '@/lib/scoring/ladders/asia';
import { BELGIUM } from '@/lib/scoring/ladders/belgium';
import { BRAZIL } from '@/lib/scoring/ladders/brazil';
import { FRANCE } from '@/lib/scoring/ladders/france';
import { UNITED_KINGDOM } from '@/lib/scoring/ladders/united-kingdom';
import { levelsOf, longRunOf, transientOf } from '@/lib/scoring/long-run';

import { claims, fixed, withoutAmnesty } from './long-run-of';

describe('other ladders in the long run', () => {
  it('without any claims everybody comes to the top, and this is iterated', () => {
    const { shares, how, meanDiscount, efficiency } = longRunOf(ARTICLE, {});
    expect(fixed(shares, 12)).toEqual(fixed([0, 0, 0, 0, 0, 1], 12));
    expect(how).toBe('iterated');
    expect(meanDiscount).toBeCloseTo(50, 10);
    expect(efficiency).toBeCloseTo(0, 12);
  });

  it('an amnesty spares the worst classes', () => {
    const kind = longRunOf(BELGIUM, claims(0.5));
    const strict = longRunOf(withoutAmnesty(BELGIUM), claims(0.5));
    expect(kind.shares).toHaveLength(23);
    expect(kind.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(kind.meanLevel).toBeLessThan(strict.meanLevel);
    expect(kind.shares[8]).toBeGreaterThan(strict.shares[8] ?? 1);
  });

  it('with an amnesty of one year after which all is well, a claim costs a year', () => {
    const ladder: Ladder = { ...MALAYSIA, amnesty: { claimFreeYears: 1, notBelow: 5 } };
    const p = Math.exp(-0.3);
    expect(fixed(longRunOf(ladder, claims(0.3)).shares, 12)).toEqual(fixed([1 - p, 0, 0, 0, 0, p], 12));
  });

  it('an amnesty of two years: the chain remembers the first', () => {
    const ladder: Ladder = { ...MALAYSIA, amnesty: { claimFreeYears: 2, notBelow: 5 } };
    const p = Math.exp(-0.3);
    expect(fixed(longRunOf(ladder, claims(0.3)).shares, 12)).toEqual(fixed([1 - p, (1 - p) * p, 0, 0, 0, p * p], 12));
  });

  it('the article word for word is kinder than as it stands', () => {
    const rates = { unknown_crash: 0.3 };
    expect(longRunOf(LITERAL, rates).meanDiscount).toBeGreaterThan(longRunOf(ARTICLE, rates).meanDiscount);
  });

  it('the sane ladder lets one error a year pass', () => {
    const p = Math.exp(-0.5) * 1.5;
    const up = longRunOf(SANE, claims(0.5)).shares;
    const ratio = (up[5] ?? 0) / (up[4] ?? 1);
    expect(ratio).toBeGreaterThan(p);
    expect(longRunOf(SANE, { unknown_crash: 0.5 }).meanDiscount).toBeLessThan(
      longRunOf(SANE, claims(0.5)).meanDiscount,
    );
  });

  it('leaves protection out: it must remember years', () => {
    const { protection: _, ...bare } = UNITED_KINGDOM;
    expect(longRunOf(bare, claims(0.1))).toEqual(longRunOf(UNITED_KINGDOM, claims(0.1)));
  });

  it('holds for hundreds of coefficients', () => {
    const { shares, how } = longRunOf(FRANCE, claims(0.1));
    expect(how).toBe('solved');
    expect(shares).toHaveLength(FRANCE.discounts.length);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  }, 30_000);
});

describe('laws', () => {
  const ladders = fc.constantFrom(ARTICLE, SANE, LITERAL, MALAYSIA, BRAZIL, SINGAPORE, TAIWAN, UNITED_KINGDOM);

  it('shares are one, and levels lie between the best and the worst', () => {
    fc.assert(
      fc.property(
        ladders,
        fc.double({ min: 0, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (ladder, a, b) => {
          const { shares, meanLevel, rsal } = longRunOf(ladder, { user_error: a, unknown_crash: b });
          const levels = levelsOf(ladder);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
          expect(meanLevel).toBeGreaterThanOrEqual(Math.min(...levels) - 1e-9);
          expect(meanLevel).toBeLessThanOrEqual(Math.max(...levels) + 1e-9);
          expect(rsal).toBeCloseTo((meanLevel - Math.min(...levels)) / (Math.max(...levels) - Math.min(...levels)), 12);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('no rate is too small or too large for a figure', () => {
    for (const rate of [5e-324, 1e-300, 1e-100, 1e-12, 40, 300]) {
      const { shares } = longRunOf(BRAZIL, claims(rate));
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 11);
    }
  });

  it('who claims more pays more', () => {
    fc.assert(
      fc.property(ladders, fc.double({ min: 0.01, max: 3, noNaN: true }), (ladder, rate) => {
        const level = (at: number): number => longRunOf(ladder, { unknown_crash: at }).meanLevel;
        expect(level(rate * 1.5)).toBeGreaterThan(level(rate));
      }),
      { numRuns: 25 },
    );
  });

  it('in the end it does not matter where one began', () => {
    fc.assert(
      fc.property(ladders, fc.double({ min: 0.2, max: 2, noNaN: true }), (ladder, rate) => {
        const late = transientOf(ladder, claims(rate), { years: 250 }).at(-1) ?? [];
        for (const [rung, share] of longRunOf(ladder, claims(rate)).shares.entries()) {
          expect(late[rung]).toBeCloseTo(share, 9);
        }
      }),
      { numRuns: 10 },
    );
  });
});
