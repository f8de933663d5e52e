import { DAY } from '@/lib/scoring/contact';
import { emptyWeeks, periodsOf, withLifetimes } from '@/lib/scoring/experience';
import { fitPortfolio, type Fit } from '@/lib/scoring/fit';
import type { PortfolioSteps } from '@/lib/scoring/portfolio-index';
import { exposedDays } from '@/lib/scoring/rate';
import { sampleOf } from '@/lib/scoring/sample';
import type { TallyRules } from '@/lib/scoring/tally';
import type { Settings } from '@/lib/settings/schema';

import type { NoclaimsDatabase } from './database';
import { dayOf } from './ids';
import { lifetimesOf } from './lifetimes';

/** What is known of the portfolio so far: plain data, so that the cursor of a job can hold it. */
export interface PortfolioSums {
  /** As of when. */
  readonly now: number;
  readonly steps: PortfolioSteps;
  readonly customers: number;
  readonly seasoned: number;
  readonly contacts: number;
  /** Ids of customers whose histories are fitted. */
  readonly sample: readonly string[];
}

const WEEK = 7 * DAY;
const SEASONED_DAYS = 30;
/** The first day of 1970 was a Thursday. */
const MONDAY = 4 * DAY;

/** Weeks from a Monday, as long back as contacts are kept. */
export function emptySums(now: number, { retentionMonths }: Pick<Settings, 'retentionMonths'>): PortfolioSums {
  const oldest = now - retentionMonths * 31 * DAY;
  const from = Math.floor((oldest - MONDAY) / WEEK) * WEEK + MONDAY;
  return { now, steps: emptyWeeks(from, now), customers: 0, seasoned: 0, contacts: 0, sample: [] };
}

/** The sums with these customers in them, too. */
export async function withCustomers(
  db: NoclaimsDatabase,
  sums: PortfolioSums,
  ids: readonly string[],
  rules: TallyRules,
): Promise<PortfolioSums> {
  const lifetimes = await lifetimesOf(db, ids, { rules, now: sums.now });
  const seasoned = lifetimes.filter(({ exposure }) => exposedDays(exposure) >= SEASONED_DAYS);
  return {
    ...sums,
    steps: withLifetimes(sums.steps, lifetimes),
    customers: sums.customers + lifetimes.length,
    seasoned: sums.seasoned + seasoned.length,
    contacts: lifetimes.reduce((sum, { at }) => sum + at.length, sums.contacts),
    sample: sampleOf([...sums.sample, ...lifetimes.map(({ id }) => id)]),
  };
}

/** Fits the prior of a night and keeps it, with the weeks that it rests on. */
export async function keepFit(
  db: NoclaimsDatabase,
  sums: PortfolioSums,
  { rules, settings }: { readonly rules: TallyRules; readonly settings: Settings },
): Promise<Fit> {
  const { now, customers, seasoned, contacts } = sums;
  const steps = sinceAnybody(sums.steps);
  const periods = periodsOf(await lifetimesOf(db, sums.sample, { rules, now }), now);
  const previous = await db.fits.where('at').below(now).last();
  const asIndexed = { auto: customers, on: Infinity, off: 0 }[settings.index];
  const portfolio = { customers: asIndexed, seasoned, contacts, steps, periods };
  const fitted = fitPortfolio(portfolio, settings, now, previous);
  const fit: Fit = { ...fitted, customers };
  const weeks = steps.contacts.map((counted, week) => ({
    week: dayOf(steps.from + week * WEEK),
    contacts: counted,
    years: steps.years[week] ?? 0,
  }));
  await db.transaction('rw', [db.weeks, db.fits], async () => {
    await db.weeks.clear();
    await db.weeks.bulkPut(weeks);
    await db.fits.put(fit);
  });
  return fit;
}

/** Without the weeks before anybody was seen. */
function sinceAnybody(steps: PortfolioSteps): PortfolioSteps {
  const first = steps.years.findIndex((years, week) => years > 0 || (steps.contacts[week] ?? 0) > 0);
  const skipped = first < 0 ? steps.years.length - 1 : first;
  return {
    ...steps,
    from: steps.from + skipped * WEEK,
    contacts: steps.contacts.slice(skipped),
    years: steps.years.slice(skipped),
  };
}
