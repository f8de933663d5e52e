import { NOT_COUNTED, type NotCounted, YEAR } from './contact';
import { dayAt } from './day-number';
import type { Day } from './days';
import { dateOf, localDay } from './local-day';
import type { Interval } from './rate';
import type { Month, NotCountedShare, Standing } from './standing';

const excludedOn = ({ not }: Day): number => Object.values(not).reduce((sum, count) => sum + count, 0);

/** In one go: most months have no day, and everybody has twelve. */
function totalOf(rows: readonly Day[]): Omit<Standing['year'], 'months' | 'measured'> {
  let [counted, excluded, minutes, costMinor, oursMinor] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    counted += row.counted;
    excluded += excludedOn(row);
    minutes += row.minutes;
    costMinor += row.costMinor;
    oursMinor += row.oursMinor;
  }
  return { counted, excluded, minutes, costMinor, oursMinor };
}

/** The last twelve months in the vendor's zone, oldest first. */
export function monthsOf(days: readonly Day[], exposure: readonly Interval[], now: number, zone: string): Month[] {
  const watched = exposure.map(({ from, to }) => [monthOf(from, zone), monthOf(to - 1, zone)] as const);
  const byMonth = Map.groupBy(days, ({ day }) => day.slice(0, 7));
  return lastTwelve(monthOf(now, zone)).map((month) => {
    const rows = byMonth.get(month) ?? [];
    const { counted, excluded, minutes, costMinor } = totalOf(rows);
    const seen = rows.length > 0 || watched.some(([first, last]) => first <= month && month <= last);
    return { month, counted, excluded, minutes, costMinor, seen };
  });
}

/** `2026-11` */
const monthOf = (at: number, zone: string): string => localDay(at, zone).slice(0, 7);

function lastTwelve(present: string): string[] {
  const count = Number(present.slice(0, 4)) * 12 + Number(present.slice(5)) - 1;
  return Array.from({ length: 12 }, (_, index) => {
    const month = count - 11 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** The days after the one that lies 365 days back; none lies ahead. */
export function lastYear(days: readonly Day[], now: number, zone: string): Day[] {
  const oldest = dateOf(dayAt(now, zone) - 365);
  return days.filter(({ day }) => day > oldest);
}

/** Whole months that the figures of the last year speak of. */
export const monthsKnown = (began: number, today: number): number =>
  Math.min(12, Math.max(1, Math.round((today - began) / (YEAR / 12))));

export const yearOf = (rows: readonly Day[]): Omit<Standing['year'], 'months'> => ({
  ...totalOf(rows),
  measured: rows.every(({ assumed }) => assumed === 0),
});

/** How many did not count, and why; the most frequent reason first. */
export function notCountedOf(rows: readonly Day[]): NotCountedShare[] {
  const counts = new Map<NotCounted, number>();
  for (const { not } of rows) {
    for (const why of NOT_COUNTED) {
      const more = not[why];
      if (more) counts.set(why, (counts.get(why) ?? 0) + more);
    }
  }
  return [...counts]
    .map(([why, count]) => ({ why, count }))
    .toSorted((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1));
}
