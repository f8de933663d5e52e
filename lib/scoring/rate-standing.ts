import type { Fit } from './fit';
import { credibilityOf, type Evidence, type Interval, meanOf, posteriorOf, probabilityAbove, quantileOf } from './rate';
import type { RateStanding } from './standing';

export function rateStanding(fit: Fit, evidence: Evidence): RateStanding {
  const posterior = posteriorOf(fit, evidence);
  return {
    mean: meanOf(posterior),
    low: quantileOf(posterior, 0.05),
    high: quantileOf(posterior, 0.95),
    aboveLimit: probabilityAbove(posterior, fit.limit),
    aboveMean: probabilityAbove(posterior, fit.mean),
    credibility: credibilityOf(fit, evidence),
    limit: fit.limit,
    priorMean: fit.mean,
  };
}

/** What of the exposure lies before `until`. */
export const seenUntil = (exposure: readonly Interval[], until: number): Interval[] =>
  exposure.filter(({ from }) => from < until).map(({ from, to }) => ({ from, to: Math.min(to, until) }));
