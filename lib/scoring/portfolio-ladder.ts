import { type CauseRates, chainOf } from './chain';
import { gammaQuantile } from './gamma';
import { gaussLegendre } from './gauss-legendre';
import type { Ladder } from './ladder';
import { levelsOf, stationaryAt } from './long-run';
import { dot } from './matrix';
import type { Posterior } from './rate';
import { sharesByRate } from './shares-by-rate';
import { sumOf } from './sum';
import { mostClaims } from './year-matrix';

/** A portfolio in the long run: everybody keeps their own rate for good (docs/SCORING.md §4.5). */
export interface PortfolioLadder {
  /** Share of customer-years on each rung. */
  readonly shares: readonly number[];
  /** Expected rate of who stands there, over that of the portfolio; their mean by `shares` is 1. NaN where nobody stands. */
  readonly relativities: readonly number[];
  /** M, percent of the full fee. */
  readonly meanLevel: number;
  /** A factor on every fee that pays for the discounts: u = 100 / M. */
  readonly neutralFactor: number;
}

/** Points of all posteriors together, and of each at least and at most: what few points miss of one evens out over many. */
const POINTS = 4_096;
const LEAST_POINTS = 8;
const MOST_POINTS = 128;

/**
 * The mean of stationary shares over the posteriors of all customers, by Gauss and Legendre on quantiles. `proportions` says what a
 * contact turns out to be. A negative binomial count in one chain would be wrong, since a customer's rate persists.
 */
export function portfolioLadder(
  ladder: Ladder,
  posteriors: readonly Posterior[],
  proportions: CauseRates,
): PortfolioLadder {
  const points = Math.round(POINTS / posteriors.length);
  const nodes = gaussLegendre(Math.min(MOST_POINTS, Math.max(LEAST_POINTS, points)));
  const rates = posteriors.flatMap(({ shape, rate }) => nodes.map(({ at }) => gammaQuantile(shape, at) / rate));
  const chain = chainOf(ladder, proportions, mostClaims(rates.reduce((most, rate) => Math.max(most, rate), 0)));
  const sharesAt = sharesByRate((rate) => stationaryAt(chain, rate).shares, rates);
  const shares = ladder.discounts.map(() => 0);
  const sums = ladder.discounts.map(() => 0);
  for (const [index, rate] of rates.entries()) {
    const weight = (nodes[index % nodes.length]?.weight ?? 0) / posteriors.length;
    for (const [rung, share] of sharesAt(rate).entries()) {
      shares[rung] = (shares[rung] ?? 0) + weight * share;
      sums[rung] = (sums[rung] ?? 0) + weight * share * rate;
    }
  }
  const mean = sumOf(sums);
  const meanLevel = dot(shares, levelsOf(ladder));
  return {
    shares,
    relativities: sums.map((sum, rung) => sum / (shares[rung] ?? 0) / mean),
    meanLevel,
    neutralFactor: 100 / meanLevel,
  };
}
