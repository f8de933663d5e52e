import { DAY } from './contact';
import type { Contract, RevenuePart } from './contract';
import { dayNumber, daysIn, type Span, without } from './day-number';

export type RevenueKind = RevenuePart['kind'];
export type Revenue = Readonly<Record<RevenueKind, number>>;

export interface BookingRules {
  /** Licences are earned over their term, or on the day they are sold. */
  readonly licences: 'spread' | 'at-once';
}

/** Minor units earned on all days before `until`, not rounded. */
type Accrual = (until: number) => number;

/**
 * What a contract earns in a span of local days of its zone, minor units of its currency (docs/SCORING.md §3.2). Each part is
 * rounded where it stands at both ends, so that neighbouring spans add up and a whole month is the month's fee.
 */
export function revenueOf(contract: Contract, span: Span, rules: BookingRules): Revenue {
  const revenue = { monthly: 0, licence: 0, support: 0, resale: 0, work: 0 };
  for (const part of contract.revenue) revenue[part.kind] += between(accrualOf(part, contract, rules), span);
  return revenue;
}

/** What the goods of a contract cost in the span: hosting, royalties. What was delivered is in the margin of its resale. */
export const goodsOf = (contract: Contract, span: Span): number =>
  between(monthly(contract.goodsMinor ?? 0, inForce(contract)), span);

/** The days on which a contract is in force: from its first to its last, without its pauses. */
export const inForce = ({ start, end, pauses }: Contract): Span[] =>
  without(
    { from: dayNumber(start), to: lastDay(end) },
    pauses.map(({ from, to }) => ({ from: dayNumber(from), to: lastDay(to) })),
  );

const lastDay = (date: string | undefined): number => (date === undefined ? Infinity : dayNumber(date));

const between = (accrued: Accrual, { from, to }: Span): number => Math.round(accrued(to)) - Math.round(accrued(from));

function accrualOf(part: RevenuePart, contract: Contract, { licences }: BookingRules): Accrual {
  switch (part.kind) {
    case 'monthly':
      return monthly(part.minor, clipped(inForce(contract), part));
    case 'support':
      return yearly(part.minor, part.from, clipped(inForce(contract), part));
    case 'licence':
      return licences === 'at-once' ? once(part.minor, part.at) : spread(part, contract);
    case 'resale':
      return once(part.minor - part.costMinor, part.at);
    case 'work':
      return once(part.minor, part.at);
  }
}

const clipped = (spans: readonly Span[], { from, to }: { readonly from: string; readonly to?: string }): Span[] =>
  spans
    .map((span) => ({ from: Math.max(span.from, dayNumber(from)), to: Math.min(span.to, lastDay(to)) }))
    .filter((span) => span.from < span.to);

const once =
  (minor: number, date: string): Accrual =>
  (until) =>
    until > dayNumber(date) ? minor : 0;

/** Every day earns its share of the fee of its calendar month. */
function monthly(minor: number, earning: readonly Span[]): Accrual {
  return accruing(minor, earning, (day) => {
    const date = new Date(day * DAY);
    const monthsSince = (count: number): number => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1) / DAY;
    return { from: monthsSince(0), to: monthsSince(1) };
  });
}

/** Every day earns its share of the fee of its contract year, which is counted from the first day of all. */
function yearly(minor: number, first: string, earning: readonly Span[]): Accrual {
  const start = Temporal.PlainDate.from(first);
  const year = (index: number): number => dayNumber(start.add({ years: index }).toString());
  return accruing(minor, earning, (day) => {
    let index = Math.floor((day - year(0)) / 365.25);
    while (year(index + 1) <= day) index += 1;
    while (year(index) > day) index -= 1;
    return { from: year(index), to: year(index + 1) };
  });
}

/** `termAt` is the period of the calendar in which a day lies; each is worth the fee, its paused days are worth nothing. */
const accruing =
  (minor: number, earning: readonly Span[], termAt: (day: number) => Span): Accrual =>
  (until) => {
    let sum = 0;
    for (let day = earning[0]?.from ?? until; day < until;) {
      const term = termAt(day);
      sum += (minor * daysIn(earning, { from: term.from, to: Math.min(term.to, until) })) / (term.to - term.from);
      day = term.to;
    }
    return sum;
  };

/** Evenly over the days of the term. A pause lengthens it; where the contract ends before, the rest is earned that day. */
function spread(part: Extract<RevenuePart, { kind: 'licence' }>, contract: Contract): Accrual {
  const { minor, at, termMonths } = part;
  const from = dayNumber(at);
  const term = dayNumber(Temporal.PlainDate.from(at).add({ months: termMonths }).toString()) - from;
  const ending = Math.max(lastDay(contract.end), from);
  const earning = inForce(contract);
  return (until) => {
    if (until <= from) return 0;
    return until > ending ? minor : (minor * Math.min(term, daysIn(earning, { from, to: until }))) / term;
  };
}
