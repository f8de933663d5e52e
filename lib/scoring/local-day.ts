import { DAY } from './contact';
import { localDate } from './policy-year';

/** Offset from UTC in ms on a UTC day; undefined where it changes in the course of it. */
type Offsets = Map<number, number | undefined>;

/** Asking Temporal takes microseconds, and a night asks about a million instants of a few hundred days. */
const offsets = new Map<string, Offsets>();
const dates = new Map<number, string>();

function offsetOn(day: number, zone: string): number | undefined {
  const known = offsets.get(zone) ?? new Map<number, number | undefined>();
  offsets.set(zone, known);
  if (!known.has(day)) {
    const [from, to] = [offsetAt(day * DAY, zone), offsetAt((day + 1) * DAY, zone)];
    known.set(day, from === to ? from : undefined);
  }
  return known.get(day);
}

const offsetAt = (at: number, zone: string): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

/** The local date of an instant, `2026-11-25`; zone by IANA. */
export function localDay(at: number, zone: string): string {
  const offset = offsetOn(Math.floor(at / DAY), zone);
  return offset === undefined ? localDate(at, zone).toString() : dateOf(Math.floor((at + offset) / DAY));
}

/** The date of a day since 1970-01-01; always the same string, since everybody keeps some. */
export function dateOf(day: number): string {
  const date = dates.get(day) ?? new Date(day * DAY).toISOString().slice(0, -14);
  dates.set(day, date);
  return date;
}
