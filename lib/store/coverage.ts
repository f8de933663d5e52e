import { DAY } from '@/lib/scoring/contact';
import type { Interval } from '@/lib/scoring/rate';

import type { NoclaimsDatabase } from './database';
import { dayOf } from './ids';
import type { CustomerRow } from './rows';

/** Gaps of up to this many days between covered days are filled (design: helpdesks without a catch-up). */
const FILLED_GAP_DAYS = 14;

/** Notes that the source was read on the UTC day of `now`. */
export async function coverDay(db: NoclaimsDatabase, sourceId: string, now: number): Promise<void> {
  const day = dayOf(now);
  if (!(await db.coverage.get([sourceId, day]))) await db.coverage.put({ sourceId, day });
}

/**
 * When contacts of a customer could have been made *and would have been seen*, from the first contact to `now`: up to the
 * last whole history, then the days on which one of the customer's sources was read. Today counts up to `now`.
 */
export async function exposureOf(
  db: NoclaimsDatabase,
  { completeThrough }: CustomerRow,
  sourceIds: readonly string[],
  { from, now }: { from: number; now: number },
): Promise<Interval[]> {
  const intervals: Interval[] = [];
  for (const sourceId of sourceIds) {
    const through = completeThrough[sourceId];
    const start = through ?? from;
    if (through !== undefined && through > from) intervals.push({ from, to: Math.min(through, now) });
    const days = await db.coverage.where('[sourceId+day]').between([sourceId, dayOf(start)], [sourceId, dayOf(now)], true, true).toArray();
    intervals.push(...joinedDays(days.map(({ day }) => Date.parse(day)), Math.max(from, through ?? from), now));
  }
  return union(intervals);
}

/** Covered days as intervals after `from`; a short gap behind an earlier covered day is filled. */
function joinedDays(days: readonly number[], from: number, now: number): Interval[] {
  const intervals: Interval[] = [];
  let covered: number | undefined = from;
  for (const day of days.toSorted((a, b) => a - b)) {
    const to = Math.min(day + DAY, now);
    if (to <= from) continue;
    const start = covered !== undefined && day - covered <= FILLED_GAP_DAYS * DAY ? covered : Math.max(day, from);
    intervals.push({ from: start, to });
    covered = to;
  }
  return intervals;
}

function union(intervals: readonly Interval[]): Interval[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (to > from) joined.push({ from, to });
  }
  return joined;
}
