/** A difference with its 95 % interval. */
export interface Measured {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - (sorted.length % 2 === 0 ? 1 : 0)], sorted[middle]];
  return (low + high) / 2;
}

const RESAMPLES = 4000;

/** Median of paired differences, with its bootstrap interval; the same values give the same interval. */
export function measured(differences: readonly number[]): Measured {
  const random = generator(12_345);
  const draw = (): number => differences[Math.floor(random() * differences.length)] ?? Number.NaN;
  const medians = Array.from({ length: RESAMPLES }, () => median(differences.map(draw))).toSorted((a, b) => a - b);
  return {
    median: median(differences),
    low: medians[Math.floor(0.025 * RESAMPLES)] ?? Number.NaN,
    high: medians[Math.floor(0.975 * RESAMPLES)] ?? Number.NaN,
  };
}

/** Lehmer's, with the multiplier of Park and Miller. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
