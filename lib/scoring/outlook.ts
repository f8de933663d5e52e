import { type Band, bandOf } from './band';
import type { CauseRates } from './chain';
import { YEAR } from './contact';
import { type FutureClaim, futureOf, mixOf } from './future';
import type { Ladder } from './ladder';
import type { Posterior } from './rate';
import { claimed, type Rung, stepOf, turned } from './rung';
import { seeded } from './seeded';
import { sumOf } from './sum';

export interface OutlookCustomer {
  readonly id: string;
  readonly posterior: Posterior;
  /** Of a year, before any discount. */
  readonly feeMinor: number;
}

/** A ladder, and where each customer stands on it now, in their order. */
export interface LadderRun {
  readonly ladder: Ladder;
  readonly places: readonly Rung[];
}

export interface OutlookTerms {
  readonly now: number;
  readonly seed: number;
  readonly draws: number;
  readonly years: number;
  /** What a counted contact turns out to be. */
  readonly proportions: CauseRates;
}

/** What discounts will cost; kept with its seed, so that it can be drawn again. */
export interface Outlook {
  readonly ladderId: string;
  readonly seed: number;
  readonly draws: number;
  readonly byYear: readonly Band[];
  readonly total: Band;
  /** Beyond the first ladder of the comparison, draw by draw. */
  readonly beyondFirst: Band;
}

/** So many courses of so many years, unless one wants others. */
export const OUTLOOK = { draws: 200, years: 5 } as const;

/**
 * The next years on several ladders (docs/SCORING.md §4.6). All of them meet the same contacts, so that what differs is the ladder.
 * The running year counts as the first, with what it has brought; every claim is confirmed.
 */
export function outlooksOf(
  runs: readonly LadderRun[],
  customers: readonly OutlookCustomer[],
  terms: OutlookTerms,
): Outlook[] {
  const { seed, draws, years, proportions } = terms;
  const mix = mixOf(proportions);
  const costs = runs.map(() => Array.from({ length: draws }, () => Array.from({ length: years }, () => 0)));
  for (const [index, { id, posterior, feeMinor }] of customers.entries()) {
    const random = seeded(seed, id);
    for (let draw = 0; draw < draws; draw++) {
      const future = futureOf(posterior, mix, years, random);
      for (const [run, { ladder, places }] of runs.entries()) {
        const place = places[index];
        const cost = costs[run]?.[draw];
        if (place && cost) addCosts(cost, discountsOf(ladder, place, future, terms), feeMinor);
      }
    }
  }
  const totals = costs.map((run) => run.map(sumOf));
  return runs.map(({ ladder }, run) => ({
    ladderId: ladder.id,
    seed,
    draws,
    byYear: Array.from({ length: years }, (_, year) => bandOf((costs[run] ?? []).map((cost) => cost[year] ?? 0))),
    total: bandOf(totals[run] ?? []),
    beyondFirst: bandOf((totals[run] ?? []).map((total, draw) => total - (totals[0]?.[draw] ?? 0))),
  }));
}

function addCosts(costs: number[], discounts: readonly number[], feeMinor: number): void {
  for (const [year, discount] of discounts.entries()) costs[year] = (costs[year] ?? 0) + (feeMinor * discount) / 100;
}

/** Mean discount of each year, percent: a fall within one counts from its day. */
function discountsOf(
  ladder: Ladder,
  place: Rung,
  future: readonly FutureClaim[],
  { now, years }: OutlookTerms,
): number[] {
  const discountOn = ({ rung }: Rung): number => ladder.discounts[rung] ?? 0;
  let current = place;
  let index = 0;
  return Array.from({ length: years }, (_, year) => {
    let since = year;
    let mean = 0;
    for (let claim = future[index]; claim && claim.after < year + 1; claim = future[++index]) {
      const { after, cause } = claim;
      const at = now + after * YEAR;
      const isWithoutEffect = current.year.claims > ladder.claimFreeMax && !stepOf(ladder, current, { at, cause });
      if (isWithoutEffect) continue;
      mean += discountOn(current) * (after - since);
      since = after;
      current = claimed(ladder, current, { at, cause }, true);
    }
    mean += discountOn(current) * (year + 1 - since);
    current = turned(ladder, current, now + (year + 1) * YEAR);
    return mean;
  });
}
