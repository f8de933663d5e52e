import type { Contact, NotCounted } from './contact';
import { costOf, type CostTerms } from './cost';
import { localDay } from './local-day';

/** One local day of a customer: what months and the year are summed from. Days without a contact have no row. */
export interface Day {
  /** In the vendor's zone, `2026-11-25`. */
  readonly day: string;
  readonly counted: number;
  /** Those that do not count, by reason. */
  readonly not: Readonly<Partial<Record<NotCounted, number>>>;
  readonly minutes: number;
  readonly costMinor: number;
  /** What our own faults cost: no part of `costMinor`. */
  readonly oursMinor: number;
  /** Contacts whose minutes are the default of their kind. */
  readonly assumed: number;
}

/** The first day of the same month a year before: twelve months and a year of days lie behind it. */
const oldestKept = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4, 8)}01`;

const emptyDay = (day: string): Day => ({
  day,
  counted: 0,
  not: {},
  minutes: 0,
  costMinor: 0,
  oursMinor: 0,
  assumed: 0,
});

/** One more contact, not before the last. */
export function dayAdded(
  days: readonly Day[],
  contact: Contact,
  why: NotCounted | undefined,
  rules: CostTerms & { readonly zone: string },
): readonly Day[] {
  const day = localDay(contact.at, rules.zone);
  const last = days.at(-1);
  const same = last?.day === day ? last : emptyDay(day);
  const cost = costOf(contact, why, rules);
  const next: Day = {
    ...same,
    counted: same.counted + (why ? 0 : 1),
    not: why ? { ...same.not, [why]: (same.not[why] ?? 0) + 1 } : same.not,
    ...(cost.ours
      ? { oursMinor: same.oursMinor + cost.costMinor }
      : {
          minutes: same.minutes + cost.minutes,
          costMinor: same.costMinor + cost.costMinor,
          assumed: same.assumed + (cost.assumed ? 1 : 0),
        }),
  };
  if (same === last) return [...days.slice(0, -1), next];
  const oldest = oldestKept(day);
  return [...days.filter((row) => row.day >= oldest), next];
}
