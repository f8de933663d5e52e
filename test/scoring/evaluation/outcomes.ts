import type { Outcome } from '@/lib/scoring/evaluation/metrics';

/** What came, and what was foreseen of it; the interval is as wide as can be unless it is said. */
export const outcomes = (
  actual: readonly number[],
  foreseen: readonly number[],
  [low, high]: readonly [number, number] = [0, Infinity],
): Outcome[] => actual.map((y, index) => ({ actual: y, mean: foreseen[index] ?? NaN, low, high }));
