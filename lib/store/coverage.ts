import { DAY } from '@/lib/scoring/contact';
import type { Interval } from '@/lib/scoring/rate';
import type { Tally, TallyRules } from '@/lib/scoring/tally';

import type { NoclaimsDatabase } from './database';
import { dayOf } from './ids';
import type { CustomerRow } from './rows';

/** Gaps of up to this many days between covered days are filled (helpdesks without a catch-up). */
const FILLED_GAP = 14 * DAY;

/** Notes that the source was read on the UTC day of `now`. */
export async function coverDay(db: NoclaimsDatabase, sourceId: string, now: number): Promise<void> {
  const day = dayOf(now);
  if (!(await db.coverage.get([sourceId, day]))) await db.coverage.put({ sourceId, day });
}

/** Of whom, and since when a contact could have been seen. */
export interface Exposed {
  readonly completeThrough: CustomerRow['completeThrough'];
  /** The contract's first day, or the first contact. */
  readonly from: number;
}

/** When a subject's clock starts; undefined while nobody has met them. */
export const exposureStart = (
  { firstAt }: Pick<Tally, 'firstAt'>,
  { agreed }: Pick<TallyRules, 'agreed'>,
): number | undefined => agreed?.from ?? firstAt;

/**
 * When contacts of each could have been made *and would have been seen*, from the start of the clock to `now`: up to the
 * last whole history, then the days on which one of the customer's sources was read. Today counts up to `now`. Each source's
 * days are read once, however many customers ask.
 */
export async function exposuresOf(
  db: NoclaimsDatabase,
  exposed: readonly Exposed[],
  now: number,
): Promise<Interval[][]> {
  const sourceIds = await db.sources.toCollection().primaryKeys();
  const earliest = new Map<string, number>();
  for (const one of exposed) {
    for (const sourceId of sourcesOf(one, sourceIds)) {
      earliest.set(sourceId, Math.min(startAt(one, sourceId), earliest.get(sourceId) ?? Infinity));
    }
  }
  const covered = new Map<string, Interval[]>();
  for (const [sourceId, from] of earliest) covered.set(sourceId, await coveredTimes(db, sourceId, { from, to: now }));
  return exposed.map((one) =>
    union(sourcesOf(one, sourceIds).flatMap((sourceId) => seenIn(one, sourceId, covered.get(sourceId) ?? [], now))),
  );
}

/** The sources whose histories were read; while none was, any of them may be the customer's. */
function sourcesOf({ completeThrough }: Exposed, sourceIds: readonly string[]): readonly string[] {
  const read = sourceIds.filter((id) => completeThrough[id] !== undefined);
  return read.length > 0 ? read : sourceIds;
}

const startAt = ({ completeThrough, from }: Exposed, sourceId: string): number =>
  Math.max(from, completeThrough[sourceId] ?? from);

/** The whole history, then what of the source's covered time lies after it; a short gap between them is filled. */
function seenIn(exposed: Exposed, sourceId: string, covered: readonly Interval[], now: number): Interval[] {
  const start = startAt(exposed, sourceId);
  const history = start > exposed.from ? [{ from: exposed.from, to: Math.min(start, now) }] : [];
  const after = covered.filter(({ to }) => to > start).map(({ from, to }) => ({ from: Math.max(from, start), to }));
  const [first, ...rest] = after;
  if (!first) return history;
  return [...history, { from: first.from - start <= FILLED_GAP ? start : first.from, to: first.to }, ...rest];
}

/** Covered days as stretches of time, short gaps filled. */
async function coveredTimes(db: NoclaimsDatabase, sourceId: string, { from, to }: Interval): Promise<Interval[]> {
  const keys = await db.coverage
    .where('[sourceId+day]')
    .between([sourceId, dayOf(from)], [sourceId, dayOf(to)], true, true)
    .primaryKeys();
  const times: { from: number; to: number }[] = [];
  for (const [, day] of keys) {
    const start = Date.parse(day);
    const end = Math.min(start + DAY, to);
    const last = times.at(-1);
    if (last && start - last.to <= FILLED_GAP) last.to = end;
    else times.push({ from: start, to: end });
  }
  return times;
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
