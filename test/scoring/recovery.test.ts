import { describe, expect, it } from 'vitest';

import { backtest } from '@/lib/scoring/evaluation/backtest';
import { BASELINES } from '@/lib/scoring/evaluation/baselines';
import { shipped } from '@/lib/scoring/evaluation/shipped';

import { coverageOf, fittedTo, logOf, panelOf } from './simulated-panel';

describe('of a known truth with bursts', () => {
  const bursts = 0.4;
  const panel = panelOf({ customers: 1_000, bursts, seed: 3 });

  it('the dispersion is (1 + q) / (1 − q) and the mean 3 / (1 − q), within 12 %', () => {
    const { alpha, beta, phi } = fittedTo(panel, 21);
    expect(Math.abs(phi / ((1 + bursts) / (1 - bursts)) - 1)).toBeLessThan(0.12);
    expect(Math.abs(alpha / beta / (3 / (1 - bursts)) - 1)).toBeLessThan(0.12);
  });

  it('what is foreseen is nearer to what comes than raw mean and last period', () => {
    const { rawMean, lastPeriod } = BASELINES;
    if (!rawMean || !lastPeriod) throw new Error('a baseline is missing');
    const figures = backtest(panel, [21], 3, { shipped, rawMean, lastPeriod });
    expect(figures['shipped']?.deviance).toBeLessThan(figures['rawMean']?.deviance ?? 0);
    expect(figures['shipped']?.deviance).toBeLessThan(figures['lastPeriod']?.deviance ?? 0);
  });
});

/** A season is over before the next begins: origins and horizon make up a year. */
const QUARTERS = [12, 15, 18, 21];

describe('nine of ten customers fall into their 90 % interval', () => {
  it.each([
    { truth: 'as in the textbook', panel: panelOf({ customers: 500, seed: 5 }) },
    { truth: 'with bursts, in a log', panel: logOf({ customers: 800, bursts: 0.4, mean: 6, arrivals: 0.5, seed: 6 }) },
    {
      truth: 'outside the model: seasonal, clustered by organisation',
      panel: panelOf({ customers: 500, season: 0.2, organisation: 8, organisationAlpha: 1.5, bursts: 0.3, seed: 7 }),
    },
  ])('$truth', ({ panel }) => {
    const { plain, randomised } = coverageOf(panel, QUARTERS, 3);
    expect(randomised).toBeGreaterThan(0.88);
    expect(randomised).toBeLessThan(0.97);
    expect(plain).toBeGreaterThanOrEqual(randomised);
  });
});
