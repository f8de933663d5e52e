type SharesAt = (rate: number) => readonly number[];

/** More rates than this are read from a grid: shares bend so slowly that it is right to the fourth digit. */
const GRID = 256;

/** Below so many contacts a year nothing changes any more. */
const LEAST = 1e-6;

/** Shares for each of these rates: as they are, or between two of a grid of even steps in ln rate. */
export function sharesByRate(exact: SharesAt, rates: readonly number[]): SharesAt {
  if (rates.length <= GRID) return exact;
  const [low, high] = rates.reduce<[number, number]>(
    ([least, most], rate) => [Math.min(least, rate), Math.max(most, rate)],
    [Infinity, LEAST],
  );
  const from = Math.log(Math.max(LEAST, low));
  const step = (Math.log(high) - from) / (GRID - 1);
  const grid = Array.from({ length: GRID }, (_, index) => exact(Math.exp(from + index * step)));
  return (rate) => {
    const place = Math.max(0, (Math.log(rate) - from) / step || 0);
    const below = Math.min(Math.floor(place), GRID - 2);
    const [left = [], right = []] = grid.slice(below, below + 2);
    return left.map((share, rung) => share + (place - below) * ((right[rung] ?? 0) - share));
  };
}
