/** A row per state, entries as large as the chance to get there in one step. */
export type Matrix = readonly (readonly number[])[];
export type Vector = readonly number[];

/** One step of a chain: a distribution over its states, moved on. */
export function stepped(shares: Vector, matrix: Matrix): number[] {
  const next = shares.map(() => 0);
  for (const [from, share] of shares.entries()) {
    if (share === 0) continue;
    for (const [to, chance] of (matrix[from] ?? []).entries()) next[to] = (next[to] ?? 0) + share * chance;
  }
  return next;
}

export const dot = (a: Vector, b: Vector): number => a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
