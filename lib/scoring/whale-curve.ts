/** What one customer earned beyond the cost, minor units of the base currency. */
export interface CustomerMargin {
  readonly id: string;
  readonly minor: number;
}

/** Where the curve is highest: after the last customer who earns anything. */
export interface WhalePeak {
  readonly customers: number;
  /** Of all customers, 0 to 1. */
  readonly share: number;
  readonly minor: number;
  /** Of the total; absent where there is no profit to be a share of. */
  readonly percent?: number;
}

/** Customers from the best to the worst, and what those up to each earn together (docs/SCORING.md §3.3). */
export interface WhaleCurve {
  readonly ids: readonly string[];
  readonly cumulativeMinor: readonly number[];
  readonly totalMinor: number;
  readonly peak: WhalePeak;
}

/** Best first; equal margins by id. */
export const bestFirst = (margins: readonly CustomerMargin[]): CustomerMargin[] =>
  margins.toSorted((a, b) => b.minor - a.minor || (a.id < b.id ? -1 : 1));

export function whaleCurve(margins: readonly CustomerMargin[]): WhaleCurve {
  const ranked = bestFirst(margins);
  const cumulativeMinor: number[] = [];
  let totalMinor = 0;
  let peak = { customers: 0, minor: 0 };
  for (const { minor } of ranked) {
    totalMinor += minor;
    cumulativeMinor.push(totalMinor);
    if (totalMinor > peak.minor) peak = { customers: cumulativeMinor.length, minor: totalMinor };
  }
  return {
    ids: ranked.map(({ id }) => id),
    cumulativeMinor,
    totalMinor,
    peak: {
      ...peak,
      share: ranked.length === 0 ? 0 : peak.customers / ranked.length,
      ...(totalMinor > 0 && { percent: (100 * peak.minor) / totalMinor }),
    },
  };
}
