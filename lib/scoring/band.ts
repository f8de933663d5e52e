import { sumOf } from './sum';

/** What may come: the mean, and between what it lies four times out of five. Minor units. */
export interface Band {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

export function bandOf(values: readonly number[]): Band {
  const sorted = values.toSorted((a, b) => a - b);
  return { mean: sumOf(values) / values.length, low: quantileOf(sorted, 0.1), high: quantileOf(sorted, 0.9) };
}

/** Between neighbours, linearly. */
function quantileOf(sorted: readonly number[], p: number): number {
  const place = p * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (place - Math.floor(place)) * (above - below);
}
