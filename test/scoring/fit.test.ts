import { describe, expect, it } from 'vitest';

import { DAY } from '@/lib/scoring/contact';
import { emptyWeeks, periodsOf, withLifetimes, type Lifetime } from '@/lib/scoring/experience';
import { firstFit, fitPortfolio, type Fit, type Portfolio } from '@/lib/scoring/fit';
import { quantileOf } from '@/lib/scoring/rate';

const expectation = { estimate: 4, rateLimit: null };
const now = 728 * DAY;

/** Watched for two years; some call every fortnight, others hardly ever, a third of them twice in a row. */
function lifetime(k: number): Lifetime {
  const every = 14 * (1 + (k % 13) ** 2 / 3);
  const times = Array.from({ length: Math.ceil(728 / every) }, (_, index) => ((k * 5) % every) + index * every);
  return {
    at: times.flatMap((day) => (k % 3 === 0 ? [day, day + 1] : [day])).flatMap((day) => (day < 728 ? [day * DAY] : [])),
    exposure: [{ from: 0, to: now }],
  };
}

function portfolioOf(lifetimes: readonly Lifetime[], changes: Partial<Portfolio> = {}): Portfolio {
  return {
    customers: lifetimes.length,
    seasoned: lifetimes.length,
    contacts: lifetimes.reduce((sum, { at }) => sum + at.length, 0),
    steps: withLifetimes(emptyWeeks(0, now), lifetimes),
    periods: periodsOf(lifetimes, now),
    ...changes,
  };
}

const customers = (count: number): Lifetime[] => Array.from({ length: count }, (_, k) => lifetime(k));
const parametersOf = ({ alpha, phi, halfLifeDays }: Fit) => ({ alpha, phi, halfLifeDays });
const COLD = { alpha: 0.4, phi: 2, halfLifeDays: 180 };

describe('before the first night', () => {
  it('the fit is the estimate alone', () => {
    expect(firstFit(expectation)).toMatchObject({ ...COLD, at: 0, mean: 4, customers: 0 });
  });

  it('the limit is the 90 % point of the prior, unless the user named one', () => {
    expect(firstFit({ estimate: 3, rateLimit: null }).limit).toBeCloseTo(8.473821191, 8);
    expect(firstFit({ estimate: 4, rateLimit: 6 }).limit).toBe(6);
  });
});

describe('a cold start', () => {
  it.each([
    { seasoned: 29, contacts: 50, found: false },
    { seasoned: 30, contacts: 49, found: false },
    { seasoned: 30, contacts: 50, found: true },
  ])('ends with 30 customers of 30 days and 50 contacts: $seasoned, $contacts → $found', (counts) => {
    const fit = fitPortfolio(portfolioOf(customers(40), counts), expectation, now);
    expect(fit.found !== undefined).toBe(counts.found);
    expect(fit.alpha === COLD.alpha).toBe(!counts.found);
    expect(fit.contacts).toBe(counts.contacts);
  });

  it('takes the mean of the portfolio and the estimate, faded', () => {
    const fit = fitPortfolio(portfolioOf(customers(20)), expectation, now);
    const { contacts, years } = portfolioOf(customers(20)).steps;
    const worth = (step: number): number => 2 ** -((contacts.length - 0.5 - step) * (7 / 180));
    const n = contacts.reduce((sum, each, step) => sum + each * worth(step), 0);
    const e = years.reduce((sum, each, step) => sum + each * worth(step), 0);
    expect(fit.mean).toBeCloseTo((8 + n) / (2 + e), 2);
    expect(fit).toMatchObject({ ...COLD, at: now, customers: 20 });
    expect(fit).not.toHaveProperty('index');
  });

  it('has an index all the same, from 100 customers on', () => {
    const young = portfolioOf(customers(100), { seasoned: 0 });
    const fit = fitPortfolio(young, expectation, now);
    expect(fit).toMatchObject(COLD);
    expect(fit.index).toMatchObject({ stepDays: 7, halfLifeDays: 180 });
    expect(fit.mean / (fit.index?.level ?? 0)).toBeCloseTo(1, 1);
  });
});

describe('a fit', () => {
  const portfolio = portfolioOf(customers(120));
  const fit = fitPortfolio(portfolio, expectation, now);

  it('says what it rests on', () => {
    expect(fit).toMatchObject({ at: now, customers: 120, contacts: portfolio.contacts });
    expect(fit.found).toMatchObject({ since: now, sampled: 120, periodDays: 30.4375 });
    expect(fit.found?.logLikelihood).toBeLessThan(0);
    expect(fit.index?.halfLifeDays).toBe(fit.halfLifeDays);
  });

  it('has the mean of the portfolio, and its 90 % point for a limit', () => {
    const { contacts, years } = portfolio.steps;
    const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);
    expect(fit.mean / (total(contacts) / total(years))).toBeGreaterThan(0.75);
    expect(fit.mean / (total(contacts) / total(years))).toBeLessThan(1.25);
    expect(fit.limit).toBe(quantileOf({ shape: fit.alpha, rate: fit.alpha / fit.mean }, 0.9));
    expect(fitPortfolio(portfolio, { estimate: 4, rateLimit: 9 }, now).limit).toBe(9);
  });

  it('has no index below 100 customers, and agrees with one that has', () => {
    const without = fitPortfolio({ ...portfolio, customers: 99 }, expectation, now);
    expect(without).not.toHaveProperty('index');
    expect(without.mean / fit.mean).toBeGreaterThan(0.8);
    expect(without.mean / fit.mean).toBeLessThan(1.25);
    expect(without.alpha / fit.alpha).toBeGreaterThan(0.8);
    expect(without.alpha / fit.alpha).toBeLessThan(1.25);
  });

  it('stays the next night, with the date from which it stands', () => {
    const next = fitPortfolio(portfolio, expectation, now + DAY, fit);
    expect(parametersOf(next)).toEqual(parametersOf(fit));
    expect(next).toMatchObject({
      at: now + DAY,
      mean: expect.closeTo(fit.mean, 9),
      limit: expect.closeTo(fit.limit, 9),
    });
    expect(next.found?.logLikelihood).toBeCloseTo(fit.found?.logLikelihood ?? 0, 9);
    expect(next.found?.since).toBe(now);
  });

  it('gives way to one that is much better, from that night on', () => {
    const wrong = { ...fit, alpha: 5, phi: 8 };
    const next = fitPortfolio(portfolio, expectation, now + DAY, wrong);
    expect(next.alpha / fit.alpha).toBeCloseTo(1, 1);
    expect(next.found?.since).toBe(now + DAY);
  });

  it('is not held to a cold start of the night before', () => {
    const cold = firstFit(expectation);
    expect(fitPortfolio(portfolio, expectation, now, { ...cold, alpha: 30 })).toEqual(fit);
  });

  it('moves with the level while its parameters stay', () => {
    const { steps } = portfolio;
    const busier = { ...steps, contacts: steps.contacts.map((each, step) => (step > 90 ? 2 * each : each)) };
    const next = fitPortfolio(
      { ...portfolio, steps: busier, periods: { ...portfolio.periods, histories: [] } },
      expectation,
      now,
      fit,
    );
    expect(parametersOf(next)).toEqual(parametersOf(fit));
    expect(next.mean / fit.mean).toBeCloseTo(2, 9);
  });

  it('carries its parameters over when the index begins, and when it ends', () => {
    const nobody = { ...portfolio.periods, histories: [] };
    const without = fitPortfolio({ ...portfolio, customers: 99, periods: nobody }, expectation, now, fit);
    expect(parametersOf(without)).toEqual(parametersOf(fit));
    expect(without.mean).toBeCloseTo(fit.mean, 9);
    const again = fitPortfolio({ ...portfolio, periods: nobody }, expectation, now, without);
    expect(parametersOf(again)).toEqual(parametersOf(fit));
    expect(again.mean).toBeCloseTo(fit.mean, 9);
  });
});
