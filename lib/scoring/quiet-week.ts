import type { Week } from './iso-week';

const WEEKS_BEFORE = 8;
const QUIET_SHARE = 0.25;

/** A week in which nearly everybody's conferences fell out: below a quarter of the median of the eight before. */
export function isQuiet(countIn: (week: Week) => number, week: Week): boolean {
  const before = Array.from({ length: WEEKS_BEFORE }, (_, index) => countIn(week - 1 - index));
  return countIn(week) < QUIET_SHARE * medianOf(before);
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
