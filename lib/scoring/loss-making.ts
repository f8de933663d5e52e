/** What a customer earned beyond the cost, and how well that is known. */
export interface LossFacts {
  /** Margin of the trailing year, minor units. */
  readonly minor: number;
  /** Revenue of the trailing year, after the discount. */
  readonly revenueMinor: number;
  readonly exposureDays: number;
  /** Counted contacts. */
  readonly counted: number;
}

const LEAST_DAYS = 180;
const LEAST_CONTACTS = 3;
/** A flag goes when the margin is above this share of the revenue. */
const LEAVE_SHARE = 0.05;

/** *Costs more than it earns*: entered below nothing, left above 5 % of the revenue (docs/SCORING.md §3.3). */
export function isLossMaking({ minor, revenueMinor, exposureDays, counted }: LossFacts, was: boolean): boolean {
  if (exposureDays < LEAST_DAYS || counted < LEAST_CONTACTS) return false;
  return minor < 0 || (was && minor <= LEAVE_SHARE * revenueMinor);
}
