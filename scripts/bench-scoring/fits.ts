import { emptyWeeks, type Lifetime, periodsOf, withLifetimes } from '@/lib/scoring/experience';
import { type Fit, fitPortfolio } from '@/lib/scoring/fit';
import { sampleOf } from '@/lib/scoring/sample';

import type { History } from './history.ts';

const EXPECTATION = { estimate: 4, rateLimit: null };

/** Everybody's life as a night reads it: the first contact starts the clock. */
export function lifetimesOf({ customers, starts, places, at, to }: History): Lifetime[] {
  return Array.from({ length: customers }, (_, customer) => {
    const [met, ...rest] = [...places.subarray(starts[customer], starts[customer + 1])].map((place) => at[place] ?? 0);
    return met === undefined ? { at: [], exposure: [] } : { at: rest, exposure: [{ from: met, to }], met };
  });
}

/** The fit of one night over all of them. */
export function fitOf({ from, to }: History, lifetimes: readonly Lifetime[], previous?: Fit): Fit {
  const met = lifetimes.filter((one) => one.met !== undefined);
  const steps = withLifetimes(emptyWeeks(from, to), met);
  const sampled = new Set(sampleOf(met.map((_, index) => `c${index}`)));
  const periods = periodsOf(
    met.filter((_, index) => sampled.has(`c${index}`)),
    to,
  );
  const contacts = met.reduce((sum, { at }) => sum + at.length, 0);
  const portfolio = { customers: met.length, seasoned: met.length, contacts, steps, periods };
  return fitPortfolio(portfolio, EXPECTATION, to, previous);
}
