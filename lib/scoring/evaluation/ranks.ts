/** Rank of each value, 1 for the least; equal values share the mean of their ranks. */
export function meanRanks(values: readonly number[]): Float64Array {
  const sorted = Float64Array.from(values).toSorted();
  return Float64Array.from(values, (value) => (countBelow(sorted, value) + 1 + countUpTo(sorted, value)) / 2);
}

const countBelow = (sorted: Float64Array, value: number): number => firstWhere(sorted, (other) => other >= value);

const countUpTo = (sorted: Float64Array, value: number): number => firstWhere(sorted, (other) => other > value);

/** Where what holds for all later ones begins to hold. */
function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}
