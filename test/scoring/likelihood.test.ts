import { describe, expect, it } from 'vitest';

import { HALF_LIVES, improved, likeliest, logLikelihood, type History } from '@/lib/scoring/likelihood';
import { climb } from '@/lib/scoring/nelder-mead';
import { lnProbability, predictiveOf } from '@/lib/scoring/predictive';

const repeated = (times: number, history: History): History[] => Array.from({ length: times }, () => history);

/** Loss Data Analytics, chapter Credibility: 2,000 policies over 5 years. */
const POLICIES = [923, 682, 249, 70, 51, 25].flatMap((policies, claims) =>
  repeated(policies, { counts: [claims], exposure: [5] }),
);

describe('G3: the published table', () => {
  const at = ([a = 0, b = 0]: readonly number[]) =>
    logLikelihood(POLICIES, 5 * 365.25, { alpha: Math.exp(a), beta: Math.exp(b), phi: 1, halfLifeDays: Infinity });

  it('is as likely as computed elsewhere', () => {
    expect(at([Math.log(2.864468), Math.log(16.663571)])).toBeCloseTo(-2522.537698, 5);
  });

  it('is likeliest there', () => {
    const found = climb(at, [0, 1], { step: 0.5, tolerance: 1e-11, mostSteps: 500 });
    const [alpha, beta] = found.at.map(Math.exp) as [number, number];
    expect(alpha).toBeCloseTo(2.864468, 4);
    expect(beta).toBeCloseTo(16.663571, 3);
    expect(alpha / beta).toBeCloseTo(0.1719, 6);
    expect((alpha + 3) / (beta + 5)).toBeCloseTo(0.2707064, 6);
  });
});

describe('the likelihood of a history', () => {
  const parameters = { alpha: 0.5, beta: 0.25, phi: 2, halfLifeDays: 30 };

  it('is that of each period, foreseen from those before it', () => {
    const [e1, e2] = [0.08, 0.05];
    const within = 0.5 / Math.LN2;
    const first = predictiveOf({ shape: 0.5, rate: 0.25 }, 2, e1);
    const second = predictiveOf({ shape: 0.5 + (3 * within) / 2, rate: 0.25 + (e1 * within) / 2 }, 2, e2);
    const third = predictiveOf(
      { shape: 0.5 + (1.5 * within + within) / 2, rate: 0.25 + (e1 * within * 0.5 + e2 * within) / 2 },
      2,
      e1,
    );
    const expected = lnProbability(3, first) + lnProbability(1, second) + lnProbability(0, third);
    const history = { counts: [3, 1, 0], exposure: [e1, e2, e1] };
    expect(logLikelihood([history], 30, parameters)).toBeCloseTo(expected, 10);
  });

  it('adds up over customers', () => {
    const one = { counts: [1], exposure: [0.1] };
    const other = { counts: [0, 2], exposure: [0.1, 0.1] };
    expect(logLikelihood([one, other], 30, parameters)).toBeCloseTo(
      logLikelihood([one], 30, parameters) + logLikelihood([other], 30, parameters),
      12,
    );
    expect(logLikelihood([], 30, parameters)).toBe(0);
  });

  it('passes over periods without exposure, in which the past fades all the same', () => {
    const paused = { counts: [2, 0, 1], exposure: [0.1, 0, 0.1] };
    const within = 0.5 / Math.LN2;
    const again = predictiveOf({ shape: 0.5 + within / 2, rate: 0.25 + (0.1 * within * 0.5) / 2 }, 2, 0.1);
    const first = predictiveOf({ shape: 0.5, rate: 0.25 }, 2, 0.1);
    expect(logLikelihood([paused], 30, parameters)).toBeCloseTo(lnProbability(2, first) + lnProbability(1, again), 10);
  });

  it('takes missing counts for none', () => {
    expect(logLikelihood([{ counts: [1], exposure: [0.1, 0.1] }], 30, parameters)).toBe(
      logLikelihood([{ counts: [1, 0], exposure: [0.1, 0.1] }], 30, parameters),
    );
  });

  it('does not foresee the period of the entry, but learns from it', () => {
    const history = { counts: [3, 1], exposure: [0.1, 0.1] };
    const whole = logLikelihood([history], 30, parameters);
    const first = logLikelihood([{ counts: [3], exposure: [0.1] }], 30, parameters);
    expect(logLikelihood([{ ...history, entered: 0 }], 30, parameters)).toBeCloseTo(whole - first, 12);
  });
});

/** Customers who make 1 and 9 contacts a period, with rhythm: no dispersion at all. */
const REGULAR = [...repeated(40, { counts: [1, 1, 1, 1], exposure: [1, 1, 1, 1] })].concat(
  repeated(10, { counts: [9, 9, 9, 9], exposure: [1, 1, 1, 1] }),
);

describe('the likeliest parameters', () => {
  const start = { alpha: 0.4, beta: 0.2, phi: 2, halfLifeDays: 180 };

  it('find no dispersion where there is none, and never less', () => {
    const found = likeliest(REGULAR, 365.25, start);
    expect(found.phi).toBeGreaterThanOrEqual(1);
    expect(found.phi).toBeLessThan(1.01);
    expect(found.halfLifeDays).toBe(Infinity);
    expect(found.logLikelihood).toBe(logLikelihood(REGULAR, 365.25, found));
  });

  it('stay within bounds where all are alike, and where everything comes at once', () => {
    const alike = repeated(200, { counts: [2, 2, 2], exposure: [1, 1, 1] });
    expect(likeliest(alike, 365.25, start).alpha).toBe(50);
    const storms = repeated(60, { counts: [0, 0, 900], exposure: [1, 1, 1] }).concat(
      repeated(60, { counts: [0, 900, 0], exposure: [1, 1, 1] }),
    );
    const found = likeliest(storms, 365.25, start);
    expect(found.phi).toBeLessThanOrEqual(20);
    expect(found.alpha).toBeGreaterThanOrEqual(0.02);
  });

  it('climb from a start without dispersion', () => {
    const bursts = repeated(50, { counts: [0, 6, 0, 0, 0, 6], exposure: [1, 1, 1, 1, 1, 1] });
    expect(likeliest(bursts, 30, { ...start, phi: 1 }).phi).toBeGreaterThan(3);
  });

  it('forget where the past says nothing', () => {
    const turned = repeated(40, { counts: [9, 9, 9, 0, 0, 0, 0, 0], exposure: Array(8).fill(1 / 12) }).concat(
      repeated(40, { counts: [0, 0, 0, 9, 9, 9, 9, 9], exposure: Array(8).fill(1 / 12) }),
    );
    expect(likeliest(turned, 30.4375, start).halfLifeDays).toBe(60);
  });

  it('know no half-life that is longer than the history, but for none at all', () => {
    const short = repeated(30, { counts: [9, 0], exposure: [0.1, 0.1] }).concat(
      repeated(30, { counts: [0, 9], exposure: [0.1, 0.1] }),
    );
    expect(likeliest(short, 29, { ...start, halfLifeDays: Infinity }).halfLifeDays).toBe(Infinity);
    expect(likeliest(short, 30, { ...start, halfLifeDays: Infinity }).halfLifeDays).toBe(60);
  });

  it('are no worse than what one starts from, even with nothing to learn from', () => {
    expect(likeliest([], 30, start)).toEqual({ ...start, logLikelihood: 0 });
  });

  it('are looked for from 60 days upwards', () => {
    expect(HALF_LIVES).toEqual([60, 90, 180, 365, 730, Infinity]);
  });
});

describe('an improvement', () => {
  const best = likeliest(REGULAR, 365.25, { alpha: 0.4, beta: 0.2, phi: 2, halfLifeDays: 180 });

  /** The best, with so much dispersion too much that it costs `loss`. */
  function worseBy(loss: number) {
    const lost = (phi: number): number => best.logLikelihood - logLikelihood(REGULAR, 365.25, { ...best, phi });
    let [low, high] = [best.phi, 20];
    for (let step = 0; step < 60; step++) {
      const middle = (low + high) / 2;
      if (lost(middle) < loss) low = middle;
      else high = middle;
    }
    const { alpha, beta, halfLifeDays } = best;
    return { alpha, beta, phi: low, halfLifeDays };
  }

  it('of less than two units is none: what stands stays', () => {
    const standing = worseBy(1.9);
    const { logLikelihood: found, ...kept } = improved(REGULAR, 365.25, standing);
    expect(kept).toEqual(standing);
    expect(found).toBe(logLikelihood(REGULAR, 365.25, standing));
  });

  it('of more is taken', () => {
    const found = improved(REGULAR, 365.25, worseBy(2.1));
    expect(found.logLikelihood).toBeGreaterThan(best.logLikelihood - 0.05);
    expect(found.phi).toBeLessThan(worseBy(2.1).phi);
  });
});
