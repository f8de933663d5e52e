import { DAY, YEAR } from './contact';
import type { Interval } from './rate';

/** What is left of one after so many ms. No half-life (Infinity), no forgetting. */
export const left = (elapsed: number, halfLifeDays: number): number => 2 ** -(elapsed / DAY / halfLifeDays);

/** Years of one stretch, what lies longer before `now` fading: the integral of the decay. Backwards it is negative. */
export function fadedYears({ from, to }: Interval, halfLifeDays: number, now: number): number {
  if (halfLifeDays === Infinity) return (to - from) / YEAR;
  const years = (halfLifeDays * DAY) / Math.LN2 / YEAR;
  return years * (left(now - to, halfLifeDays) - left(now - from, halfLifeDays));
}

/** What is left of evidence after one period, and, at its end, of what came evenly spread within it. */
export function fading(periodDays: number, halfLifeDays: number): { readonly left: number; readonly within: number } {
  const decay = (Math.LN2 * periodDays) / halfLifeDays;
  return decay === 0 ? { left: 1, within: 1 } : { left: Math.exp(-decay), within: -Math.expm1(-decay) / decay };
}
