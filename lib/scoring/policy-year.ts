/** A year of the contract, or without one of the acquaintance, in the vendor's zone (docs/SCORING.md §4.4). */
export interface PolicyYear {
  /** Local date of the first day of all, `2019-05-10`. */
  readonly start: string;
  /** 0 is the first year. */
  readonly index: number;
  /** Instants; an anniversary belongs to the year that it opens. */
  readonly from: number;
  readonly until: number;
}

export const localDate = (at: number, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

/** Always from the first day: 29 February comes back in every leap year. */
const anniversary = (start: string, index: number, zone: string): number =>
  Temporal.PlainDate.from(start).add({ years: index }).toZonedDateTime(zone).epochMilliseconds;

/** The year that begins with the first contact. */
export function firstYear(at: number, zone: string): PolicyYear {
  const start = localDate(at, zone).toString();
  return { start, index: 0, from: at, until: anniversary(start, 1, zone) };
}

export const yearAfter = ({ start, index, until }: PolicyYear, zone: string): PolicyYear => ({
  start,
  index: index + 1,
  from: until,
  until: anniversary(start, index + 2, zone),
});
