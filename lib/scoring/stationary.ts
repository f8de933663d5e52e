import { type Matrix, stepped } from './matrix';
import { sumOf } from './sum';

/** The share of years that a chain spends in each state in the long run. */
export interface Stationary {
  readonly shares: readonly number[];
  /** Iterated from the entry where a part of the chain never lets go, or goes round in circles: the shares then depend on it, or are an average. */
  readonly how: 'solved' | 'iterated';
}

/** Products of what is rarer would be no numbers any more. */
const NEVER = 1e-100;

/** A change of the shares that is but rounding. */
const ENOUGH = 1e-14;
const MOST_STEPS = 1_000_000;

/** π P = π, Σ π = 1 (docs/SCORING.md §4.5). */
export function stationaryOf(matrix: Matrix, entry: number): Stationary {
  const next = matrix.map((row) => row.flatMap((chance, to) => (chance > NEVER ? [to] : [])));
  const closed = closedClass(next);
  const isSettled = closed && (closed.length > 1 || matrix.length === 1) && periodOf(next, closed) === 1;
  if (!isSettled) return { shares: iterated(matrix, entry), how: 'iterated' };
  const within = solved(closed.map((from) => closed.map((to) => matrix[from]?.[to] ?? 0)));
  const shares = matrix.map(() => 0);
  for (const [index, state] of closed.entries()) shares[state] = within[index] ?? 0;
  return { shares, how: 'solved' };
}

/** States by the steps it takes to get there from one. */
function reachedFrom(start: number, next: readonly (readonly number[])[]): Map<number, number> {
  const steps = new Map([[start, 0]]);
  for (const [from, taken] of steps) {
    for (const to of next[from] ?? []) if (!steps.has(to)) steps.set(to, taken + 1);
  }
  return steps;
}

/** The states that all ways lead to and none leads out of; undefined where there are several such sets. */
function closedClass(next: readonly (readonly number[])[]): number[] | undefined {
  const before: number[][] = next.map(() => []);
  for (const [from, tos] of next.entries()) for (const to of tos) before[to]?.push(from);
  const home = next.findIndex((_, state) => reachedFrom(state, before).size === next.length);
  return home < 0 ? undefined : [...reachedFrom(home, next).keys()];
}

/** The greatest common divisor of all ways round. */
function periodOf(next: readonly (readonly number[])[], closed: readonly number[]): number {
  const steps = reachedFrom(closed[0] ?? 0, next);
  let period = 0;
  for (const [from, taken] of steps) {
    for (const to of next[from] ?? []) period = divisor(period, taken + 1 - (steps.get(to) ?? 0));
  }
  return period;
}

const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b));

/** Grassmann, Taksar and Heyman's elimination: state by state, without a subtraction, so every digit holds. */
function solved(matrix: Matrix): number[] {
  const rows = matrix.map((row) => [...row]);
  for (let last = rows.length - 1; last > 0; last--) {
    const ways = (rows[last] ?? []).slice(0, last).flatMap((chance, to) => (chance > 0 ? [{ to, chance }] : []));
    const out = sumOf(ways.map(({ chance }) => chance));
    for (const row of rows.slice(0, last)) {
      const into = (row[last] ?? 0) / out;
      row[last] = into;
      if (into > 0) for (const { to, chance } of ways) row[to] = (row[to] ?? 0) + into * chance;
    }
  }
  let shares = [1];
  for (let state = 1; state < rows.length; state++) {
    const weight = shares.reduce((sum, share, from) => sum + share * (rows[from]?.[state] ?? 0), 0);
    shares = [...shares, weight].map((share) => share / (1 + weight));
  }
  return shares;
}

/** The time average from the entry: staying put every other year changes no average, and stops every circle. */
function iterated(matrix: Matrix, entry: number): number[] {
  let shares = matrix.map((_, state) => Number(state === entry));
  for (let step = 0; step < MOST_STEPS; step++) {
    const moved = stepped(shares, matrix);
    const next = shares.map((share, state) => (share + (moved[state] ?? 0)) / 2);
    const change = Math.max(...next.map((share, state) => Math.abs(share - (shares[state] ?? 0))));
    shares = next;
    if (change < ENOUGH) break;
  }
  return shares;
}
