import { bestFirst, type CustomerMargin } from './whale-curve';

const LEAST_CUSTOMERS = 20;

/** Rank of the margin in tenths, 1 = worst; undefined among fewer than twenty customers (docs/SCORING.md §3.3). */
export function decilesOf(margins: readonly CustomerMargin[]): ReadonlyMap<string, number> | undefined {
  if (margins.length < LEAST_CUSTOMERS) return undefined;
  const worstFirst = bestFirst(margins).toReversed();
  return new Map(worstFirst.map(({ id }, place) => [id, Math.floor((place * 10) / worstFirst.length) + 1]));
}
