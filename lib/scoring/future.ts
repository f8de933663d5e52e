import type { CauseRates } from './chain';
import type { Cause } from './contact';
import { gammaQuantile } from './gamma';
import type { Posterior } from './rate';
import { sumOf } from './sum';

/** A contact to come: years from now, and what it turns out to be. */
export interface FutureClaim {
  readonly after: number;
  readonly cause: Cause;
}

/** Causes with what part of 0 to 1 is up to them. */
export type Mix = readonly { readonly cause: Cause; readonly upTo: number }[];

/** Without any proportions nobody judges what comes. */
export function mixOf(proportions: CauseRates): Mix {
  const shares = Object.entries(proportions) as [Cause, number][];
  const total = sumOf(shares.map(([, share]) => share));
  if (total === 0) return [{ cause: 'pending', upTo: 1 }];
  let upTo = 0;
  return shares.map(([cause, share]) => ({ cause, upTo: (upTo += share / total) }));
}

/** One course that things may take for one customer: a rate from the posterior, then contacts at random times. */
export function futureOf({ shape, rate }: Posterior, mix: Mix, years: number, random: () => number): FutureClaim[] {
  const perYear = gammaQuantile(shape, random()) / rate;
  const claims: FutureClaim[] = [];
  for (let after = gap(perYear, random()); after < years; after += gap(perYear, random())) {
    claims.push({ after, cause: causeAt(mix, random()) });
  }
  return claims;
}

const gap = (perYear: number, uniform: number): number => -Math.log(uniform) / perYear;

/** The last one also has what rounding leaves of 1. */
const causeAt = (mix: Mix, uniform: number): Cause =>
  (mix.find(({ upTo }) => uniform < upTo) ?? mix.at(-1))?.cause ?? 'pending';
