import type { Prediction } from './panel';
import { meanRanks } from './ranks';

/** One customer at one origin: what was foreseen, and what came. */
export interface Outcome extends Prediction {
  readonly actual: number;
}

/** How well a model foresaw (docs/SCORING.md §8). NaN where the outcomes cannot tell. */
export interface Figures {
  readonly deviance: number;
  readonly gini: number;
  readonly auc: number;
  readonly predictedOverActual: number;
  readonly coverage: number;
}

/** A model that foresees nothing at all is not infinitely wrong. */
const LEAST_SHARE_OF_MEAN = 0.02;

/** One in so many is at the top. */
const TOP = 10;

/** Ranking is judged within each origin and weighed by its customers; all else over all of them at once. */
export function figuresOf(origins: readonly (readonly Outcome[])[]): Figures {
  const all = origins.flat();
  return {
    deviance: deviance(all),
    gini: byCustomers(origins, gini),
    auc: byCustomers(origins, auc),
    predictedOverActual: sum(all.map(({ mean }) => mean)) / sum(all.map(({ actual }) => actual)),
    coverage: share(all, ({ actual, low, high }) => low <= actual && actual <= high),
  };
}

/** Mean Poisson deviance: 2 (y ln(y/μ) − (y − μ)), with μ at least 2 % of the mean count. */
export function deviance(outcomes: readonly Outcome[]): number {
  const least = LEAST_SHARE_OF_MEAN * mean(outcomes.map(({ actual }) => actual));
  return mean(
    outcomes.map(({ actual, mean: foreseen }) => {
      const mu = Math.max(foreseen, least);
      return actual === 0 ? 2 * mu : 2 * (actual * Math.log(actual / mu) - (actual - mu));
    }),
  );
}

/** cov(y, rank μ) / cov(y, rank y): 1 for the order that came, 0 for any, −1 for the reverse. */
export function gini(outcomes: readonly Outcome[]): number {
  const actual = outcomes.map((outcome) => outcome.actual);
  return covariance(actual, meanRanks(outcomes.map((outcome) => outcome.mean))) / covariance(actual, meanRanks(actual));
}

/** The probability that one of the top tenth was ranked above one of the others. */
export function auc(outcomes: readonly Outcome[]): number {
  const least = topCount(outcomes.map(({ actual }) => actual));
  const ranks = meanRanks(outcomes.map((outcome) => outcome.mean));
  const top = outcomes.flatMap(({ actual }, index) => (actual >= least ? [ranks[index] as number] : []));
  const rest = outcomes.length - top.length;
  return (sum(top) - (top.length * (top.length + 1)) / 2) / (top.length * rest);
}

/** The count that a share of customers nearest to 10 % reaches, the lower of two equally near; 0, which all reach, only if nobody came. */
function topCount(counts: readonly number[]): number {
  const falling = counts.toSorted((a, b) => b - a);
  let [best, distance] = [Infinity, Infinity];
  for (const [index, count] of falling.entries()) {
    if (count === falling[index + 1]) continue;
    const away = Math.abs((index + 1) * TOP - falling.length);
    if (away <= distance) [best, distance] = [count, away];
  }
  return best;
}

/** Mean over the origins that can tell, by their numbers of customers. */
function byCustomers(
  origins: readonly (readonly Outcome[])[],
  figure: (outcomes: readonly Outcome[]) => number,
): number {
  const told = origins
    .map((outcomes) => ({ weight: outcomes.length, value: figure(outcomes) }))
    .filter(({ value }) => !Number.isNaN(value));
  return sum(told.map(({ weight, value }) => weight * value)) / sum(told.map(({ weight }) => weight));
}

/** Ranks have the same mean whatever is ranked, so it is enough to centre them. */
function covariance(xs: readonly number[], ranks: Float64Array): number {
  const middle = (ranks.length + 1) / 2;
  return mean(xs.map((x, index) => x * ((ranks[index] as number) - middle)));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const mean = (values: readonly number[]): number => sum(values) / values.length;

const share = <T>(values: readonly T[], holds: (value: T) => boolean): number =>
  values.filter(holds).length / values.length;
