import { type CauseRates, chainOf } from './chain';
import { gammaQuantile } from './gamma';
import { gaussLegendre } from './gauss-legendre';
import type { Ladder } from './ladder';
import { levelsOf, stationaryAt } from './long-run';
import { dot } from './matrix';
import type { Posterior } from './rate';
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

/** So many points of a customer's posterior. */
const NODES = 32;

/**
 * The mean of stationary shares over the posteriors of all customers, by Gauss and Legendre on quantiles. `proportions` says what a
 * contact turns out to be; a negative binomial count in one chain would be wrong, since a customer's rate persists.
 */
export function portfolioLadder(
  ladder: Ladder,
  posteriors: readonly Posterior[],
  proportions: CauseRates,
  nodes = NODES,
): PortfolioLadder {
  const points = gaussLegendre(nodes);
  const rates = posteriors.flatMap(({ shape, rate }) =>
    points.map(({ at, weight }) => ({ rate: gammaQuantile(shape, at) / rate, weight: weight / posteriors.length })),
  );
  const chain = chainOf(ladder, proportions, mostClaims(Math.max(...rates.map(({ rate }) => rate))));
  const shares = ladder.discounts.map(() => 0);
  const sums = ladder.discounts.map(() => 0);
  for (const { rate, weight } of rates) {
    for (const [rung, share] of stationaryAt(chain, rate).shares.entries()) {
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
