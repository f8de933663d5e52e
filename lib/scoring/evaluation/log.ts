import { DAY, YEAR } from '@/lib/scoring/contact';

import type { Panel, PanelCustomer } from './panel';

/** One contact of a history. */
export interface LogEntry {
  readonly customer: string;
  /** Epoch ms. */
  readonly at: number;
  readonly organisation?: string;
}

/** Periods of equal length, in days. */
export const PERIOD_DAYS = { day: 1, week: 7, month: 30.4375, year: 365.25 } as const;
export type Period = keyof typeof PERIOD_DAYS;

/**
 * A log in any order, cut into periods; the first starts at 00:00 UTC of the first contact's day. A customer's clock starts
 * at the first contact, which is not counted, and runs to the end of the last period that has any contact. What comes from
 * period `until` on is left out.
 */
export function panelOfLog(entries: readonly LogEntry[], period: Period, until: number): Panel {
  const length = PERIOD_DAYS[period] * DAY;
  const periodYears = length / YEAR;
  const [earliest, latest] = ends(entries);
  const start = Math.floor(earliest / DAY) * DAY;
  const periods = Math.min(until, Math.floor((latest - start) / length) + 1);
  const customers = [...instantsByCustomer(entries)]
    .map(([id, { instants, organisation }]) =>
      watched(
        { id, ...(organisation !== undefined && { organisation }) },
        instants.map((at) => (at - start) / length),
        {
          periods,
          periodYears,
        },
      ),
    )
    .filter(({ first }) => first < periods);
  return { periodYears, customers };
}

function ends(entries: readonly LogEntry[]): [earliest: number, latest: number] {
  let [earliest, latest] = [Infinity, -Infinity];
  for (const { at } of entries) {
    earliest = Math.min(earliest, at);
    latest = Math.max(latest, at);
  }
  return [earliest, latest];
}

interface Grouped {
  readonly instants: number[];
  organisation?: string;
}

/** The organisation is that of the last entry that names one. */
function instantsByCustomer(entries: readonly LogEntry[]): ReadonlyMap<string, Grouped> {
  const customers = new Map<string, Grouped>();
  for (const { customer, at, organisation } of entries) {
    const grouped = customers.get(customer) ?? { instants: [] };
    grouped.instants.push(at);
    if (organisation !== undefined) grouped.organisation = organisation;
    customers.set(customer, grouped);
  }
  return customers;
}

function watched(
  who: Pick<PanelCustomer, 'id' | 'organisation'>,
  instants: readonly number[],
  { periods, periodYears }: { readonly periods: number; readonly periodYears: number },
): PanelCustomer & { readonly at: readonly number[] } {
  const [first = Infinity, ...later] = instants.toSorted((a, b) => a - b);
  const at = later.filter((instant) => instant < periods);
  const counts = Array.from({ length: periods }, () => 0);
  for (const instant of at) counts[Math.floor(instant)] = (counts[Math.floor(instant)] ?? 0) + 1;
  const exposure = counts.map((_, period) => Math.min(1, Math.max(0, period + 1 - first)) * periodYears);
  return { ...who, first, exposure, counts, at };
}
