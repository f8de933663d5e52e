import { describe, expect, it, vi } from 'vitest';

import { backtest } from '@/lib/scoring/evaluation/backtest';
import { BASELINES } from '@/lib/scoring/evaluation/baselines';
import { shipped } from '@/lib/scoring/evaluation/shipped';

import { coverageOf, fittedTo, logOf, panelOf } from './simulated-panel';

const SEEDS = [1, 2, 3];

/** Four fits of 2,000 customers each. */
vi.setConfig({ testTimeout: 120_000 });

describe.each([0, 0.2, 0.4, 0.6])('2,000 customers with bursts of %d', (bursts) => {
  it.each(SEEDS)('seed %d: dispersion and mean within 12 %, and nearer than raw mean and last period', (seed) => {
    const panel = panelOf({ bursts, seed });
    const { alpha, beta, phi } = fittedTo(panel, 21);
    expect(Math.abs(phi / ((1 + bursts) / (1 - bursts)) - 1)).toBeLessThan(0.12);
    expect(Math.abs(alpha / beta / (3 / (1 - bursts)) - 1)).toBeLessThan(0.12);
    const { deviance } = backtest(panel, [21], 3, { shipped })['shipped'] ?? { deviance: Infinity };
    for (const baseline of ['rawMean', 'lastPeriod']) {
      const figures = backtest(panel, [21], 3, { baseline: BASELINES[baseline] ?? shipped });
      expect(deviance).toBeLessThan(figures['baseline']?.deviance ?? 0);
    }
  });
});

describe.each(SEEDS)('the 90 % interval, seed %d', (seed) => {
  it.each([
    { truth: 'bursts', panel: () => panelOf({ bursts: 0.4, seed }) },
    {
      truth: 'a log with arrivals and churn',
      panel: () => logOf({ bursts: 0.4, arrivals: 0.5, churn: 0.2, mean: 6, seed }),
    },
    { truth: 'rates that change', panel: () => panelOf({ changes: 1, bursts: 0.2, seed }) },
    {
      truth: 'seasons and organisations',
      panel: () => panelOf({ season: 0.2, organisation: 8, organisationAlpha: 1.5, bursts: 0.3, seed }),
    },
  ])('covers nine of ten: $truth', ({ truth, panel }) => {
    const { plain, randomised } = coverageOf(panel(), [12, 15, 18, 21], 3);
    console.info(`${truth}, seed ${seed}: plain ${plain.toFixed(3)}, randomised ${randomised.toFixed(3)}`);
    expect(randomised).toBeGreaterThan(0.88);
    expect(randomised).toBeLessThan(0.97);
  });
});
