const DAY = 86_400_000;
const YEAR = 365.25 * DAY;
const ALPHA = 0.4;

/** What is believed of any customer: contacts a year of the average one, how they spread, and the 90 % point. */
export interface Prior {
  readonly mean: number;
  readonly limit: number;
  readonly alpha: number;
  readonly phi: number;
  readonly halfLifeDays: number;
}

/** Faded contacts, and faded years in which they would have been seen. */
export interface Seen {
  readonly n: number;
  readonly e: number;
}

export function seen(rated: readonly number[], from: number, now: number, { halfLifeDays }: Prior): Seen {
  const halfLife = halfLifeDays * DAY;
  const left = (at: number): number => 2 ** (-(now - at) / halfLife);
  return {
    n: rated.reduce((sum, at) => sum + left(at), 0),
    e: from < now ? (halfLife === Infinity ? now - from : (halfLife / Math.LN2) * (1 - left(from))) / YEAR : 0,
  };
}

/** Before the first night: the user's estimate alone. */
export function priorOf(mean = 4): Prior {
  let [low, high] = [0, 1000];
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (gammaAbove(ALPHA, (ALPHA / mean) * middle) > 0.1) low = middle;
    else high = middle;
  }
  return { mean, limit: low, alpha: ALPHA, phi: 2, halfLifeDays: 180 };
}

const posterior = ({ mean, alpha, phi }: Prior, { n, e }: Seen): { a: number; b: number } => ({
  a: alpha + n / phi,
  b: alpha / mean + e / phi,
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
