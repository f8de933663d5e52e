import { fading } from './forgetting';
import { climb } from './nelder-mead';
import { lnProbability } from './predictive';

/**
 * What one customer has shown in each period since the portfolio's first: contacts, and exposure in years, or in contacts
 * expected by the portfolio index.
 */
export interface History {
  readonly counts: readonly number[];
  readonly exposure: readonly number[];
  /**
   * The period in which a first contact started the clock. It tells what comes, but is not foreseen itself: contacts come in
   * bursts, so the days after one are busier than most.
   */
  readonly entered?: number;
}

/** Prior Gamma(alpha, beta) of what exposure is multiplied with; dispersion phi; half-life in days, Infinity = none. */
export interface Parameters {
  readonly alpha: number;
  readonly beta: number;
  readonly phi: number;
  readonly halfLifeDays: number;
}

/** Never below 60 days: an unbounded half-life repairs what is dispersion (docs/SCORING.md §2.4). */
export const HALF_LIVES = [60, 90, 180, 365, 730, Infinity] as const;

const ALPHA = { least: 0.02, most: 50 };
const PHI = { least: 1, most: 20 };

/** phi − 1 to start from where there is no dispersion: its logarithm has no bottom. */
const LEAST_START = 0.01;

/** ln of the probability of every period of every customer, each foreseen from the periods before it. */
export function logLikelihood(histories: readonly History[], periodDays: number, parameters: Parameters): number {
  return histories.reduce((sum, history) => sum + logLikelihoodOf(history, periodDays, parameters), 0);
}

function logLikelihoodOf(
  { counts, exposure, entered }: History,
  periodDays: number,
  { alpha, beta, phi, halfLifeDays }: Parameters,
): number {
  const { left, within } = fading(periodDays, halfLifeDays);
  let [n, e, sum] = [0, 0, 0];
  for (let period = 0; period < exposure.length; period++) {
    const exposed = exposure[period] ?? 0;
    const y = counts[period] ?? 0;
    if (exposed > 0 && period !== entered) {
      const rate = beta + e / phi;
      const mean = (exposed * (alpha + n / phi)) / rate;
      sum += lnProbability(y, { mean, size: mean / (phi - 1 + exposed / rate) });
    }
    n = n * left + y * within;
    e = e * left + exposed * within;
  }
  return sum;
}

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
  const days = periodDays * Math.max(0, ...histories.map(({ exposure }) => exposure.length));
  let best: Likeliest = { ...start, logLikelihood: logLikelihood(histories, periodDays, start) };
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
