import type { CauseRates } from './chain';
import type { Cause } from './contact';
import { gammaQuantile } from './gamma';
import type { Posterior } from './rate';

/** A contact to come: years from now, and what it turns out to be. */
export interface FutureClaim {
  readonly after: number;
  readonly cause: Cause;
}

/** One course that things may take for one customer: a rate from the posterior, then contacts at random times. */
export function futureOf(
  { shape, rate }: Posterior,
  proportions: CauseRates,
  years: number,
  random: () => number,
): FutureClaim[] {
  const perYear = gammaQuantile(shape, random()) / rate;
  const claims: FutureClaim[] = [];
  for (let after = gap(perYear, random()); after < years; after += gap(perYear, random())) {
    claims.push({ after, cause: causeAt(proportions, random()) });
  }
  return claims;
}

const gap = (perYear: number, uniform: number): number => -Math.log(uniform) / perYear;

/** Without any proportions nobody judges what comes. */
function causeAt(proportions: CauseRates, uniform: number): Cause {
  const shares = Object.entries(proportions) as [Cause, number][];
  let left = uniform * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [cause, share] of shares) {
    left -= share;
    if (left < 0) return cause;
  }
  return 'pending';
}
