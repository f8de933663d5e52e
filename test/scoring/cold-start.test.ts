import { describe, expect, it } from 'vitest';

import { coldPrior, evidenceOfAll, isCold } from '@/lib/scoring/cold-start';

describe('a cold start', () => {
  it.each([
    [29, 1_000, true],
    [30, 49, true],
    [30, 50, false],
    [1_000, 49, true],
  ])('%d customers of 30 days and %d contacts: %s', (seasoned, contacts, cold) => {
    expect(isCold(seasoned, contacts)).toBe(cold);
  });

  it('weighs the estimate as two customers watched for a year', () => {
    expect(coldPrior({ n: 22, e: 8 }, 4)).toEqual({ alpha: 0.4, phi: 2, mean: 3 });
    expect(coldPrior({ n: 0, e: 0 }, 4).mean).toBe(4);
  });
});

describe('the evidence of all', () => {
  const half = 0.5 / Math.LN2;

  it('fades with a half-life of 180 days, as if spread over each step', () => {
    const { n, e } = evidenceOfAll({ from: 0, stepDays: 180, contacts: [4, 2], years: [8, 1] });
    expect(n).toBeCloseTo((4 * half) / 2 + 2 * half, 12);
    expect(e).toBeCloseTo((8 * half) / 2 + 1 * half, 12);
  });

  it('counts years by what was expected then, at the present level', () => {
    const steps = { from: 0, stepDays: 180, contacts: [4, 2], years: [8, 1] };
    const { n, e } = evidenceOfAll(steps, { from: 0, stepDays: 180, rates: [1, 3], level: 2 });
    expect(n).toBeCloseTo((4 * half) / 2 + 2 * half, 12);
    expect(e).toBeCloseTo(((8 / 2) * half) / 2 + 1.5 * half, 12);
  });

  it('of nothing is nothing', () => {
    expect(evidenceOfAll({ from: 0, stepDays: 7, contacts: [], years: [] })).toEqual({ n: 0, e: 0 });
  });
});
