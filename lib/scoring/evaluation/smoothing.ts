import type { Panel, PanelCustomer } from './panel';

/** Weights of the newest period that are tried. */
const WEIGHTS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** Contacts and years before the origin, those of each period worth 1 − weight of those of the next. */
interface Level {
  readonly n: number;
  readonly e: number;
}

/** Exponential smoothing with the weight whose one-step forecasts of the portfolio's past have the least squared error. */
export function smoothing(
  { customers }: Panel,
  origin: number,
): { readonly weight: number; readonly levelOf: (customer: PanelCustomer) => Level } {
  let [best, least] = [WEIGHTS[0] as number, Infinity];
  for (const weight of WEIGHTS) {
    const error = customers.reduce((sum, customer) => sum + smoothed(customer, origin, weight).squaredError, 0);
    if (error < least) [best, least] = [weight, error];
  }
  return { weight: best, levelOf: (customer) => smoothed(customer, origin, best) };
}

function smoothed(
  { counts, exposure }: PanelCustomer,
  origin: number,
  weight: number,
): Level & { readonly squaredError: number } {
  let [n, e, squaredError] = [0, 0, 0];
  for (let period = 0; period < origin; period++) {
    const [contacts = 0, years = 0] = [counts[period], exposure[period]];
    if (e > 0) squaredError += (contacts - (n / e) * years) ** 2;
    n = n * (1 - weight) + contacts;
    e = e * (1 - weight) + years;
  }
  return { n, e, squaredError };
}
