import { DAY, YEAR } from './contact';
import type { History } from './likelihood';
import { expectedContacts, indexOf, type PortfolioSteps, type Trend } from './portfolio-index';
import type { Interval } from './rate';

/** One customer's counted contacts and exposure; epoch ms. */
export interface Lifetime {
  /** Without the first, if that started the clock. */
  readonly at: readonly number[];
  readonly exposure: readonly Interval[];
  /** The first contact, if that started the clock; absent where a contract did. */
  readonly met?: number;
}

/** Histories over the same periods; `from` in epoch ms. */
export interface Periods {
  readonly from: number;
  readonly periodDays: number;
  readonly histories: readonly History[];
}

const WEEK_DAYS = 7;
const MONTH_DAYS = 30.4375;

/** Months of a portfolio that is watched for six of them, else weeks. The last ends at `now`, the first may be a part. */
export function periodsOf(lifetimes: readonly Lifetime[], now: number): Periods {
  const first = lifetimes.reduce((least, { exposure }) => Math.min(least, exposure[0]?.from ?? now), now);
  const periodDays = now - first < 6 * MONTH_DAYS * DAY ? WEEK_DAYS : MONTH_DAYS;
  const length = Math.ceil((now - first) / (periodDays * DAY));
  const from = now - length * periodDays * DAY;
  return { from, periodDays, histories: lifetimes.map((lifetime) => cut(lifetime, { from, periodDays, length })) };
}

interface Grid {
  readonly from: number;
  readonly periodDays: number;
  readonly length: number;
}

const zeros = (length: number): number[] => Array.from({ length }, () => 0);

/** Contacts and years of one customer by period; what lies outside the grid is left out. */
function cut({ at, exposure, met }: Lifetime, { from, periodDays, length }: Grid): History {
  const span = periodDays * DAY;
  const counts = zeros(length);
  const years = zeros(length);
  for (const instant of at) {
    const period = Math.floor((instant - from) / span);
    if (period >= 0 && period < length) counts[period] = (counts[period] ?? 0) + 1;
  }
  for (const interval of exposure) {
    const last = Math.min(length - 1, Math.floor((interval.to - from) / span));
    for (let period = Math.max(0, Math.floor((interval.from - from) / span)); period <= last; period++) {
      const start = Math.max(interval.from, from + period * span);
      const end = Math.min(interval.to, from + (period + 1) * span);
      years[period] = (years[period] ?? 0) + (end - start) / YEAR;
    }
  }
  return { counts, exposure: years, ...(met !== undefined && { entered: Math.floor((met - from) / span) }) };
}

/** Weeks from `from` until `now` in which nobody was seen yet. */
export function emptyWeeks(from: number, now: number): PortfolioSteps {
  const length = Math.max(1, Math.ceil((now - from) / (WEEK_DAYS * DAY)));
  return { from, stepDays: WEEK_DAYS, contacts: zeros(length), years: zeros(length) };
}

/**
 * The sums of the portfolio with some more customers in them: it may be handed over in slices. The step in which somebody
 * was met is left out. A customer costs as much as there are contacts and stretches, however many steps these span.
 */
export function withLifetimes(steps: PortfolioSteps, lifetimes: readonly Lifetime[]): PortfolioSteps {
  const { length } = steps.contacts;
  const span = steps.stepDays * DAY;
  const contacts = [...steps.contacts];
  const parts = zeros(length);
  const wholes = zeros(length + 1);
  /** From `t` on until the end: a part of one step, and all steps after it. */
  function exposed(t: number, times: number): void {
    const since = Math.max(0, t - steps.from);
    const step = Math.floor(since / span);
    if (step >= length) return;
    parts[step] = (parts[step] ?? 0) + times * ((step + 1) * span - since);
    wholes[step + 1] = (wholes[step + 1] ?? 0) + times;
  }
  for (const { at, exposure, met } of lifetimes) {
    const entered = met === undefined ? Number.NaN : Math.floor((met - steps.from) / span);
    const settled = met === undefined ? -Infinity : steps.from + (entered + 1) * span;
    for (const instant of at) {
      const step = Math.floor((instant - steps.from) / span);
      if (step !== entered && step >= 0 && step < length) contacts[step] = (contacts[step] ?? 0) + 1;
    }
    for (const { from, to } of exposure) {
      if (to <= settled) continue;
      exposed(Math.max(from, settled), 1);
      exposed(to, -1);
    }
  }
  let whole = 0;
  const years = steps.years.map((before, step) => {
    whole += wholes[step] ?? 0;
    return before + Math.round(whole * span + (parts[step] ?? 0)) / YEAR;
  });
  return { ...steps, contacts, years };
}

/** The same with what is cut into these very steps already. The step in which a customer entered is left out. */
export function withHistories(steps: PortfolioSteps, histories: readonly History[]): PortfolioSteps {
  const contacts = [...steps.contacts];
  const years = [...steps.years];
  for (const { counts, exposure, entered } of histories) {
    for (const step of contacts.keys()) {
      if (step === entered) continue;
      contacts[step] = (contacts[step] ?? 0) + (counts[step] ?? 0);
      years[step] = (years[step] ?? 0) + (exposure[step] ?? 0);
    }
  }
  return { ...steps, contacts, years };
}

/** The histories with exposure in contacts expected by the trend, in place of years. */
export function expectedBy(trend: Trend, { from, periodDays, histories }: Periods): History[] {
  const span = periodDays * DAY;
  const endless = indexOf(trend, Infinity);
  const rates = (histories[0]?.exposure ?? []).map((_, period) => {
    const start = from + period * span;
    return (expectedContacts(endless, { from: start, to: start + span }, start) / span) * YEAR;
  });
  return histories.map(({ exposure, ...history }) => ({
    ...history,
    exposure: exposure.map((years, period) => years * (rates[period] ?? 0)),
  }));
}
