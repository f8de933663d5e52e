import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DAY, YEAR } from '@/lib/scoring/contact';
import { evidenceOf, type Fading, witnessed } from '@/lib/scoring/evidence';
import { predictiveOf, probabilityOfNone } from '@/lib/scoring/predictive';
import {
  credibilityOf,
  exposedDays,
  meanOf,
  posteriorOf,
  probabilityAbove,
  quantileOf,
  type Prior,
} from '@/lib/scoring/rate';

const now = 2_000 * DAY;
const ago = (days: number): number => now - days * DAY;

function evidence(ages: readonly number[], exposureDays: number, halfLife = 180) {
  const fading = ages
    .toSorted((a, b) => b - a)
    .reduce((sum: Fading | undefined, age) => witnessed(sum, ago(age), halfLife), undefined);
  return evidenceOf(
    fading ? { evidence: fading } : {},
    [{ from: ago(exposureDays), to: now }],
    { halfLifeDays: halfLife },
    now,
  );
}

it('G1: textbook Gamma-Poisson without forgetting', () => {
  const posterior = posteriorOf({ alpha: 3, phi: 1, mean: 1.5 }, { n: 4, e: 1 });
  expect(posterior).toEqual({ shape: 7, rate: 3 });
  expect(meanOf(posterior)).toBeCloseTo(7 / 3, 12);
  expect(probabilityAbove(posterior, 2)).toBeCloseTo(0.6063027824, 9);
  expect(quantileOf(posterior, 0.05)).toBeCloseTo(1.095105, 6);
  expect(quantileOf(posterior, 0.95)).toBeCloseTo(3.947465, 6);
  expect(probabilityOfNone(predictiveOf(posterior, 1, 1))).toBeCloseTo(0.1334838867, 9);
});

describe('G2: cold start, half-life of 180 days', () => {
  const prior: Prior = { alpha: 0.4, phi: 2, mean: 3 };
  const limit = quantileOf(posteriorOf(prior, { n: 0, e: 0 }), 0.9);
  const steps = (from: number, to: number, by: number): number[] =>
    Array.from({ length: (to - from) / by + 1 }, (_, index) => from + index * by);

  it('takes the 90 % point of the prior for the limit', () => {
    expect(limit).toBeCloseTo(8.473821191, 8);
  });

  it.each([
    ['no exposure', [], 0, [0, 0, 3, 0, 0.00311, 12.46472, 0.1, 0.158755, 0.704854]],
    [
      'one contact now, 7 days',
      [0],
      7,
      [1, 0.018909, 6.30306, 0.06621, 0.24484, 19.60224, 0.260027, 0.378049, 0.472631],
    ],
    ['none in 730 days', [], 730, [0, 0.668222, 0.85572, 0.71476, 0.00089, 3.55542, 0.003336, 0.012558, 0.879849]],
    [
      'three in 720 days',
      [0, 90, 360],
      720,
      [1.957107, 0.666543, 2.95443, 0.71425, 0.29959, 7.91807, 0.03939, 0.112693, 0.642846],
    ],
    [
      'ten in 90 days',
      steps(0, 81, 9),
      90,
      [8.598404, 0.208241, 19.78996, 0.43849, 7.51239, 36.79577, 0.926251, 0.976953, 0.070022],
    ],
    [
      'one a month in 730 days',
      steps(10, 700, 30),
      730,
      [8.268325, 0.668222, 9.6999, 0.71476, 3.60093, 18.19953, 0.548733, 0.783576, 0.23434],
    ],
  ])('%s', (_, ages, exposure, figures) => {
    const seen = evidence(ages, exposure);
    const posterior = posteriorOf(prior, seen);
    const found = [
      seen.n,
      seen.e,
      meanOf(posterior),
      credibilityOf(prior, seen),
      quantileOf(posterior, 0.05),
      quantileOf(posterior, 0.95),
      probabilityAbove(posterior, limit),
      probabilityAbove(posterior, 6),
      probabilityOfNone(predictiveOf(posterior, prior.phi, 90 / 365.25)),
    ];
    for (const [index, figure] of figures.entries()) expect(found[index]).toBeCloseTo(figure, 5);
  });
});

describe('evidence', () => {
  it('I1: step by step equals the sums', () => {
    const { n, e } = evidence([360, 90, 0], 720);
    expect(n).toBeCloseTo(1.9571067812, 9);
    expect((e * YEAR) / DAY).toBeCloseTo(243.45478815, 7);
  });

  it('adds up over stretches with a pause between', () => {
    const stretches = [
      { from: ago(700), to: ago(400) },
      { from: ago(100), to: now },
    ];
    const whole = evidenceOf({}, [{ from: ago(700), to: now }], { halfLifeDays: 180 }, now).e;
    const pause = evidenceOf({}, [{ from: ago(400), to: ago(100) }], { halfLifeDays: 180 }, now).e;
    expect(evidenceOf({}, stretches, { halfLifeDays: 180 }, now).e).toBeCloseTo(whole - pause, 12);
    expect(exposedDays(stretches)).toBeCloseTo(400, 9);
  });

  it('does not look beyond now', () => {
    expect(evidenceOf({}, [{ from: ago(10), to: now + 50 * DAY }], { halfLifeDays: 180 }, now)).toEqual(
      evidenceOf({}, [{ from: ago(10), to: now }], { halfLifeDays: 180 }, now),
    );
    expect(evidenceOf({}, [{ from: now + DAY, to: now + 2 * DAY }], { halfLifeDays: 180 }, now).e).toBe(0);
  });

  it('forgets nothing without a half-life', () => {
    expect(evidence([700, 3], 730.5, Infinity)).toEqual({ n: 2, e: 2 });
  });

  it('of exposure is never more than the half-life holds', () => {
    expect(evidence([], 1_999).e).toBeLessThan(180 / Math.LN2 / 365.25);
  });
});

describe('laws of the rate', () => {
  const prior = fc.record({
    alpha: fc.double({ min: 0.02, max: 50, noNaN: true }),
    phi: fc.double({ min: 1, max: 20, noNaN: true }),
    mean: fc.double({ min: 0.01, max: 100, noNaN: true }),
  });
  const seen = fc.record({
    n: fc.double({ min: 0, max: 200, noNaN: true }),
    e: fc.double({ min: 0.001, max: 20, noNaN: true }),
  });

  it('the mean is Z times the own rate and 1 - Z times the mean of all', () => {
    fc.assert(
      fc.property(prior, seen, (p, s) => {
        const z = credibilityOf(p, s);
        const mean = meanOf(posteriorOf(p, s));
        expect(Math.abs((z * s.n) / s.e + (1 - z) * p.mean - mean)).toBeLessThan(1e-9 * Math.max(1, mean));
      }),
    );
  });

  it('one more contact never lowers the expectation, nor the chance of being above a limit', () => {
    fc.assert(
      fc.property(prior, seen, fc.double({ min: 0.01, max: 50, noNaN: true }), (p, s, limit) => {
        const [before, after] = [posteriorOf(p, s), posteriorOf(p, { ...s, n: s.n + 1 })];
        expect(meanOf(after)).toBeGreaterThan(meanOf(before));
        expect(probabilityAbove(after, limit)).toBeGreaterThanOrEqual(probabilityAbove(before, limit) - 1e-12);
      }),
    );
  });

  it('one contact adds at most 1/phi to the evidence', () => {
    fc.assert(
      fc.property(prior, seen, (p, s) => {
        expect(posteriorOf(p, { ...s, n: s.n + 1 }).shape - posteriorOf(p, s).shape).toBeCloseTo(1 / p.phi, 9);
      }),
    );
  });

  it('quiet years bring the expectation down and never to nothing', () => {
    fc.assert(
      fc.property(prior, seen, (p, s) => {
        const [before, after] = [posteriorOf(p, s), posteriorOf(p, { ...s, e: s.e + 1 })];
        expect(meanOf(after)).toBeLessThan(meanOf(before));
        expect(meanOf(after)).toBeGreaterThan(0);
      }),
    );
  });
});
