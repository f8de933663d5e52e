import { DAY } from '@/lib/scoring/contact';
import type { Fit } from '@/lib/scoring/fit';
import { upperGamma } from '@/lib/scoring/gamma';

import type { History } from './history.ts';

const WINDOW = 7 * DAY;

/** The least that a night can be: one decayed weight per contact; one Q and one count in a window per customer. */
export function plainLoop({ customers, who, at, from }: History, fit: Fit, now: number): number {
  const n = new Float64Array(customers);
  const inWindow = new Int32Array(customers);
  for (let place = 0; place < who.length; place++) {
    const customer = who[place] as number;
    const age = now - (at[place] as number);
    n[customer] = (n[customer] as number) + 2 ** -(age / DAY / fit.halfLifeDays);
    if (age < WINDOW) inWindow[customer] = (inWindow[customer] as number) + 1;
  }
  const years = (fit.halfLifeDays * (1 - 2 ** -((now - from) / DAY / fit.halfLifeDays))) / Math.LN2 / 365.25;
  const rate = (fit.alpha / fit.mean + years / fit.phi) * fit.limit;
  let marked = 0;
  for (let customer = 0; customer < customers; customer++) {
    const above = upperGamma(fit.alpha + (n[customer] as number) / fit.phi, rate);
    if (above >= 0.8 || (inWindow[customer] as number) > 3) marked += 1;
  }
  return marked;
}
