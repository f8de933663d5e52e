import { logLikelihood } from '@/lib/scoring/likelihood';
import { climb } from '@/lib/scoring/nelder-mead';
import { predictiveOf } from '@/lib/scoring/predictive';

import type { Predictors } from './backtest';
import { poissonPrediction, predictionOf } from './foreseen';
import { contactsIn, yearsIn, type Panel, type PanelCustomer, type Prediction, type Predictor } from './panel';
import { smoothing } from './smoothing';

/** Everybody's contacts a year so far. */
const portfolioMean: Predictor = (panel, origin, horizon) => {
  const [contacts, years] = totals(panel, origin);
  return forEach(panel, (customer) => poissonPrediction((contacts / years) * ahead(customer, origin, horizon)));
};

/** As many as in the time of the same length just before the origin. */
const lastPeriod: Predictor = (panel, origin, horizon) =>
  forEach(panel, (customer) => {
    const [from, to] = [origin - horizon, origin];
    const rate = rateOf(panel, customer, contactsIn(customer, from, to), yearsIn(customer, from, to));
    return poissonPrediction(rate * ahead(customer, origin, horizon));
  });

/** The customer's own contacts a year so far. */
const rawMean: Predictor = (panel, origin, horizon) =>
  forEach(panel, (customer) => {
    const rate = rateOf(panel, customer, contactsIn(customer, 0, origin), yearsIn(customer, 0, origin));
    return poissonPrediction(rate * ahead(customer, origin, horizon));
  });

/** The customer's own contacts a year, older periods fading at the pace that would have foreseen the past best. */
const exponentialSmoothing: Predictor = (panel, origin, horizon) => {
  const { levelOf } = smoothing(panel, origin);
  return forEach(panel, (customer) => {
    const { n, e } = levelOf(customer);
    return poissonPrediction(rateOf(panel, customer, n, e) * ahead(customer, origin, horizon));
  });
};

/** The textbook's: rates spread as a Gamma distribution over the portfolio, found by likelihood; no dispersion, no forgetting. */
const gammaPoisson: Predictor = (panel, origin, horizon) => {
  const { alpha, beta } = likeliestGamma(panel, origin);
  return forEach(panel, (customer) => {
    const posterior = {
      shape: alpha + contactsIn(customer, 0, origin),
      rate: beta + yearsIn(customer, 0, origin),
    };
    return predictionOf(predictiveOf(posterior, 1, ahead(customer, origin, horizon)));
  });
};

/** What a model of contact rates has to beat (docs/SCORING.md §8). */
export const BASELINES: Predictors = { portfolioMean, lastPeriod, rawMean, exponentialSmoothing, gammaPoisson };

const forEach = (
  { customers }: Panel,
  predict: (customer: PanelCustomer) => Prediction,
): ReadonlyMap<string, Prediction> => new Map(customers.map((customer) => [customer.id, predict(customer)]));

const ahead = (customer: PanelCustomer, origin: number, horizon: number): number =>
  yearsIn(customer, origin, origin + horizon);

/** Who has been known for an hour is not foreseen by the hour: in a log the least time is one period. */
const rateOf = ({ periodYears }: Panel, { at }: PanelCustomer, contacts: number, years: number): number =>
  contacts === 0 ? 0 : contacts / (at ? Math.max(years, periodYears) : years);

const totals = ({ customers }: Panel, origin: number): [contacts: number, years: number] => [
  customers.reduce((sum, customer) => sum + contactsIn(customer, 0, origin), 0),
  customers.reduce((sum, customer) => sum + yearsIn(customer, 0, origin), 0),
];

/** Without forgetting and dispersion a customer's periods are as likely as their sum. */
function likeliestGamma(panel: Panel, origin: number): { readonly alpha: number; readonly beta: number } {
  const [contacts, years] = totals(panel, origin);
  const sums = panel.customers.map((customer) => ({
    counts: [contactsIn(customer, 0, origin)],
    exposure: [yearsIn(customer, 0, origin)],
  }));
  const parametersAt = ([a = 0, b = 0]: readonly number[]) => ({ alpha: Math.exp(a), beta: Math.exp(b) });
  const start = [0, Math.log(years / Math.max(contacts, 1))];
  const likelihood = (at: readonly number[]): number =>
    logLikelihood(sums, 1, { ...parametersAt(at), phi: 1, halfLifeDays: Infinity });
  return parametersAt(climb(likelihood, start, { step: 0.5, tolerance: 1e-6, mostSteps: 300 }).at);
}
