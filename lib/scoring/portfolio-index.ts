import { DAY } from './contact';
import { fadedYears, left } from './forgetting';
import type { Interval } from './rate';

/** Everybody's counted contacts and customer-years in steps of equal length, weeks as a rule; `from` in epoch ms. */
export interface PortfolioSteps {
  readonly from: number;
  readonly stepDays: number;
  readonly contacts: readonly number[];
  readonly years: readonly number[];
}

/** How often an average customer calls in each step; what lies after the last step is as in it (docs/SCORING.md §2.3). */
export interface Trend {
  readonly from: number;
  readonly stepDays: number;
  /** Contacts a customer-year. */
  readonly rates: readonly number[];
  /** The present rate: contacts a customer-year of late. */
  readonly level: number;
}

/** A trend with what it takes to weigh any stretch of time at once. Plain data. */
export interface PortfolioIndex extends Trend {
  readonly halfLifeDays: number;
  /** Contacts expected from the first step until the start of each, faded as at the end of the last. */
  readonly faded: readonly number[];
}

/** With fewer customers one of them would be a large part of what is expected of all. */
const INDEX_CUSTOMERS = 100;

/** The present is the last 90 days, or half of a shorter history, but four weeks at least. */
const LEVEL_DAYS = { least: 28, most: 90 };

/** Steps that are shorter than this are smoothed, by so many before each. */
const SMOOTH_DAYS = 28;
const BEFORE = 4;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Contacts a year in the steps from `first` up to `end`; undefined when nobody was watched, or nobody called. */
function rateIn({ contacts, years }: PortfolioSteps, first: number, end: number): number | undefined {
  const rate = sumOf(contacts.slice(Math.max(0, first), end)) / sumOf(years.slice(Math.max(0, first), end));
  return rate > 0 && rate < Infinity ? rate : undefined;
}

/** Of weeks: half the week itself, half the four before it. A step in which nobody was watched is as those before it. */
function smoothed(steps: PortfolioSteps): number[] {
  const whole = rateIn(steps, 0, steps.contacts.length) ?? 1;
  return steps.contacts.map((contacts, step) => {
    const years = steps.years[step] ?? 0;
    const before = rateIn(steps, step - BEFORE, step);
    if (years === 0) return before ?? whole;
    if (steps.stepDays >= SMOOTH_DAYS) return contacts > 0 ? contacts / years : whole;
    return before === undefined ? (rateIn(steps, step, step + 1) ?? whole) : (contacts / years + before) / 2;
  });
}

/** Contacts a customer-year of late, in whole steps; undefined when nobody ever called. */
function levelOf(steps: PortfolioSteps): number | undefined {
  const { length } = steps.contacts;
  const days = Math.max(LEVEL_DAYS.least, Math.min(LEVEL_DAYS.most, (length * steps.stepDays) / 2));
  const late = Math.max(1, Math.round(days / steps.stepDays));
  return rateIn(steps, length - late, length) ?? rateIn(steps, 0, length);
}

/** Undefined for fewer than 100 customers, and where nobody ever called. */
export function trendOf(steps: PortfolioSteps, customers: number): Trend | undefined {
  const level = customers >= INDEX_CUSTOMERS ? levelOf(steps) : undefined;
  return level === undefined
    ? undefined
    : { from: steps.from, stepDays: steps.stepDays, rates: smoothed(steps), level };
}

export function indexOf(trend: Trend, halfLifeDays: number): PortfolioIndex {
  const length = trend.stepDays * DAY;
  const end = trend.from + trend.rates.length * length;
  const faded = [0];
  for (const [step, rate] of trend.rates.entries()) {
    const start = trend.from + step * length;
    faded.push((faded[step] ?? 0) + rate * fadedYears({ from: start, to: start + length }, halfLifeDays, end));
  }
  return { ...trend, halfLifeDays, faded };
}

/** Contacts expected of an average customer from the first step until `t`, faded as at the end of the last. */
function expectedUntil({ from, stepDays, rates, faded, halfLifeDays }: PortfolioIndex, t: number): number {
  const length = stepDays * DAY;
  const step = Math.min(rates.length - 1, Math.max(0, Math.floor((t - from) / length)));
  const stretch = { from: from + step * length, to: t };
  return (faded[step] ?? 0) + (rates[step] ?? 0) * fadedYears(stretch, halfLifeDays, from + rates.length * length);
}

/** E′ of docs/SCORING.md §2.3: contacts expected of an average customer in a stretch of time, faded as at `now`. */
export function expectedContacts(index: PortfolioIndex, { from, to }: Interval, now: number): number {
  const end = index.from + index.rates.length * index.stepDays * DAY;
  return left(now - end, index.halfLifeDays) * (expectedUntil(index, to) - expectedUntil(index, from));
}
