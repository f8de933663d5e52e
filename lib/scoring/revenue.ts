import { DAY } from './contact';
import type { Contract, RevenuePart } from './contract';
import { dayNumber, daysIn, type Span, without } from './day-number';

export type RevenueKind = RevenuePart['kind'];
export type Revenue = Readonly<Record<RevenueKind, number>>;

export interface BookingRules {
  /** Licences are earned over their term, or on the day they are sold. */
  readonly licences: 'spread' | 'at-once';
}

/** Minor units earned on the days of a span. */
type Earned = (span: Span) => number;

/**
 * What a contract earns in a span of local days of its zone, minor units of its currency (docs/SCORING.md §3.2). A part is
 * rounded where it stands at both ends, so that neighbouring spans add up and a whole month is the month's fee.
 */
export function revenueOf(contract: Contract, span: Span, rules: BookingRules): Revenue {
  const revenue = { monthly: 0, licence: 0, support: 0, resale: 0, work: 0 };
  const days = inForce(contract);
  for (const part of contract.revenue) revenue[part.kind] += earnedBy(part, { ...contract, days }, rules)(span);
  return revenue;
}

/** What the goods of a contract cost in the span: hosting, royalties. What was delivered is in the margin of its resale. */
export const goodsOf = (contract: Contract, span: Span): number =>
  contract.goodsMinor === undefined ? 0 : monthly(contract.goodsMinor, inForce(contract))(span);

/** The days on which a contract is in force: from its first to its last, without its pauses. */
export const inForce = ({ start, end, pauses }: Contract): Span[] =>
  without(
    { from: dayNumber(start), to: lastDay(end) },
    pauses.map(({ from, to }) => ({ from: dayNumber(from), to: lastDay(to) })),
  );

const lastDay = (date: string | undefined): number => (date === undefined ? Infinity : dayNumber(date));

interface Terms extends Contract {
  /** On which it is in force. */
  readonly days: readonly Span[];
}

function earnedBy(part: RevenuePart, terms: Terms, { licences }: BookingRules): Earned {
  switch (part.kind) {
    case 'monthly':
      return monthly(part.minor, clipped(terms.days, part));
    case 'support':
      return yearly(part.minor, part.from, clipped(terms.days, part));
    case 'licence':
      return licences === 'at-once' ? once(part.minor, part.at) : spread(part, terms);
    case 'resale':
      return once(part.minor - part.costMinor, part.at);
    case 'work':
      return once(part.minor, part.at);
  }
}

const clipped = (spans: readonly Span[], { from, to }: { readonly from: string; readonly to?: string }): Span[] =>
  spans.map((span) => ({ from: Math.max(span.from, dayNumber(from)), to: Math.min(span.to, lastDay(to)) }));

const once =
  (minor: number, date: string): Earned =>
  ({ from, to }) => {
    const day = dayNumber(date);
    return from <= day && day < to ? minor : 0;
  };

/** Every day earns its share of the fee of its calendar month. */
const monthly = (minor: number, earning: readonly Span[]): Earned =>
  byTerms(minor, earning, (day) => {
    const first = firstOfMonth(day);
    return { from: monthsAfter(first, 0), to: monthsAfter(first, 1) };
  });

const firstOfMonth = (day: number): Date => {
  const date = new Date(day * DAY);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1));
};

/** Every day earns its share of the fee of its contract year, which is counted from the first day of all. */
function yearly(minor: number, first: string, earning: readonly Span[]): Earned {
  const start = new Date(first);
  const year = (index: number): number => monthsAfter(start, 12 * index);
  return byTerms(minor, earning, (day) => {
    const calendarYears = new Date(day * DAY).getUTCFullYear() - start.getUTCFullYear();
    const index = year(calendarYears) <= day ? calendarYears : calendarYears - 1;
    return { from: year(index), to: year(index + 1) };
  });
}

/** The day so many months later; what the month does not have is its last day. */
const monthsAfter = (date: Date, months: number): number => {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  return Math.min(Date.UTC(year, month, date.getUTCDate()), Date.UTC(year, month + 1, 0)) / DAY;
};

/** `termAt` is the period of the calendar in which a day lies; each is worth the fee, its paused days are worth nothing. */
const byTerms =
  (minor: number, earning: readonly Span[], termAt: (day: number) => Span): Earned =>
  (span) => {
    const last = Math.min(span.to, earning.at(-1)?.to ?? span.from);
    let sum = 0;
    for (let day = Math.max(span.from, earning[0]?.from ?? last); day < last;) {
      const { from, to } = termAt(day);
      const stands = (until: number): number =>
        Math.round((minor * daysIn(earning, { from, to: until })) / (to - from));
      sum += stands(Math.min(to, last)) - stands(day);
      day = to;
    }
    return sum;
  };

/** Evenly over the days of the term. A pause lengthens it; where the contract ends before, the rest is earned that day. */
function spread({ minor, at, termMonths }: Extract<RevenuePart, { kind: 'licence' }>, { end, days }: Terms): Earned {
  const from = dayNumber(at);
  const term = monthsAfter(new Date(at), termMonths) - from;
  const ending = Math.max(lastDay(end), from);
  const stands = (until: number): number => {
    if (until <= from) return 0;
    return until > ending ? minor : Math.round((minor * Math.min(term, daysIn(days, { from, to: until }))) / term);
  };
  return (span) => stands(span.to) - stands(span.from);
}
