/** What happened, cut into periods of equal length: what predictions are made from and held against. */
export interface Panel {
  readonly periodYears: number;
  readonly customers: readonly PanelCustomer[];
}

export interface PanelCustomer {
  readonly id: string;
  readonly organisation?: string;
  /** Where the clock starts, in periods; between two whole ones for a log, whose first contact it is and is not counted. */
  readonly first: number;
  /** Years under observation in each period from 0 on. */
  readonly exposure: readonly number[];
  /** Counted contacts in each period from 0 on. */
  readonly counts: readonly number[];
  /** Logs only: the counted contacts' instants in periods, oldest first. */
  readonly at?: readonly number[];
}

/** Of a customer's contacts over the whole horizon. */
export interface Prediction {
  readonly mean: number;
  /** 5 % point of what is foreseen, a count. */
  readonly low: number;
  /** 95 % point. */
  readonly high: number;
}

/**
 * Foresees every customer of the panel, by id, over the periods `origin` to `origin + horizon`, the last not in it. What it
 * is given ends at the origin, but for the years under observation within the horizon.
 */
export type Predictor = (panel: Panel, origin: number, horizon: number) => ReadonlyMap<string, Prediction>;

function sumOf(values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let period = Math.max(0, from); period < Math.min(to, values.length); period++) sum += values[period] as number;
  return sum;
}

/** Contacts in the periods `from` to `to`, the last not in it. */
export const contactsIn = ({ counts }: PanelCustomer, from: number, to: number): number => sumOf(counts, from, to);

/** Years under observation in the periods `from` to `to`, the last not in it. */
export const yearsIn = ({ exposure }: PanelCustomer, from: number, to: number): number => sumOf(exposure, from, to);

const wasKnown = (customer: PanelCustomer, origin: number): boolean =>
  customer.first < origin && yearsIn(customer, 0, origin) > 0;

/** Who was known before the origin and is under observation after it. */
export const predictedAt = ({ customers }: Panel, origin: number, horizon: number): PanelCustomer[] =>
  customers.filter((customer) => wasKnown(customer, origin) && yearsIn(customer, origin, origin + horizon) > 0);

/** The panel as one could have known it at the origin, without those who were not known yet. */
export function asKnownAt({ periodYears, customers }: Panel, origin: number, horizon: number): Panel {
  return {
    periodYears,
    customers: customers
      .filter((customer) => wasKnown(customer, origin))
      .map(({ exposure, counts, at, ...customer }) => ({
        ...customer,
        exposure: exposure.slice(0, origin + horizon),
        counts: counts.slice(0, origin),
        ...(at && { at: at.filter((instant) => instant < origin) }),
      })),
  };
}
