import { describe, expect, it } from 'vitest';

import { logLikelihood, type History } from '@/lib/scoring/likelihood';
import { HALF_LIVES, improved, likeliest } from '@/lib/scoring/likeliest';

const repeated = (times: number, history: History): History[] => Array.from({ length: times }, () => history);

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
