import type { Held } from './conference';
import { patternOf } from './conference-pattern';
import { windowOf } from './conference-window';
import { type Week, weekOf } from './iso-week';
import { isQuiet } from './quiet-week';
import type { ConferenceStanding } from './standing';

/** A weekly series that an invitation declares. */
export interface DeclaredSeries {
  /** Its starts, as far ahead as they were read. */
  readonly starts: readonly number[];
  /** Minutes of our own people in each. */
  readonly attendeeMinutes: number;
}

export interface ConferenceCircumstances {
  readonly now: number;
  /** The vendor's. */
  readonly zone: string;
  readonly previous?: ConferenceStanding;
  readonly series?: readonly DeclaredSeries[];
  /** Weeks off by the user's own calendar. */
  readonly weeksOff?: ReadonlySet<Week>;
  /** Conferences of all customers by week: a week in which the others' fell out is a holiday. */
  readonly portfolio?: ReadonlyMap<Week, number>;
  /** Minutes of support a week, for all customers. */
  readonly supportMinutesAWeek?: number;
}

const LEAST_LEFT = 4;
const HEAVY_MINUTES = 120;
const HEAVY_SHARE = 0.1;

/** Whether a customer holds conferences by habit, and what they take (docs/SCORING.md §6); undefined where there is nothing. */
export function conferenceStanding(
  held: readonly Held[],
  circumstances: ConferenceCircumstances,
): ConferenceStanding | undefined {
  const { now, zone, previous, series = [], supportMinutesAWeek = Infinity } = circumstances;
  if (held.length === 0 && series.length === 0 && !previous?.pattern) return undefined;
  const window = windowOf(held, { now, zone, isHoliday: holidaysOf(held, circumstances) });
  const declared = series.filter(({ starts }) => starts.filter((at) => at > now).length >= LEAST_LEFT);
  const pattern = patternOf(window, declared.length > 0, previous?.pattern);
  if (!pattern && !window?.hits) return undefined;
  const average = (figure: (one: Held) => number): number =>
    window ? window.held.reduce((sum, one) => sum + figure(one), 0) / window.weeks : 0;
  const announced = declared.reduce((sum, { attendeeMinutes }) => sum + attendeeMinutes, 0);
  const minutesAWeek = Math.max(
    announced,
    average(({ attendeeMinutes }) => attendeeMinutes),
  );
  const weekly = pattern !== undefined && pattern !== 'fortnightly';
  const heavy = minutesAWeek >= HEAVY_MINUTES || minutesAWeek > HEAVY_SHARE * supportMinutesAWeek;
  return {
    weekly,
    minutesAWeek,
    standIn: weekly && heavy,
    costMinorAWeek: Math.round(average(({ costMinor }) => costMinor)),
    ...(pattern && { pattern }),
    ...(window && { hits: window.hits, weeks: window.weeks }),
  };
}

/** Their own conferences are left out: nobody makes a holiday by staying away. */
function holidaysOf(
  held: readonly Held[],
  { zone, weeksOff, portfolio }: ConferenceCircumstances,
): (week: Week) => boolean {
  const own = new Map<Week, number>();
  for (const { at } of held) own.set(weekOf(at, zone), (own.get(weekOf(at, zone)) ?? 0) + 1);
  const others = (week: Week): number => Math.max(0, (portfolio?.get(week) ?? 0) - (own.get(week) ?? 0));
  return (week) => weeksOff?.has(week) === true || (portfolio !== undefined && isQuiet(others, week));
}
