import { dayAt, dayNumber } from './day-number';

/** An ISO week, Monday to Sunday, as a running number. */
export type Week = number;

/** 1 January 1970 was a Thursday. */
const weekOfDay = (day: number): Week => Math.floor((day + 3) / 7);

/** The week of an instant in a zone. */
export const weekOf = (at: number, zone: string): Week => weekOfDay(dayAt(at, zone));

const isWorkingDay = (day: number): boolean => (day + 3) % 7 < 5;

/** So many working days off make a week in which a conference is not to be expected. */
const MOST_OF_A_WEEK = 3;

/** The weeks that a calendar of holidays takes out: those with three working days off or more. Local dates. */
export function weeksOff(dates: readonly string[]): ReadonlySet<Week> {
  const off = new Map<Week, number>();
  for (const day of new Set(dates.map(dayNumber))) {
    if (isWorkingDay(day)) off.set(weekOfDay(day), (off.get(weekOfDay(day)) ?? 0) + 1);
  }
  return new Set([...off].filter(([, days]) => days >= MOST_OF_A_WEEK).map(([week]) => week));
}
