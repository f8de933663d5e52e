import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { auc, deviance, figuresOf, gini, type Outcome } from '@/lib/scoring/evaluation/metrics';

import { outcomes } from './outcomes';

describe('deviance', () => {
  it('is 2 (y ln(y/μ) − (y − μ)) on average, and 2 μ where nothing came', () => {
    // 2 · 1; 2 (2 ln 2 − 1) = 0.772589; 0
    expect(deviance(outcomes([0, 2, 4], [1, 1, 4]))).toBeCloseTo((2 + 0.7725887222397811 + 0) / 3, 14);
  });

  it('takes μ for no less than 2 % of the mean count', () => {
    // mean count 2, so μ = 0.04: 2 (2 ln 50 − 1.96)
    expect(deviance(outcomes([2], [0]))).toBeCloseTo(11.728092021712584, 12);
    expect(deviance(outcomes([2], [0.04]))).toBeCloseTo(11.728092021712584, 12);
    expect(deviance(outcomes([2], [0.05]))).toBeCloseTo(2 * (2 * Math.log(40) - 1.95), 12);
    expect(deviance(outcomes([0, 4], [0, 4]))).toBeCloseTo(0.04, 14);
  });

  it('is nothing for a perfect forecast and never less', () => {
    const pairs = fc.array(fc.tuple(fc.nat(50), fc.double({ min: 0, max: 50, noNaN: true })), { minLength: 1 });
    fc.assert(
      fc.property(pairs, (drawn) => {
        const actual = drawn.map(([y]) => y + 1);
        expect(deviance(outcomes(actual, actual))).toBe(0);
        expect(
          deviance(
            outcomes(
              actual,
              drawn.map(([, mu]) => mu),
            ),
          ),
        ).toBeGreaterThanOrEqual(-1e-12);
      }),
    );
  });
});

describe('Gini', () => {
  it.each([
    { y: [0, 1, 3], mu: [1, 3, 2], value: 1 / 3 },
    { y: [0, 1, 3], mu: [0.1, 0.2, 0.3], value: 1 },
    { y: [0, 1, 3], mu: [3, 2, 1], value: -1 },
    { y: [0, 0, 2], mu: [1, 2, 2], value: 0.5 },
    { y: [0, 1, 3], mu: [2, 2, 2], value: 0 },
  ])('of $y ranked by $mu is $value', ({ y, mu, value }) => {
    expect(gini(outcomes(y, mu))).toBeCloseTo(value, 14);
  });

  it('cannot tell where everybody came equally often', () => {
    expect(gini(outcomes([2, 2], [1, 3]))).toBeNaN();
  });
});

describe('AUC of the top tenth', () => {
  const tenth = [0, 0, 0, 0, 0, 0, 0, 0, 1, 5];

  it('is the share of pairs that are in order, ties half', () => {
    expect(auc(outcomes(tenth, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toBe(1);
    expect(auc(outcomes(tenth, [1, 2, 3, 4, 5, 6, 7, 8, 10, 9]))).toBeCloseTo(8 / 9, 14);
    expect(auc(outcomes(tenth, [1, 2, 3, 4, 5, 6, 7, 9, 8, 9]))).toBeCloseTo(8.5 / 9, 14);
    expect(auc(outcomes(tenth, [2, 2, 2, 2, 2, 2, 2, 2, 2, 2]))).toBe(0.5);
    expect(auc(outcomes(tenth, [2, 3, 4, 5, 6, 7, 8, 9, 10, 1]))).toBe(0);
  });

  /** Customers by how often they came, and μ such that only those of exactly `count` are ranked above the rest. */
  const cut = (y: readonly number[], count: number): number =>
    auc(
      outcomes(
        y,
        y.map((value) => (value >= count ? 1 : 0)),
      ),
    );
  const many = (...groups: readonly (readonly [times: number, count: number])[]): number[] =>
    groups.flatMap(([times, count]) => Array.from({ length: times }, () => count));

  it.each([
    { name: 'the count whose share is nearest', y: many([12, 0], [6, 1], [1, 2], [1, 9]), top: 2, others: [1, 9] },
    { name: 'the lower count of two equally near', y: many([17, 0], [2, 2], [1, 3]), top: 2, others: [3] },
    { name: 'all who came so often, not some', y: many([10, 0], [9, 1], [1, 5]), top: 5, others: [1] },
    { name: 'however many come at least once, if few do', y: many([60, 0], [1, 1]), top: 1, others: [0, 2] },
    { name: 'never those who did not come', y: many([1, 0], [19, 4]), top: 4, others: [0, 5] },
  ])('takes $name', ({ y, top, others }) => {
    expect(cut(y, top)).toBe(1);
    for (const other of others) expect(cut(y, other)).toBeLessThan(1);
  });

  it('cannot tell where nobody came, or everybody equally often', () => {
    expect(auc(outcomes([0, 0], [1, 2]))).toBeNaN();
    expect(auc(outcomes([3, 3], [1, 2]))).toBeNaN();
  });
});

describe('figures over several origins', () => {
  const first = outcomes([0, 1, 3], [1, 3, 2], [1, 3]);
  const second = outcomes([0, 1], [0.5, 1], [0, 0]);

  it('pools deviance, level and coverage, and weighs ranking by customers', () => {
    const { deviance: d, gini: g, predictedOverActual, coverage, auc: a } = figuresOf([first, second]);
    expect(d).toBeCloseTo(deviance([...first, ...second]), 14);
    expect(g).toBeCloseTo((3 * (1 / 3) + 2 * 1) / 5, 14);
    // top: 3 of the first, 1 of the second
    expect(a).toBeCloseTo((3 * 0.5 + 2 * 1) / 5, 14);
    expect(predictedOverActual).toBe(7.5 / 5);
    expect(coverage).toBe(3 / 5);
  });

  it('includes both ends of the interval', () => {
    const covered = (y: number): number => figuresOf([outcomes([y], [1], [1, 3])]).coverage;
    expect([0, 1, 2, 3, 4].map(covered)).toEqual([0, 1, 1, 1, 0]);
  });

  it('leaves origins out of the ranking that cannot tell, and keeps them in the rest', () => {
    const level = outcomes([2, 2], [1, 1]);
    const figures = figuresOf([first, level]);
    expect(figures.gini).toBeCloseTo(1 / 3, 14);
    expect(figures.predictedOverActual).toBe(1);
    expect(figuresOf([level]).gini).toBeNaN();
  });

  it('depends on ranks alone where it ranks, and not on the order of customers', () => {
    const pair = fc.record({ actual: fc.nat(6), mean: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 25 }), (pairs) => {
        fc.pre(new Set(pairs.map(({ actual }) => actual)).size > 1);
        const given = pairs.map((each): Outcome => ({ ...each, low: 0, high: 3 }));
        const squared = given.map((each) => ({ ...each, mean: each.mean ** 2 }));
        const reversed = given.toReversed();
        for (const figure of ['gini', 'auc'] as const) {
          expect(figuresOf([squared])[figure]).toBeCloseTo(figuresOf([given])[figure], 10);
          expect(figuresOf([reversed])[figure]).toBeCloseTo(figuresOf([given])[figure], 10);
        }
      }),
    );
  });

  it('ranks between complete disorder and complete order', () => {
    const pair = fc.record({ actual: fc.nat(6), mean: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(fc.array(pair, { minLength: 2, maxLength: 25 }), (pairs) => {
        const { gini: g, auc: a } = figuresOf([pairs.map((each) => ({ ...each, low: 0, high: 0 }))]);
        fc.pre(!Number.isNaN(g) && !Number.isNaN(a));
        expect(Math.abs(g)).toBeLessThanOrEqual(1 + 1e-12);
        expect(a).toBeGreaterThanOrEqual(0);
        expect(a).toBeLessThanOrEqual(1);
      }),
    );
  });
});
