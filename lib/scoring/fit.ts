import { coldPrior, evidenceOfAll, HALF_LIFE_DAYS, isCold } from './cold-start';
import { expectedBy, type Periods } from './experience';
import { improved } from './likeliest';
import { indexOf, trendOf, type PortfolioIndex, type PortfolioSteps, type Trend } from './portfolio-index';
import { quantileOf, type Prior } from './rate';

export { HALF_LIFE_DAYS } from './cold-start';

/** The prior of a nightly run, and the limit that stands until the next. Plain data; the half-life may be Infinity. */
export interface Fit extends Prior {
  readonly at: number;
  readonly halfLifeDays: number;
  /** Contacts a year above which a customer calls too often. */
  readonly limit: number;
  readonly customers: number;
  /** Counted contacts that it rests on. */
  readonly contacts?: number;
  /** What was found by likelihood; absent on a cold start. */
  readonly found?: Finding;
  /** From 100 customers on. */
  readonly index?: PortfolioIndex;
}

/** Parameters that fit this portfolio best, and since when they stand. */
export interface Finding {
  readonly since: number;
  readonly logLikelihood: number;
  /** Customers that were looked at, and the length of a period. */
  readonly sampled: number;
  readonly periodDays: number;
}

/** What the user says of the portfolio. */
export interface Expectation {
  /** Contacts a year of an average customer. */
  readonly estimate: number;
  /** Contacts a year above which a customer calls too often; null = the 90 % point of the prior. */
  readonly rateLimit: number | null;
}

/** What a night has before it. */
export interface Portfolio {
  /** Customers whose clock runs. */
  readonly customers: number;
  /** Of these, with at least 30 days of exposure. */
  readonly seasoned: number;
  /** Their counted contacts. */
  readonly contacts: number;
  /** Sums of all of them: `emptyWeeks` and `withLifetimes` of experience.ts. */
  readonly steps: PortfolioSteps;
  /** Of those whom `sampleOf` names: `periodsOf` of experience.ts. */
  readonly periods: Periods;
}

/** Before the first nightly run: the estimate alone, so that reading one customer never moves another's badge. */
export function firstFit(expectation: Expectation): Fit {
  const prior = coldPrior({ n: 0, e: 0 }, expectation.estimate);
  return { at: 0, customers: 0, ...prior, halfLifeDays: HALF_LIFE_DAYS, limit: limitOf(prior, expectation) };
}

/**
 * The fit of a night (docs/SCORING.md §2.3, §2.4). `previous` is the last one that was kept: its parameters stay unless
 * others are clearly better. A new half-life wants every tally folded anew before anybody is assessed by it.
 */
export function fitPortfolio(portfolio: Portfolio, expectation: Expectation, now: number, previous?: Fit): Fit {
  const { customers, seasoned, contacts, steps, periods } = portfolio;
  const trend = trendOf(steps, customers);
  const cold = { ...coldPrior(evidenceOfAll(steps, trend), expectation.estimate), halfLifeDays: HALF_LIFE_DAYS };
  const chosen = isCold(seasoned, contacts) ? cold : fitted(periods, trend, previous?.found ? previous : cold, now);
  return {
    at: now,
    customers,
    contacts,
    ...chosen,
    limit: limitOf(chosen, expectation),
    ...(trend && { index: indexOf(trend, chosen.halfLifeDays) }),
  };
}

type Chosen = Pick<Fit, 'alpha' | 'phi' | 'mean' | 'halfLifeDays' | 'found'>;

/** What stands is taken over in the unit of now: contacts a year, or contacts for one that is expected. */
function fitted(
  periods: Periods,
  trend: Trend | undefined,
  standing: Chosen & Pick<Fit, 'index'>,
  now: number,
): Chosen {
  const { periodDays, histories } = periods;
  const level = trend?.level ?? 1;
  const { alpha, phi, halfLifeDays } = standing;
  const beta = (alpha / standing.mean) * (trend ? (standing.index?.level ?? level) : 1);
  const best = improved(trend ? expectedBy(trend, periods) : histories, periodDays, { alpha, beta, phi, halfLifeDays });
  const same = best.alpha === alpha && best.beta === beta && best.phi === phi && best.halfLifeDays === halfLifeDays;
  return {
    alpha: best.alpha,
    phi: best.phi,
    mean: (best.alpha / best.beta) * level,
    halfLifeDays: best.halfLifeDays,
    found: {
      since: same ? (standing.found?.since ?? now) : now,
      logLikelihood: best.logLikelihood,
      sampled: histories.length,
      periodDays,
    },
  };
}

const limitOf = ({ alpha, mean }: Pick<Prior, 'alpha' | 'mean'>, { rateLimit }: Expectation): number =>
  rateLimit ?? quantileOf({ shape: alpha, rate: alpha / mean }, 0.9);
