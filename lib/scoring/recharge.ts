import { halfEven } from './half-even';
import { type Calendar, daysLeft, yearAround } from './policy-year';

/** What of a year's discount is charged again once it has fallen within the year (docs/SCORING.md §4.4). */
export interface Recharge {
  /** Percentage points that are lost. */
  readonly points: number;
  /** Days of the contract that are left, the day of the fall with them, of all 365 or 366 of its year. */
  readonly days: number;
  readonly of: number;
}

interface RechargeQuestion {
  readonly discounts: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly at: number;
}

/** Of a fall that takes effect at once; `start` is the first day of the ladder. */
export function rechargeOf({ discounts, from, to, at }: RechargeQuestion, start: string, calendar: Calendar): Recharge {
  const points = (discounts[from] ?? 0) - (discounts[to] ?? 0);
  return { points, ...daysLeft(yearAround(start, at, calendar), at, calendar) };
}

/** Hundredths of a percentage point are exact: some scales have 38.33 %. */
const PER_POINT = 100;

/** In minor units, of a year's fee in minor units; halves to the even. */
export const rechargeMinor = (feeMinor: number, { points, days, of }: Recharge): number =>
  Number(
    halfEven(
      BigInt(feeMinor) * BigInt(Math.round(points * PER_POINT)) * BigInt(days),
      BigInt(100 * PER_POINT) * BigInt(of),
    ),
  );
