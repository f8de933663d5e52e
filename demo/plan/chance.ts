/** Chance that can be repeated: the same seed draws the same numbers, which `Math.random()` cannot promise. */
export interface Chance {
  /** From 0 up to, but not including, 1. */
  random(): number;
  /** A whole number, both ends included. */
  int(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
}

/** The generator known as mulberry32, started from a seed that is spread over all 32 bits. */
export function chanceOf(seed: number): Chance {
  let state = (seed * 2_654_435_761) >>> 0;

  function random(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const int = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

  function pick<T>(list: readonly T[]): T {
    const item = list[int(0, list.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** Draws one number a place, from the end, as Fisher and Yates do. */
  function shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    const drawn: T[] = [];
    while (rest.length > 1) {
      const place = int(0, rest.length - 1);
      const last = rest.pop();
      if (last === undefined) break;
      drawn.unshift(rest[place] ?? last);
      if (place < rest.length) rest[place] = last;
    }
    return [...rest, ...drawn];
  }

  return { random, int, pick, shuffled };
}
