import { quantileOf, type Prior } from './rate';

/** The prior of a nightly run, and the limit that stands until the next. */
export interface Fit extends Prior {
  readonly at: number;
  readonly halfLifeDays: number;
  /** Contacts a year above which a customer calls too often. */
  readonly limit: number;
  readonly customers: number;
}

/** What the user says of the portfolio. */
export interface Expectation {
  /** Contacts a year of an average customer. */
  readonly estimate: number;
  /** Contacts a year above which a customer calls too often; null = the 90 % point of the prior. */
  readonly rateLimit: number | null;
}

/** Cold start (docs/SCORING.md §2.4): fitted on no portfolio, good on every one that was tried. */
const ALPHA = 0.4;
const PHI = 2;
export const HALF_LIFE_DAYS = 180;

/** The estimate weighs as much as two customers watched for a year. */
const ESTIMATE_YEARS = 2;

/** Before the first nightly run: the estimate alone, so that reading one customer never moves another's badge. */
export const firstFit = (expectation: Expectation): Fit =>
  nightlyFit({ totalN: 0, totalE: 0, customers: 0 }, expectation, 0);

/** From the evidence of the whole portfolio, contacts and customer-years. */
export function nightlyFit(
  { totalN, totalE, customers }: { totalN: number; totalE: number; customers: number },
  { estimate, rateLimit }: Expectation,
  now: number,
): Fit {
  const mean = (ESTIMATE_YEARS * estimate + totalN) / (ESTIMATE_YEARS + totalE);
  const limit = rateLimit ?? quantileOf({ shape: ALPHA, rate: ALPHA / mean }, 0.9);
  return { at: now, alpha: ALPHA, phi: PHI, halfLifeDays: HALF_LIFE_DAYS, mean, limit, customers };
}
