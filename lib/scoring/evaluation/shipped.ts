import { DAY, YEAR } from '@/lib/scoring/contact';
import { evidenceOf, witnessed, type Fading } from '@/lib/scoring/evidence';
import { emptyWeeks, periodsOf, withHistories, withLifetimes, type Lifetime } from '@/lib/scoring/experience';
import { fitPortfolio, type Fit, type Portfolio } from '@/lib/scoring/fit';
import { fading } from '@/lib/scoring/forgetting';
import { organisationMeans } from '@/lib/scoring/organisation-rate';
import { predictiveOf, type Predictive } from '@/lib/scoring/predictive';
import { exposedDays, posteriorOf, type Evidence } from '@/lib/scoring/rate';
import { sampleOf } from '@/lib/scoring/sample';

import { predictionOf } from './foreseen';
import { contactsIn, yearsIn, type Panel, type PanelCustomer, type Predictor } from './panel';

/** Weighs next to nothing: the user has no say in a test. */
const EXPECTATION = { estimate: 4, rateLimit: null };

/** Exposure that makes a customer count as seasoned. */
const SEASONED_DAYS = 30;

/** What the badges rest on: the fit of a night at the origin, and what each customer had shown by then. */
export const shipped: Predictor = (panel, origin, horizon) =>
  new Map([...foreseen(panel, origin, horizon)].map(([id, predictive]) => [id, predictionOf(predictive)]));

/** The same as whole distributions. */
export function foreseen(panel: Panel, origin: number, horizon: number): ReadonlyMap<string, Predictive> {
  const past = panel.customers.some(({ at }) => at) ? pastOfLog(panel, origin) : pastOfPanel(panel, origin);
  const fit = fitPortfolio(past.portfolio, EXPECTATION, past.now);
  const known = panel.customers.map((customer) => ({ customer, evidence: past.evidenceOf(customer, fit) }));
  const means = organisationMeans(
    known.flatMap(({ customer: { organisation }, evidence }) => (organisation ? [{ organisation, ...evidence }] : [])),
  );
  return new Map(
    known.map(({ customer, evidence }) => {
      const prior = { ...fit, mean: means.get(customer.organisation ?? '') ?? fit.mean };
      const years = yearsIn(customer, origin, origin + horizon);
      return [customer.id, predictiveOf(posteriorOf(prior, evidence), fit.phi, years)];
    }),
  );
}

interface Past {
  readonly portfolio: Portfolio;
  readonly now: number;
  readonly evidenceOf: (customer: PanelCustomer, fit: Fit) => Evidence;
}

/** Instants are known: as the product sees them, from period 0 at instant 0. */
function pastOfLog({ customers, periodYears }: Panel, origin: number): Past {
  const length = periodYears * YEAR;
  const now = origin * length;
  const lifetimeOf = ({ at = [], first }: PanelCustomer): Lifetime => ({
    at: at.map((instant) => instant * length),
    exposure: [{ from: first * length, to: now }],
    met: first * length,
  });
  const lifetimes = customers.map(lifetimeOf);
  const sample = new Set(sampleOf(customers.map(({ id }) => id)));
  return {
    portfolio: {
      customers: customers.length,
      contacts: customers.reduce((sum, customer) => sum + contactsIn(customer, 0, origin), 0),
      seasoned: lifetimes.filter(({ exposure }) => exposedDays(exposure) >= SEASONED_DAYS).length,
      steps: withLifetimes(emptyWeeks(0, now), lifetimes),
      periods: periodsOf(
        lifetimes.filter((_, index) => sample.has(customers[index]?.id ?? '')),
        now,
      ),
    },
    now,
    evidenceOf: (customer, fit) => {
      const { at, exposure } = lifetimeOf(customer);
      const evidence = at.reduce<Fading | undefined>((sum, each) => witnessed(sum, each, fit.halfLifeDays), undefined);
      return evidenceOf(evidence ? { evidence } : {}, exposure, fit, now);
    },
  };
}

/** Only the periods' sums are known: they are the steps of the index too. */
function pastOfPanel({ customers, periodYears }: Panel, origin: number): Past {
  const periodDays = (periodYears * YEAR) / DAY;
  const now = origin * periodYears * YEAR;
  const historyOf = ({ counts, exposure }: PanelCustomer) => ({ counts, exposure: exposure.slice(0, origin) });
  const none = Array.from({ length: origin }, () => 0);
  const sample = new Set(sampleOf(customers.map(({ id }) => id)));
  const histories = customers.filter(({ id }) => sample.has(id)).map(historyOf);
  return {
    portfolio: {
      customers: customers.length,
      contacts: customers.reduce((sum, customer) => sum + contactsIn(customer, 0, origin), 0),
      seasoned: customers.filter((customer) => (yearsIn(customer, 0, origin) * YEAR) / DAY >= SEASONED_DAYS).length,
      steps: withHistories({ from: 0, stepDays: periodDays, contacts: none, years: none }, customers.map(historyOf)),
      periods: { from: 0, periodDays, histories },
    },
    now,
    evidenceOf: ({ counts, exposure }, { halfLifeDays, index }) => {
      const { left, within } = fading(periodDays, halfLifeDays);
      let [n, e] = [0, 0];
      for (let period = 0; period < origin; period++) {
        const worth = index ? (index.rates[period] ?? 0) / index.level : 1;
        n = n * left + (counts[period] ?? 0) * within;
        e = e * left + (exposure[period] ?? 0) * worth * within;
      }
      return { n, e };
    },
  };
}
