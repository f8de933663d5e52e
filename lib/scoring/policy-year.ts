import type { Pause } from './contract';

/** A year of the contract, or without one of the acquaintance (docs/SCORING.md §4.4). */
export interface PolicyYear {
  /** Local date of the first day of all, `2019-05-10`. */
  readonly start: string;
  /** 0 is the first year. */
  readonly index: number;
  /** Instants; an anniversary belongs to the year that it opens. Without end where nobody knows when it comes. */
  readonly from: number;
  readonly until: number;
}

/** Where and when years turn. */
export interface Calendar {
  /** IANA zone; every boundary is 00:00 there. */
  readonly zone: string;
  readonly pauses?: readonly Pause[];
  /** The first local date without the contract. */
  readonly end?: string;
}

/** A pause that is longer shifts the anniversaries after it. */
const LONG_DAYS = 30;

export const localDate = (at: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

export const midnight = (date: Temporal.PlainDate, zone: string): number =>
  date.toZonedDateTime(zone).epochMilliseconds;

const daysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate): number => from.until(to).days;

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(a, b) < 0;

/** Long pauses in their order; one that goes on has no days yet. */
function longPauses({ pauses = [] }: Calendar): { from: Temporal.PlainDate; to?: Temporal.PlainDate; days: number }[] {
  return pauses
    .map((pause) => {
      const from = Temporal.PlainDate.from(pause.from);
      if (pause.to === undefined) return { from, days: Infinity };
      const to = Temporal.PlainDate.from(pause.to);
      return { from, to, days: daysBetween(from, to) };
    })
    .filter(({ days }) => days > LONG_DAYS)
    .toSorted((a, b) => Temporal.PlainDate.compare(a.from, b.from));
}

/** Always from the first day: 29 February comes back in every leap year. Nobody knows the day of one after an open pause or the end. */
function anniversary(start: string, index: number, calendar: Calendar): number {
  let date = plainAnniversary(start, index);
  for (const { from, days } of longPauses(calendar)) {
    if (!isBefore(from, date)) break;
    if (days === Infinity) return Infinity;
    date = date.add({ days });
  }
  if (calendar.end !== undefined && isBefore(Temporal.PlainDate.from(calendar.end), date)) return Infinity;
  return midnight(date, calendar.zone);
}

const plainAnniversary = (start: string, index: number): Temporal.PlainDate =>
  Temporal.PlainDate.from(start).add({ years: index });

/** The year that begins with the first contact. */
export function firstYear(at: number, calendar: Calendar): PolicyYear {
  const start = localDate(at, calendar.zone).toString();
  return { start, index: 0, from: at, until: anniversary(start, 1, calendar) };
}

/** The first year of a contract, from 00:00 of its first day. */
export const contractYear = (start: string, calendar: Calendar): PolicyYear => ({
  start,
  index: 0,
  from: midnight(Temporal.PlainDate.from(start), calendar.zone),
  until: anniversary(start, 1, calendar),
});

export const yearAfter = ({ start, index, until }: PolicyYear, calendar: Calendar): PolicyYear => ({
  start,
  index: index + 1,
  from: until,
  until: anniversary(start, index + 2, calendar),
});

/** The year around an instant; the first one for what lies before it. */
export function yearAround(start: string, at: number, calendar: Calendar): PolicyYear {
  let year = contractYear(start, calendar);
  while (year.until <= at) year = yearAfter(year, calendar);
  return year;
}

/** The first local date on which nothing runs any more: the anniversary, the end, or where an open pause begins. */
function lastDay({ start, until }: PolicyYear, { zone, end, pauses = [] }: Calendar): Temporal.PlainDate {
  if (until !== Infinity) return localDate(until, zone);
  return Temporal.PlainDate.from(end ?? pauses.find(({ to }) => to === undefined)?.from ?? start);
}

/** Days that the contract runs from an instant's local date to its next anniversary, of all 365 or 366 of that year. */
export function daysLeft(year: PolicyYear, at: number, calendar: Calendar): { days: number; of: number } {
  const of = daysBetween(plainAnniversary(year.start, year.index), plainAnniversary(year.start, year.index + 1));
  const today = localDate(at, calendar.zone);
  const last = lastDay(year, calendar);
  const paused = longPauses(calendar)
    .filter(({ from }) => !isBefore(from, today) && isBefore(from, last))
    .reduce((sum, { days }) => sum + days, 0);
  return { days: Math.max(0, daysBetween(today, last) - paused), of };
}
