import { fadedYears, left } from './forgetting';
import { expectedContacts, type PortfolioIndex } from './portfolio-index';
import type { Evidence, Interval } from './rate';

/** Decayed contacts as of `at`; between contacts it only fades, so it need not be touched. */
export interface Fading {
  readonly n: number;
  readonly at: number;
}

/** How evidence is weighed: it fades with the half-life, and exposure counts by what was expected of everybody then. */
export interface Weighing {
  readonly halfLifeDays: number;
  readonly index?: PortfolioIndex;
}

/** One more contact at `at`, which is not before the last. */
export const witnessed = (fading: Fading | undefined, at: number, halfLifeDays: number): Fading => ({
  n: (fading ? fading.n * left(at - fading.at, halfLifeDays) : 0) + 1,
  at,
});

/**
 * N and E of docs/SCORING.md §2.1 at `now`; with an index, E is in years at the present level (§2.3). A contact that is
 * later than `now` weighs as one of now.
 */
export function evidenceOf(
  { evidence }: { readonly evidence?: Fading },
  exposure: readonly Interval[],
  { halfLifeDays, index }: Weighing,
  now: number,
): Evidence {
  const years = ({ from, to }: Interval): number => {
    const stretch = { from, to: Math.min(to, now) };
    if (stretch.to <= from) return 0;
    return index ? expectedContacts(index, stretch, now) / index.level : fadedYears(stretch, halfLifeDays, now);
  };
  return {
    n: evidence ? evidence.n * left(Math.max(0, now - evidence.at), halfLifeDays) : 0,
    e: exposure.reduce((sum, interval) => sum + years(interval), 0),
  };
}
