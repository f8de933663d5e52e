const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
const HALF_LIFE = 180 * DAY;
const ALPHA = 0.4;
const PHI = 2;

/** What is believed of any customer: contacts a year of the average one, and the 90 % point. */
export interface Prior {
  readonly mean: number;
  readonly limit: number;
}

/** Faded contacts, and faded years in which they would have been seen. */
export interface Seen {
  readonly n: number;
  readonly e: number;
}

export function seen(rated: readonly number[], from: number, now: number): Seen {
  const left = (at: number): number => 2 ** (-(now - at) / HALF_LIFE);
  return {
    n: rated.reduce((sum, at) => sum + left(at), 0),
    e: from < now ? (HALF_LIFE / Math.LN2 / YEAR) * (1 - left(from)) : 0,
  };
}

/** The user's estimate, as heavy as two years of a customer, and what the portfolio showed. */
export function priorOf(portfolio: readonly Seen[], estimate = 4): Prior {
  const total = (of: 'n' | 'e'): number => portfolio.reduce((sum, one) => sum + one[of], 0);
  const mean = (2 * estimate + total('n')) / (2 + total('e'));
  let [low, high] = [0, 1000];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (gammaAbove(ALPHA, (ALPHA / mean) * middle) > 0.1) low = middle;
    else high = middle;
  }
  return { mean, limit: low };
}

const posterior = ({ mean }: Prior, { n, e }: Seen): { a: number; b: number } => ({
  a: ALPHA + n / PHI,
  b: ALPHA / mean + e / PHI,
});

export const rateOf = (prior: Prior, evidence: Seen): number => {
  const { a, b } = posterior(prior, evidence);
  return a / b;
};

/** P(rate > so many contacts a year) */
export const above = (rate: number, prior: Prior, evidence: Seen): number => {
  const { a, b } = posterior(prior, evidence);
  return gammaAbove(a, b * rate);
};

/** 1 − P(a, x), by the power series of P. */
function gammaAbove(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * 1e-17; k++) sum += term *= x / (a + k);
  return 1 - Math.exp(a * Math.log(x) - x - lnGamma(a)) * sum;
}

/** Stirling's series, ten above the argument. */
function lnGamma(a: number): number {
  const z = a + 10;
  const far =
    (z - 0.5) * Math.log(z) - z + Math.log(2 * Math.PI) / 2 + 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5);
  return Array.from({ length: 10 }, (_, k) => Math.log(a + k)).reduce((sum, log) => sum - log, far);
}
