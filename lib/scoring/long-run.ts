import { type CauseRates, type Chain, chainOf } from './chain';
import type { Ladder } from './ladder';
import { dot, stepped } from './matrix';
import { type Stationary, stationaryOf } from './stationary';
import { sumOf } from './sum';
import { mostClaims, yearMatrix } from './year-matrix';

/** What a ladder comes to in the long run for one rate of claims (docs/SCORING.md §4.5). Levels in percent of the full fee. */
export interface LongRun {
  /** Share of years on each rung. */
  readonly shares: readonly number[];
  readonly how: Stationary['how'];
  /** M. */
  readonly meanLevel: number;
  readonly meanDiscount: number;
  /** Relative stationary average level, 0 best to 1 worst. */
  readonly rsal: number;
  /** Loimaranta's: how much of a change of the rate the level follows. */
  readonly efficiency: number;
}

/** Step of the central difference. */
const STEP = 1e-5;

const rateOf = (rates: CauseRates): number => sumOf(Object.values(rates));

/** Protection is left out, and every claim confirmed. */
export function longRunOf(ladder: Ladder, rates: CauseRates): LongRun {
  const rate = rateOf(rates);
  const chain = chainOf(ladder, rates, mostClaims(rate));
  const { shares, how } = stationaryAt(chain, rate);
  const levels = levelsOf(ladder);
  const meanLevel = dot(shares, levels);
  const levelAt = (at: number): number => dot(stationaryAt(chain, at).shares, levels);
  const slope = (levelAt(rate + STEP) - levelAt(Math.max(0, rate - STEP))) / (STEP + Math.min(STEP, rate));
  const best = Math.min(...levels);
  return {
    shares,
    how,
    meanLevel,
    meanDiscount: 100 - meanLevel,
    rsal: (meanLevel - best) / (Math.max(...levels) - best),
    efficiency: (rate / meanLevel) * slope,
  };
}

/** What is paid on each rung, percent. */
export const levelsOf = ({ discounts }: Ladder): number[] => discounts.map((discount) => 100 - discount);

/** Stationary shares by rung. */
export function stationaryAt(chain: Chain, rate: number): Stationary {
  const { shares, how } = stationaryOf(yearMatrix(chain, rate), chain.entry);
  return { shares: byRung(chain, shares), how };
}

/** States of one rung taken together. */
function byRung({ rungs }: Chain, shares: readonly number[]): number[] {
  const sums: number[] = [];
  for (const [state, rung] of rungs.entries()) sums[rung] = (sums[rung] ?? 0) + (shares[state] ?? 0);
  return sums;
}

/** Shares by rung at the start of policy years 1, 2, …: from the entry, or from where customers stand now. */
export function transientOf(ladder: Ladder, rates: CauseRates, { years, from }: Horizon): number[][] {
  const rate = rateOf(rates);
  const chain = chainOf(ladder, rates, mostClaims(rate));
  const matrix = yearMatrix(chain, rate);
  let shares = chain.rungs.map((_, state) => from?.[state] ?? Number(!from && state === chain.entry));
  const seen: number[][] = [];
  for (let year = 0; year < years; year++) {
    seen.push(byRung(chain, shares));
    shares = stepped(shares, matrix);
  }
  return seen;
}

export interface Horizon {
  readonly years: number;
  /** Shares of customers by rung at the start. */
  readonly from?: readonly number[];
}
