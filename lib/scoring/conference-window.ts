import { DAY } from './contact';
import type { Held } from './conference';
import { type Week, weekOf } from './iso-week';

/** The complete weeks that a habit is read from. */
export interface ConferenceWindow {
  /** Weeks in which a conference was to be expected. */
  readonly weeks: number;
  /** Those of them that had one. */
  readonly hits: number;
  readonly held: readonly Held[];
}

const WEEKS = 8;
const LEAST_ELIGIBLE = 6;
const MOST_WEEKS = 12;

/**
 * The last eight complete weeks without the holidays among them; further back, to twelve, while fewer than six are left.
 * Undefined where even twelve leave too few to tell (docs/SCORING.md §6).
 */
export function windowOf(
  held: readonly Held[],
  {
    now,
    zone,
    isHoliday,
  }: { readonly now: number; readonly zone: string; readonly isHoliday: (week: Week) => boolean },
): ConferenceWindow | undefined {
  const present = weekOf(now, zone);
  const eligible = new Set<Week>();
  for (let back = 1; back <= MOST_WEEKS && (back <= WEEKS || eligible.size < LEAST_ELIGIBLE); back += 1) {
    if (!isHoliday(present - back)) eligible.add(present - back);
  }
  if (eligible.size < LEAST_ELIGIBLE) return undefined;
  const within = held.filter(({ at }) => eligible.has(weekOf(at, zone)));
  return { weeks: eligible.size, hits: new Set(within.map(({ at }) => weekOf(at, zone))).size, held: within };
}

/** How much instants keep to one place of a cycle of so many days, 0 to 1; 1 is always the same weekday and hour. */
export function concentration(instants: readonly number[], days: number): number {
  if (instants.length === 0) return 0;
  const angles = instants.map((at) => (2 * Math.PI * (at % (days * DAY))) / (days * DAY));
  const mean = (part: (angle: number) => number): number =>
    angles.reduce((sum, angle) => sum + part(angle), 0) / angles.length;
  return Math.hypot(mean(Math.cos), mean(Math.sin));
}
