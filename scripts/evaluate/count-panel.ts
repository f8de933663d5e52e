import type { Panel, PanelCustomer } from '@/lib/scoring/evaluation/panel';

import { Refused } from './refused.ts';

/** What was counted of a customer in one period. */
export interface CountRow {
  readonly customer: string;
  readonly organisation?: string;
  readonly period: number;
  readonly count: number;
  /** In periods. */
  readonly exposure: number;
}

/** Rows in any order as a panel; period 0 is the smallest there is. What comes from period `until` on is left out. */
export function panelOfCounts(rows: readonly CountRow[], periodYears: number, until: number): Panel {
  const smallest = rows.reduce((least, { period }) => Math.min(least, period), Infinity);
  const customers = new Map<string, Growing>();
  for (const { customer, organisation, period, count, exposure } of rows) {
    const at = period - smallest;
    if (at >= until) continue;
    const grown = customers.get(customer) ?? { id: customer, first: at, counts: [], exposure: [] };
    if (grown.exposure[at] !== undefined) throw new Refused(`${customer} has two rows of period ${period}.`);
    grown.first = Math.min(grown.first, at);
    grown.counts[at] = count;
    grown.exposure[at] = exposure * periodYears;
    if (organisation !== undefined) grown.organisation = organisation;
    customers.set(customer, grown);
  }
  const periods = [...customers.values()].reduce((most, { exposure }) => Math.max(most, exposure.length), 0);
  return { periodYears, customers: [...customers.values()].map((grown) => filled(grown, periods)) };
}

/** Arrays with holes where a period has no row. */
interface Growing {
  readonly id: string;
  organisation?: string;
  first: number;
  readonly counts: number[];
  readonly exposure: number[];
}

const filled = ({ counts, exposure, ...customer }: Growing, periods: number): PanelCustomer => ({
  ...customer,
  counts: Array.from({ length: periods }, (_, period) => counts[period] ?? 0),
  exposure: Array.from({ length: periods }, (_, period) => exposure[period] ?? 0),
});
