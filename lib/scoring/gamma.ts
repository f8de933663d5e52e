/** Lanczos' coefficients for g = 7. */
const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] as const;

const PRECISION = 1e-15;
const MOST_TERMS = 10_000;

/** ln Γ(x) for x > 0. */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x);
  const base = x + 6.5;
  const sum = LANCZOS.reduce((total, coefficient, index) => total + coefficient / (x + index), 0.99999999999980993);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(sum);
}

/** The two tails of a gamma distribution of shape `a` and rate 1 at `x`: P and Q, each precise where it is small. */
interface Tails {
  readonly lower: number;
  readonly upper: number;
}

function tails(a: number, x: number): Tails {
  if (!(a > 0)) throw new RangeError(`a gamma distribution of shape ${a}`);
  if (!(x > 0)) return { lower: 0, upper: 1 };
  const scale = Math.exp(a * Math.log(x) - x - lnGamma(a));
  if (x < a + 1) {
    const lower = scale * series(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = scale * fraction(a, x);
  return { lower: 1 - upper, upper };
}

/** Σ xⁿ / (a (a+1) … (a+n)) */
function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MOST_TERMS && term > sum * PRECISION; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Lentz' continued fraction. */
function fraction(a: number, x: number): number {
  const tiny = Number.MIN_VALUE / PRECISION;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < MOST_TERMS; n++) {
    const factor = -n * (n - a);
    b += 2;
    d = 1 / (factor * d + b || tiny);
    c = b + factor / c || tiny;
    value *= c * d;
    if (Math.abs(c * d - 1) < PRECISION) break;
  }
  return value;
}

/** Q(a, x): the probability that a gamma variable of shape `a` and rate 1 exceeds `x`. */
export const upperGamma = (a: number, x: number): number => tails(a, x).upper;

/**
 * The point of a gamma distribution of shape `a` and rate 1 below which it falls with probability `p`. Newton's steps in
 * ln x on the logarithm of the smaller tail, which is nearly straight there, kept inside a bracket.
 */
export function gammaQuantile(a: number, p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`no quantile for a probability of ${p}`);
  let low = (Math.log(p) + lnGamma(a + 1)) / a;
  let high = Math.log(a + 40 * Math.sqrt(a) + 800);
  let y = Math.min(Math.max(low, p < 0.5 ? low : Math.log(a)), high);
  for (let step = 0; step < 200; step++) {
    const { lower, upper } = tails(a, Math.exp(y));
    if (lower < p) low = y;
    else high = y;
    const slope = Math.exp(a * y - Math.exp(y) - lnGamma(a));
    const move = p < 0.5 ? (Math.log(p / lower) * lower) / slope : (Math.log(upper / (1 - p)) * upper) / slope;
    const next = y + move;
    if (Math.abs(move) < 1e-14 * Math.max(1, Math.abs(y)) || high - low < 1e-15) break;
    y = next > low && next < high ? next : (low + high) / 2;
  }
  return Math.exp(y);
}
