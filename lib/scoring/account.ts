/** How a margin of the trailing year came about, minor units of the base currency (docs/SCORING.md §3.2). */
export interface Account {
  /** Before the discount. */
  readonly revenueMinor: number;
  /** The no-claims discount on it. */
  readonly discountMinor: number;
  readonly goodsMinor: number;
  readonly serveMinor: number;
  /** Days of the year on which a contract was in force. */
  readonly days: number;
  /** The margin as a whole year would have it, where the days are fewer than 365. */
  readonly annualMinor?: number;
  /** What contracts in currencies without a rate earn, less discount and goods: in no sum. */
  readonly foreign: readonly { readonly currency: string; readonly minor: number }[];
}
