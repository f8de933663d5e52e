import type { NotCounted } from './contact';
import type { Day } from './days';
import { localDate } from './policy-year';
import type { Interval } from './rate';
import type { Month, Standing } from './standing';

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const excludedOn = ({ not }: Day): number => sumOf(Object.values(not));

/** The last twelve months in the vendor's zone, oldest first. */
export function monthsOf(days: readonly Day[], exposure: readonly Interval[], now: number, zone: string): Month[] {
  const watched = exposure.map(({ from, to }) => [monthOf(from, zone), monthOf(to - 1, zone)] as const);
  return lastTwelve(monthOf(now, zone)).map((month) => {
    const rows = days.filter(({ day }) => day.startsWith(month));
    return {
      month,
      counted: sumOf(rows.map(({ counted }) => counted)),
      excluded: sumOf(rows.map(excludedOn)),
      minutes: sumOf(rows.map(({ minutes }) => minutes)),
      costMinor: sumOf(rows.map(({ costMinor }) => costMinor)),
      seen: rows.length > 0 || watched.some(([first, last]) => first <= month && month <= last),
    };
  });
}

/** `2026-11` */
const monthOf = (at: number, zone: string): string => localDate(at, zone).toString().slice(0, 7);

function lastTwelve(present: string): string[] {
  const count = Number(present.slice(0, 4)) * 12 + Number(present.slice(5)) - 1;
  return Array.from({ length: 12 }, (_, index) => {
    const month = count - 11 + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** The days after the one that lies 365 days back; none lies ahead. */
export function lastYear(days: readonly Day[], now: number, zone: string): Day[] {
  const today = localDate(now, zone);
  const oldest = today.subtract({ days: 365 }).toString();
  return days.filter(({ day }) => day > oldest);
}

export const yearOf = (rows: readonly Day[]): Standing['year'] => ({
  counted: sumOf(rows.map(({ counted }) => counted)),
  excluded: sumOf(rows.map(excludedOn)),
  minutes: sumOf(rows.map(({ minutes }) => minutes)),
  costMinor: sumOf(rows.map(({ costMinor }) => costMinor)),
  measured: rows.every(({ assumed }) => assumed === 0),
});

/** How many did not count, and why; the most frequent reason first. */
export function notCountedOf(rows: readonly Day[]): { readonly why: NotCounted; readonly count: number }[] {
  const counts = new Map<NotCounted, number>();
  for (const { not } of rows) {
    for (const [why, count] of Object.entries(not) as [NotCounted, number][]) {
      counts.set(why, (counts.get(why) ?? 0) + count);
    }
  }
  return [...counts]
    .map(([why, count]) => ({ why, count }))
    .toSorted((a, b) => b.count - a.count || (a.why < b.why ? -1 : 1));
}
