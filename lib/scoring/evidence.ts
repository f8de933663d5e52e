import { DAY, YEAR } from './contact';
import type { Evidence, Interval } from './rate';

/** Decayed contacts as of `at`; between contacts it only fades, so it need not be touched. */
export interface Fading {
  readonly n: number;
  readonly at: number;
}

/** What is left of one after so much time. No half-life, no forgetting. */
const left = (elapsed: number, halfLifeDays: number): number => 2 ** -(elapsed / DAY / halfLifeDays);

/** One more contact at `at`, which is not before the last. */
export const witnessed = (fading: Fading | undefined, at: number, halfLifeDays: number): Fading => ({
  n: (fading ? fading.n * left(at - fading.at, halfLifeDays) : 0) + 1,
  at,
});

/** Years of one stretch, what lies longer ago fading: the integral of the decay. */
function fadedYears({ from, to }: Interval, halfLifeDays: number, now: number): number {
  const end = Math.min(to, now);
  if (end <= from) return 0;
  if (halfLifeDays === Infinity) return (end - from) / YEAR;
  const years = (halfLifeDays * DAY) / Math.LN2 / YEAR;
  return years * (left(now - end, halfLifeDays) - left(now - from, halfLifeDays));
}

/** N and E of docs/SCORING.md §2.1 at `now`. A contact that is later than `now` weighs as one of now. */
export function evidenceOf(
  { evidence }: { readonly evidence?: Fading },
  exposure: readonly Interval[],
  halfLifeDays: number,
  now: number,
): Evidence {
  return {
    n: evidence ? evidence.n * left(Math.max(0, now - evidence.at), halfLifeDays) : 0,
    e: exposure.reduce((sum, interval) => sum + fadedYears(interval, halfLifeDays, now), 0),
  };
}
