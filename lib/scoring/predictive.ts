import { lnGamma } from './gamma';
import type { Posterior } from './rate';

/**
 * How many contacts will come: negative binomial of this mean, and variance mean + mean²/size (docs/SCORING.md §2.1).
 * Size 0 with mean 0: certainly none.
 */
export interface Predictive {
  readonly mean: number;
  readonly size: number;
}

/** Over so many years, given what is known of the rate; dispersion phi = 1 is the exact Gamma-Poisson predictive. */
export function predictiveOf({ shape, rate }: Posterior, phi: number, years: number): Predictive {
  const mean = (years * shape) / rate;
  return { mean, size: years > 0 ? mean / (phi - 1 + years / rate) : 0 };
}

/** Up to here a product is faster than ln Γ, and precise for any size. */
const PRODUCT = 64;

/** Kept as a logarithm from here on: a portfolio of one mind has a size beyond what 64 factors may be. */
const LARGE = 1e200;

/** ln P(y) */
export function lnProbability(y: number, { mean, size }: Predictive): number {
  if (mean === 0) return y === 0 ? 0 : -Infinity;
  const excess = mean / size;
  const none = -size * Math.log1p(excess);
  if (y === 0) return none;
  return none + y * Math.log(excess / (1 + excess)) + lnWays(y, size);
}

/** ln Γ(size + y) − ln Γ(size) − ln y! */
function lnWays(y: number, size: number): number {
  if (y > PRODUCT) return lnGamma(size + y) - lnGamma(size) - lnGamma(y + 1);
  let [ways, kept] = [1, 0];
  for (let k = 0; k < y; k++) {
    ways *= (size + k) / (k + 1);
    if (ways > LARGE) [ways, kept] = [1, kept + Math.log(ways)];
  }
  return kept + Math.log(ways);
}

/** P(no contact) */
export const probabilityOfNone = (predictive: Predictive): number => Math.exp(lnProbability(0, predictive));

/** P(at most y): the shorter tail is summed, away from the mean, until the terms that are left no longer matter. */
export function probabilityOfAtMost(y: number, predictive: Predictive): number {
  if (y < 0) return 0;
  const { mean, size } = predictive;
  if (mean === 0) return 1;
  const share = mean / (size + mean);
  const upwards = y >= mean;
  let k = upwards ? y + 1 : y;
  let term = Math.exp(lnProbability(k, predictive));
  let sum = 0;
  while (k >= 0 && term > sum * Number.EPSILON) {
    sum += term;
    term *= upwards ? (share * (size + k)) / (k + 1) : k / (share * (size + k - 1));
    k += upwards ? 1 : -1;
  }
  return upwards ? 1 - sum : sum;
}

/** The smallest count that is not exceeded with probability `p`. */
export function countQuantile(predictive: Predictive, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`no quantile for a probability of ${p}`);
  let low = -1;
  let high = Math.ceil(predictive.mean);
  while (probabilityOfAtMost(high, predictive) < p) {
    low = high;
    high = 2 * high + 1;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (probabilityOfAtMost(middle, predictive) < p) low = middle;
    else high = middle;
  }
  return high;
}
