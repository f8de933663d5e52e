import { fading } from './forgetting';
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
