import { describe, expect, it } from 'vitest';

import type { CauseRates } from '@/lib/scoring/chain';
import { ARTICLE, type Ladder } from '@/lib/scoring/ladder';
import { HONG_KONG, MALAYSIA, SINGAPORE, TAIWAN } from '@/lib/scoring/ladders/asia';
import { BELGIUM } from '@/lib/scoring/ladders/belgium';
import { BRAZIL } from '@/lib/scoring/ladders/brazil';
import { SWITZERLAND } from '@/lib/scoring/ladders/switzerland';
import { UNITED_KINGDOM } from '@/lib/scoring/ladders/united-kingdom';
import { levelsOf, longRunOf, transientOf } from '@/lib/scoring/long-run';
import { dot } from '@/lib/scoring/matrix';

import { claims, fixed, withoutAmnesty } from './long-run-of';

const uniform = (ladder: Ladder): number[] => ladder.discounts.map(() => 1 / ladder.discounts.length);
const evolution = (ladder: Ladder, rates: CauseRates, years: number): number[] =>
  transientOf(ladder, rates, { years, from: uniform(ladder) }).map((shares) => dot(shares, levelsOf(ladder)));

describe('S1: Malaysia', () => {
  const { shares, meanLevel, meanDiscount, how } = longRunOf(MALAYSIA, claims(0.1));

  it('has the published shares, the last by its fifth digit', () => {
    expect(fixed(shares, 4)).toEqual(fixed([0.0952, 0.0861, 0.0779, 0.0705, 0.0638, 0.6065], 4));
    expect(how).toBe('solved');
  });

  it('is the closed form', () => {
    const p = Math.exp(-0.1);
    const discount = 25 * p + 5 * p ** 2 + 8.33 * p ** 3 + 6.67 * p ** 4 + 10 * p ** 5;
    expect(meanDiscount).toBeCloseTo(discount, 11);
    expect(fixed([meanDiscount, meanLevel], 4)).toEqual(fixed([43.4219, 56.5781], 4));
    for (const [rung, share] of shares.entries()) {
      expect(share).toBeCloseTo(rung === 5 ? p ** 5 : (1 - p) * p ** rung, 14);
    }
  });

  it('comes there from a uniform start as published', () => {
    expect(fixed(evolution(MALAYSIA, claims(0.1), 6).slice(1), 2)).toEqual(
      fixed([62.55, 59.87, 58.06, 57.06, 56.58], 2),
    );
  });
});

describe('S2: Brazil', () => {
  it('has the published shares to a digit of the last, and the level', () => {
    const { shares, meanLevel } = longRunOf(BRAZIL, claims(0.1));
    expect(fixed(shares, 6)).toEqual(fixed([0.000007, 0.000048, 0.000321, 0.002154, 0.014438, 0.093548, 0.889484], 6));
    const published = [0, 0, 0.0003, 0.0022, 0.0145, 0.0936, 0.8894];
    for (const [rung, share] of published.entries()) expect(Math.abs((shares[rung] ?? 1) - share)).toBeLessThan(1e-4);
    expect(fixed([meanLevel], 4)).toEqual(fixed([65.6523], 4));
  });

  it('comes there from a uniform start as published', () => {
    const published = [76.69, 73.76, 71.31, 69.38, 67.92, 66.93, 66.4, 66.05, 65.88];
    const found = evolution(BRAZIL, claims(0.1), 11).slice(1);
    expect(fixed(found.slice(0, -1), 2)).toEqual(fixed(published, 2));
    expect(found.at(-1)).toBeCloseTo(65.7743, 4);
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
    expect(fixed(shares.toReversed(), 6)).toEqual(fixed([0.369281, 0.23956, 0.210328, 0.180832], 6));
    expect(fixed([meanLevel], 6)).toEqual(fixed([326.376157], 6));
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
    expect(fixed(shares, 12)).toEqual(fixed([9 / 109, 20 / 109, 16 / 109, 64 / 109], 12));
    expect(fixed([meanLevel], 6)).toEqual(fixed([52.844037], 6));
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
    expect(
      fixed(
        figures.map(({ meanLevel }) => meanLevel),
        4,
      ),
    ).toEqual(fixed([62.5876, 85.8504], 4));
    expect(
      fixed(
        figures.map(({ rsal }) => 100 * rsal),
        3,
      ),
    ).toEqual(fixed([25.175, 71.701], 3));
    expect(
      fixed(
        figures.map(({ efficiency }) => efficiency),
        5,
      ),
    ).toEqual(fixed([0.16742, 0.17259], 5));
  });

  it('the efficiency of the article is its closed form', () => {
    const p = Math.exp(-0.1);
    const { efficiency, meanLevel } = longRunOf(ARTICLE, { unknown_crash: 0.1 });
    const sum = [1, 2, 3, 4, 5].reduce((total, k) => total + k * p ** k, 0);
    expect(efficiency).toBeCloseTo((0.1 * 10 * sum) / meanLevel, 8);
    expect(fixed([efficiency], 7)).toEqual(fixed([0.1674243], 7));
  });

  it('Singapore and Hong Kong share their chain', () => {
    const shares = [0.025119, 0.029394, 0.089975, 0.081413, 0.073665, 0.700434];
    expect(fixed(longRunOf(SINGAPORE, claims(0.1)).shares, 6)).toEqual(fixed(shares, 6));
    expect(longRunOf(HONG_KONG, claims(0.1)).shares).toEqual(longRunOf(SINGAPORE, claims(0.1)).shares);
  });

  it('the article, where crashes take and other contacts hold', () => {
    const { shares, meanDiscount } = longRunOf(ARTICLE, { unknown_crash: 0.1, pending: 1 });
    expect(fixed(shares, 6)).toEqual(fixed([0.222325, 0.172897, 0.134457, 0.104564, 0.081317, 0.28444], 6));
    expect(fixed([meanDiscount, longRunOf(ARTICLE, { unknown_crash: 0.05, pending: 0.5 }).meanDiscount], 4)).toEqual(
      fixed([25.0297, 39.4547], 4),
    );
  });

  it('the article from the ground up', () => {
    const discounts = transientOf(ARTICLE, { unknown_crash: 0.1 }, { years: 8 }).map((shares) =>
      dot(shares, ARTICLE.discounts),
    );
    expect(fixed(discounts, 6)).toEqual(
      fixed([0, 9.048374, 17.235682, 24.643864, 31.347064, 37.412371, 37.412371, 37.412371], 6),
    );
  });
});
