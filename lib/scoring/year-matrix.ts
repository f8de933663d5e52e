import type { Chain } from './chain';
import { sumOf } from './sum';

/** The year's matrix at so many claims a year: P = Σ pₖ Tₖ. */
export function yearMatrix({ after }: Chain, rate: number): number[][] {
  const chances = claimChances(rate, (after[0]?.length ?? 1) - 1);
  return after.map((years) => {
    const row = after.map(() => 0);
    for (const [claims, ends] of years.entries()) {
      for (const [to, share] of ends) row[to] = (row[to] ?? 0) + (chances[claims] ?? 0) * share;
    }
    return row;
  });
}

/** Poisson; the last stands for all that are more. */
function claimChances(rate: number, most: number): number[] {
  const chances = [Math.exp(-rate)];
  for (let claims = 1; claims < most; claims++) chances.push(((chances[claims - 1] ?? 0) * rate) / claims);
  const rest = 1 - sumOf(chances);
  return [...chances, Math.max(0, rest)];
}

/** So many claims that more are rarer than any digit tells. */
export const mostClaims = (rate: number): number => Math.ceil(rate + 12 * Math.sqrt(rate) + 20);
