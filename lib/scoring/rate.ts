import { DAY } from './contact';
import { gammaQuantile, upperGamma } from './gamma';

/** A stretch of time in epoch ms, `to` not in it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** What is believed of any customer before the first contact is known (docs/SCORING.md §2.1). */
export interface Prior {
  /** Shape of the spread of rates over the portfolio. */
  readonly alpha: number;
  /** Dispersion: contacts come in bursts, so each is worth 1/phi of one. */
  readonly phi: number;
  /** Contacts a year of the average customer. */
  readonly mean: number;
}

/** What a customer has shown: decayed contacts, and decayed exposure in years. */
export interface Evidence {
  readonly n: number;
  readonly e: number;
}

/** The distribution of a customer's true rate, contacts a year. */
export interface Posterior {
  readonly shape: number;
  readonly rate: number;
}

/** A = alpha + N/phi, B = alpha/m + E/phi */
export const posteriorOf = ({ alpha, phi, mean }: Prior, { n, e }: Evidence): Posterior => ({
  shape: alpha + n / phi,
  rate: alpha / mean + e / phi,
});

export const meanOf = ({ shape, rate }: Posterior): number => shape / rate;

/** P(rate > limit) */
export const probabilityAbove = ({ shape, rate }: Posterior, limit: number): number => upperGamma(shape, rate * limit);

export const quantileOf = ({ shape, rate }: Posterior, p: number): number => gammaQuantile(shape, p) / rate;

/** Z: the weight of the customer's own experience against the portfolio's. */
export const credibilityOf = ({ alpha, phi, mean }: Prior, { e }: Evidence): number =>
  e / phi / (alpha / mean + e / phi);

/** Days of exposure, without decay. */
export const exposedDays = (exposure: readonly Interval[]): number =>
  exposure.reduce((sum, { from, to }) => sum + Math.max(0, to - from), 0) / DAY;
