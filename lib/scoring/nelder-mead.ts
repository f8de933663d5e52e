export interface Found {
  readonly at: readonly number[];
  readonly value: number;
}

interface Search {
  /** Length of the first steps, along each axis. */
  readonly step: number;
  /** Ends when best and worst corner differ by less. */
  readonly tolerance: number;
  readonly mostSteps: number;
}

/** The highest point near `start`, by the simplex of Nelder and Mead (1965) with their coefficients. */
export function climb(
  value: (at: readonly number[]) => number,
  start: readonly number[],
  { step, tolerance, mostSteps }: Search,
): Found {
  const look = (at: readonly number[]): Found => ({ at, value: value(at) });
  const corners = start.map((_, axis) => look(start.map((x, index) => (index === axis ? x + step : x))));
  let simplex = highestFirst([look(start), ...corners]);
  for (let round = 0; round < mostSteps; round++) {
    const [best, worst] = [simplex[0] as Found, simplex.at(-1) as Found];
    if (best.value - worst.value < tolerance) break;
    const others = simplex.slice(0, -1);
    const centre = start.map((_, axis) => mean(others.map(({ at }) => at[axis] as number)));
    const next = replacement(worst, simplex, (factor) => look(towards(centre, worst.at, factor)));
    const shrunk = (): Found[] => simplex.map((one) => (one === best ? one : look(towards(best.at, one.at, 0.5))));
    simplex = highestFirst(next ? [...others, next] : shrunk());
  }
  return simplex[0] as Found;
}

/** Reflected, stretched or drawn in; undefined when none of them helps. */
function replacement(worst: Found, simplex: readonly Found[], move: (factor: number) => Found): Found | undefined {
  const [best, second] = [simplex[0] as Found, simplex.at(-2) as Found];
  const reflected = move(-1);
  if (reflected.value > best.value) {
    const stretched = move(-2);
    return stretched.value > reflected.value ? stretched : reflected;
  }
  if (reflected.value > second.value) return reflected;
  const drawn = move(reflected.value > worst.value ? -0.5 : 0.5);
  return drawn.value > Math.max(worst.value, reflected.value) ? drawn : undefined;
}

const towards = (from: readonly number[], to: readonly number[], factor: number): number[] =>
  from.map((x, axis) => x + factor * ((to[axis] as number) - x));

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

const highestFirst = (points: readonly Found[]): Found[] => points.toSorted((a, b) => b.value - a.value);
