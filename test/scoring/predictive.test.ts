import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  countQuantile,
  lnProbability,
  predictiveOf,
  probabilityOfAtMost,
  probabilityOfNone,
  type Predictive,
} from '@/lib/scoring/predictive';

const QUARTER = 90 / 365.25;

describe('the probability of a count', () => {
  it.each([
    [0, 0.4, 0.4 / 3, 1, 1, -0.856026465],
    [3, 0.4, 0.4 / 3, 1, 1, -2.727625121],
    [2, 7, 3, 1, 0.5, -1.638670547],
    [0, 0.4, 0.4 / 3, 2, QUARTER, Math.log(0.704854)],
    [3, 0.4, 0.4 / 3, 2, QUARTER, -3.347190969],
    [3, 4.699202, 0.237454, 2, QUARTER, -2.074199],
  ])('%d of Gamma(%d, %d), phi %d, over %d years: ln P = %d', (...[y, shape, rate, phi, years, expected]) => {
    expect(lnProbability(y, predictiveOf({ shape, rate }, phi, years))).toBeCloseTo(expected, 6);
  });

  it('is the textbook negative binomial for phi = 1, with the posterior shape as its size', () => {
    const predictive = predictiveOf({ shape: 7, rate: 3 }, 1, 0.5);
    expect(predictive.size).toBeCloseTo(7, 12);
    expect(predictive.mean).toBeCloseTo(7 / 6, 12);
    expect(probabilityOfNone(predictive)).toBeCloseTo((3 / 3.5) ** 7, 12);
  });

  it('has the variance phi × mean + the variance of the rate', () => {
    const { mean, size } = predictiveOf({ shape: 2, rate: 4 }, 3, 0.5);
    expect(mean + mean ** 2 / size).toBeCloseTo(3 * 0.25 + (0.25 * 2) / 16, 12);
  });

  it('is as precise by ln Γ as by the product, on both sides of where they meet', () => {
    const predictive = { mean: 60, size: 3.7 };
    const ratio = (y: number): number => lnProbability(y + 1, predictive) - lnProbability(y, predictive);
    for (const y of [62, 63, 64, 65, 66]) {
      expect(ratio(y)).toBeCloseTo(Math.log(((3.7 + y) / (y + 1)) * (60 / 63.7)), 10);
    }
  });

  it('is Poisson as the size grows without end', () => {
    expect(lnProbability(2, { mean: 1.5, size: 1e12 })).toBeCloseTo(-1.5 + 2 * Math.log(1.5) - Math.log(2), 6);
  });

  it('leaves nothing to chance without time', () => {
    const never = predictiveOf({ shape: 1, rate: 1 }, 2, 0);
    expect(never).toEqual({ mean: 0, size: 0 });
    expect(lnProbability(0, never)).toBe(0);
    expect(lnProbability(1, never)).toBe(-Infinity);
    expect(probabilityOfAtMost(0, never)).toBe(1);
    expect(countQuantile(never, 0.95)).toBe(0);
  });
});

const predictive = fc.record({
  mean: fc.double({ min: 0.01, max: 400, noNaN: true }),
  size: fc.double({ min: 0.05, max: 1e4, noNaN: true }),
});
const sumTo = (y: number, one: Predictive): number =>
  Array.from({ length: y + 1 }, (_, k) => Math.exp(lnProbability(k, one))).reduce((sum, p) => sum + p, 0);

describe('the distribution', () => {
  it('is the sum of what it is made of', () => {
    fc.assert(
      fc.property(predictive, fc.integer({ min: 0, max: 300 }), (one, y) => {
        expect(probabilityOfAtMost(y, one)).toBeCloseTo(sumTo(y, one), 9);
      }),
    );
  });

  it.each([
    [-1, 0],
    [0, 0.25],
    [1, 0.25 + 0.25 * 0.5 * 2],
    [2, 0.25 + 0.25 + 0.25 * 0.25 * 3],
  ])('at most %d of size 2, mean 2: %d', (y, expected) => {
    expect(probabilityOfAtMost(y, { mean: 2, size: 2 })).toBeCloseTo(expected, 12);
  });

  it('reaches one far out, and keeps its head there', () => {
    expect(probabilityOfAtMost(1e6, { mean: 1, size: 1e6 })).toBe(1);
    expect(probabilityOfAtMost(3, { mean: 5_000, size: 1e9 })).toBe(0);
  });
});

describe('a quantile', () => {
  it('is the least count that is not exceeded with that probability', () => {
    fc.assert(
      fc.property(predictive, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (one, p) => {
        const y = countQuantile(one, p);
        expect(probabilityOfAtMost(y, one)).toBeGreaterThanOrEqual(p - 1e-12);
        expect(probabilityOfAtMost(y - 1, one)).toBeLessThan(p);
      }),
    );
  });

  it.each([
    [0.2499, 0],
    [0.2501, 1],
    [0.4999, 1],
    [0.5001, 2],
    [0.95, 6],
    [0.999, 12],
  ])('at %d of size 2, mean 2 is %d', (p, expected) => {
    expect(countQuantile({ mean: 2, size: 2 }, p)).toBe(expected);
  });

  it('finds its way where counts are large', () => {
    const middle = countQuantile({ mean: 5_000, size: 1e9 }, 0.5);
    expect(middle).toBe(5_000);
    expect(countQuantile({ mean: 3, size: 0.01 }, 0.999)).toBeGreaterThan(200);
  });

  it.each([0, 1, -0.1, Number.NaN])('is refused for a probability of %d', (p) => {
    expect(() => countQuantile({ mean: 1, size: 1 }, p)).toThrow(`no quantile for a probability of ${p}`);
  });
});
