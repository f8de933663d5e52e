import { logLikelihood, type History, type Parameters } from './likelihood';
import { poissonStructure } from './moments';
import { climb } from './nelder-mead';

/** Never below 60 days: an unbounded half-life repairs what is dispersion (docs/SCORING.md §2.4). */
export const HALF_LIVES = [60, 90, 180, 365, 730, Infinity] as const;

const ALPHA = { least: 0.02, most: 50 };
const PHI = { least: 1, most: 20 };

/** phi − 1 to start from where there is no dispersion: its logarithm has no bottom. */
const LEAST_START = 0.01;

const clamp = (x: number, { least, most }: { least: number; most: number }): number =>
  Math.min(most, Math.max(least, x));

/** Half-lives that a history of so many days can tell apart, the longest first. */
const halfLivesWithin = (days: number): number[] =>
  HALF_LIVES.filter((halfLife) => halfLife <= days || halfLife === Infinity).toReversed();

export interface Likeliest extends Parameters {
  readonly logLikelihood: number;
}

/** The parameters under which the histories are likeliest, climbing from `start` for every half-life. */
export function likeliest(histories: readonly History[], periodDays: number, start: Parameters): Likeliest {
  const days = periodDays * histories.reduce((most, { exposure }) => Math.max(most, exposure.length), 0);
  let best = startOf(histories, periodDays, start);
  for (const halfLifeDays of halfLivesWithin(days)) {
    const found = climb(
      (at) => logLikelihood(histories, periodDays, parametersAt(at, halfLifeDays)),
      [Math.log(best.alpha), Math.log(best.beta), Math.log(Math.max(best.phi - 1, LEAST_START))],
      { step: 0.4, tolerance: 1e-3, mostSteps: 200 },
    );
    if (found.value > best.logLikelihood) {
      best = { ...parametersAt(found.at, halfLifeDays), logLikelihood: found.value };
    }
  }
  return best;
}

/** What is likelier: to go on from what stands, or to begin with what moments say of customers' totals. */
function startOf(histories: readonly History[], periodDays: number, standing: Parameters): Likeliest {
  const totals = histories.map(({ counts, exposure }) => ({ n: sumOf(counts), e: sumOf(exposure) }));
  const { mean, between } = poissonStructure(totals.filter(({ e }) => e > 0));
  const moments = { ...standing, alpha: clamp(mean ** 2 / between, ALPHA), beta: mean / between };
  const starts = (between > 0 ? [standing, moments] : [standing]).map((start) => ({
    ...start,
    logLikelihood: logLikelihood(histories, periodDays, start),
  }));
  return starts.reduce((best, start) => (start.logLikelihood > best.logLikelihood ? start : best));
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Log-likelihood that new parameters must gain: badges do not move for less. */
const LEAST_GAIN = 2;

/** The likeliest parameters, or those that stand if the gain is too small. */
export function improved(histories: readonly History[], periodDays: number, standing: Parameters): Likeliest {
  const before = logLikelihood(histories, periodDays, standing);
  const found = likeliest(histories, periodDays, standing);
  return found.logLikelihood - before < LEAST_GAIN ? { ...standing, logLikelihood: before } : found;
}

const parametersAt = ([alpha = 0, beta = 0, excess = 0]: readonly number[], halfLifeDays: number): Parameters => ({
  alpha: clamp(Math.exp(alpha), ALPHA),
  beta: Math.exp(beta),
  phi: clamp(1 + Math.exp(excess), PHI),
  halfLifeDays,
});
