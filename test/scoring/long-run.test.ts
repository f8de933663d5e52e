import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CauseRates } from '@/lib/scoring/chain';
import { ARTICLE, type Ladder, LITERAL, SANE } from '@/lib/scoring/ladder';
import { HONG_KONG, MALAYSIA, SINGAPORE, TAIWAN } from '@/lib/scoring/ladders/asia';
import { BELGIUM } from '@/lib/scoring/ladders/belgium';
import { BRAZIL } from '@/lib/scoring/ladders/brazil';
import { FRANCE } from '@/lib/scoring/ladders/france';
import { SWITZERLAND } from '@/lib/scoring/ladders/switzerland';
import { UNITED_KINGDOM } from '@/lib/scoring/ladders/united-kingdom';
import { levelsOf, longRunOf, transientOf } from '@/lib/scoring/long-run';
import { dot } from '@/lib/scoring/matrix';

const withoutAmnesty = ({ amnesty: _, ...ladder }: Ladder): Ladder => ladder;
const claims = (rate: number): CauseRates => ({ user_error: rate });
const uniform = (ladder: Ladder): number[] => ladder.discounts.map(() => 1 / ladder.discounts.length);
const evolution = (ladder: Ladder, rates: CauseRates, years: number): number[] =>
  transientOf(ladder, rates, { years, from: uniform(ladder) }).map((shares) => dot(shares, levelsOf(ladder)));

function close(found: readonly number[], expected: readonly number[], digits: number): void {
  expect(found.map((value) => value.toFixed(digits))).toEqual(expected.map((value) => value.toFixed(digits)));
}

describe('S1: Malaysia', () => {
  const { shares, meanLevel, meanDiscount, how } = longRunOf(MALAYSIA, claims(0.1));

  it('has the published shares, the last by its fifth digit', () => {
    close(shares, [0.0952, 0.0861, 0.0779, 0.0705, 0.0638, 0.6065], 4);
    expect(how).toBe('solved');
  });

  it('is the closed form', () => {
    const p = Math.exp(-0.1);
    const discount = 25 * p + 5 * p ** 2 + 8.33 * p ** 3 + 6.67 * p ** 4 + 10 * p ** 5;
    expect(meanDiscount).toBeCloseTo(discount, 11);
    close([meanDiscount, meanLevel], [43.4219, 56.5781], 4);
    for (const [rung, share] of shares.entries()) {
      expect(share).toBeCloseTo(rung === 5 ? p ** 5 : (1 - p) * p ** rung, 14);
    }
  });

  it('comes there from a uniform start as published', () => {
    close(evolution(MALAYSIA, claims(0.1), 6), [61.11, 62.55, 59.87, 58.06, 57.06, 56.58], 2);
  });
});

describe('S2: Brazil', () => {
  it('has the published shares and level', () => {
    const { shares, meanLevel } = longRunOf(BRAZIL, claims(0.1));
    close(shares, [0, 0, 0.0003, 0.0022, 0.0144, 0.0936, 0.8894], 4);
    close([meanLevel], [65.6523], 4);
  });

  it('comes there from a uniform start as published', () => {
    const published = [76.69, 73.76, 71.31, 69.38, 67.92, 66.93, 66.4, 66.05, 65.88, 65.78];
    close(evolution(BRAZIL, claims(0.1), 11).slice(1), published, 2);
  });
});

describe('S3: four states of Ross', () => {
  const ross: Ladder = {
    id: 'ross',
    discounts: [-500, -300, -150, -100],
    entry: 3,
    claimFreeMax: 0,
    stepBack: { user_error: { to: [[0], [0], [1, 0], [2, 1, 0]], when: 'anniversary' } },
  };

  it('has his shares and premium', () => {
    const { shares, meanLevel } = longRunOf(ross, claims(0.5));
    close(shares.toReversed(), [0.369281, 0.23956, 0.210328, 0.180832], 6);
    close([meanLevel], [326.376157], 6);
  });
});

describe('S4: up one, down two', () => {
  const ladder: Ladder = {
    id: 's4',
    discounts: [0, 25, 50, 60],
    entry: 0,
    claimFreeMax: 0,
    stepBack: { user_error: { to: [[0], [0], [0], [1]], when: 'anniversary' } },
  };

  it('has the shares 9, 20, 16 and 64 of 109', () => {
    const { shares, meanLevel } = longRunOf(ladder, claims(-Math.log(0.8)));
    close(shares, [9 / 109, 20 / 109, 16 / 109, 64 / 109], 12);
    close([meanLevel], [52.844037], 6);
  });
});

describe('S6: published figures of real ladders', () => {
  it.each<[string, Ladder, [string, string, string], [string, string, string]]>([
    ['Malaysia', MALAYSIA, ['56.5781', '21.051', '0.17238'], ['79.4151', '62.573', '0.20231']],
    ['Brazil', BRAZIL, ['65.6523', '1.864', '0.01276'], ['76.7350', '33.528', '0.32764']],
    ['Switzerland', SWITZERLAND, ['57.2425', '5.441', '0.47951'], ['238.2747', '85.900', '0.20233']],
    ['Belgium', withoutAmnesty(BELGIUM), ['56.2643', '4.176', '0.25819'], ['160.7207', '73.814', '0.24911']],
    ['Hong Kong', HONG_KONG, ['47.7471', '12.912', '0.18834'], ['77.5704', '62.617', '0.29303']],
    ['Singapore', SINGAPORE, ['57.4959', '14.992', '0.14789'], ['84.1104', '68.221', '0.22484']],
    ['Taiwan', TAIWAN, ['78.8319', '9.813', '0.17649'], ['140.5325', '78.369', '0.23500']],
    ['United Kingdom', UNITED_KINGDOM, ['38.2385', '4.982', '0.12149'], ['67.3315', '49.741', '0.47195']],
  ])('%s', (_, ladder, seldom, often) => {
    const figures = [0.1, 0.5].map((rate) => {
      const { meanLevel, rsal, efficiency } = longRunOf(ladder, claims(rate));
      return [meanLevel.toFixed(4), (100 * rsal).toFixed(3), efficiency.toFixed(5)];
    });
    expect(figures).toEqual([seldom, often]);
  });

  it('the article, by crashes alone', () => {
    const figures = [0.1, 0.5].map((unknown_crash) => longRunOf(ARTICLE, { unknown_crash }));
    close(
      figures.map(({ meanLevel }) => meanLevel),
      [62.5876, 85.8504],
      4,
    );
    close(
      figures.map(({ rsal }) => 100 * rsal),
      [25.175, 71.701],
      3,
    );
    close(
      figures.map(({ efficiency }) => efficiency),
      [0.16742, 0.17259],
      5,
    );
  });

  it('the efficiency of the article is its closed form', () => {
    const p = Math.exp(-0.1);
    const { efficiency, meanLevel } = longRunOf(ARTICLE, { unknown_crash: 0.1 });
    const sum = [1, 2, 3, 4, 5].reduce((total, k) => total + k * p ** k, 0);
    expect(efficiency).toBeCloseTo((0.1 * 10 * sum) / meanLevel, 8);
    close([efficiency], [0.1674243], 7);
  });

  it('Singapore and Hong Kong share their chain', () => {
    const shares = [0.025119, 0.029394, 0.089975, 0.081413, 0.073665, 0.700434];
    close(longRunOf(SINGAPORE, claims(0.1)).shares, shares, 6);
    expect(longRunOf(HONG_KONG, claims(0.1)).shares).toEqual(longRunOf(SINGAPORE, claims(0.1)).shares);
  });

  it('the article, where crashes take and other contacts hold', () => {
    const { shares, meanDiscount } = longRunOf(ARTICLE, { unknown_crash: 0.1, pending: 1 });
    close(shares, [0.222325, 0.172897, 0.134457, 0.104564, 0.081317, 0.28444], 6);
    close(
      [meanDiscount, longRunOf(ARTICLE, { unknown_crash: 0.05, pending: 0.5 }).meanDiscount],
      [25.0297, 39.4547],
      4,
    );
  });

  it('the article from the ground up', () => {
    const discounts = transientOf(ARTICLE, { unknown_crash: 0.1 }, { years: 8 }).map((shares) =>
      dot(shares, ARTICLE.discounts),
    );
    close(discounts, [0, 9.048374, 17.235682, 24.643864, 31.347064, 37.412371, 37.412371, 37.412371], 6);
  });
});

describe('other ladders in the long run', () => {
  it('without any claims everybody comes to the top, and this is iterated', () => {
    const { shares, how, meanDiscount, efficiency } = longRunOf(ARTICLE, {});
    close(shares, [0, 0, 0, 0, 0, 1], 12);
    expect(how).toBe('iterated');
    expect(meanDiscount).toBeCloseTo(50, 10);
    expect(efficiency).toBe(0);
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
    close(longRunOf(ladder, claims(0.3)).shares, [1 - p, 0, 0, 0, 0, p], 12);
  });

  it('an amnesty of two years: the chain remembers the first', () => {
    const ladder: Ladder = { ...MALAYSIA, amnesty: { claimFreeYears: 2, notBelow: 5 } };
    const p = Math.exp(-0.3);
    close(longRunOf(ladder, claims(0.3)).shares, [1 - p, (1 - p) * p, 0, 0, 0, p * p], 12);
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
      { numRuns: 50 },
    );
  });

  it('who claims more pays more', () => {
    fc.assert(
      fc.property(ladders, fc.double({ min: 0.01, max: 3, noNaN: true }), (ladder, rate) => {
        const level = (at: number): number => longRunOf(ladder, { unknown_crash: at }).meanLevel;
        expect(level(rate * 1.5)).toBeGreaterThan(level(rate));
      }),
      { numRuns: 50 },
    );
  });

  it('in the end it does not matter where one began', () => {
    fc.assert(
      fc.property(ladders, fc.double({ min: 0.2, max: 2, noNaN: true }), (ladder, rate) => {
        const late = transientOf(ladder, claims(rate), { years: 400 }).at(-1) ?? [];
        for (const [rung, share] of longRunOf(ladder, claims(rate)).shares.entries()) {
          expect(late[rung]).toBeCloseTo(share, 9);
        }
      }),
      { numRuns: 20 },
    );
  });
});
