import ICAL from 'ical.js';

import { dateOf, instantOf, type Moment, type Zones } from './instants';

/** The time that is read, epoch ms, `to` not in it. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/** So many dates of one rule are followed; nobody meets more often. */
const MOST_DATES = 20_000;

/** A rule that would never come to its end. */
export class TooOften extends Error {}

/** The dates of an event within reach, by its rules and extra dates, without those taken out; oldest first. */
export function datesOf(event: ICAL.Component, start: Moment, zones: Zones, reach: Reach): Moment[] {
  const dates = new Map<number, Moment>();
  const add = (moment: Moment): void => {
    const at = instantOf(moment, zones);
    if (at >= reach.from && at < reach.to) dates.set(at, moment);
  };
  add(start);
  for (const rule of rulesOf(event)) follow(rule, start, { zones, until: reach.to, add });
  for (const moment of momentsOf(event, 'rdate')) add(moment);
  const out = momentsOf(event, 'exdate');
  const days = new Set(out.filter(({ time }) => time.isDate).map(({ time }) => dateOf(time)));
  const instants = new Set(out.filter(({ time }) => !time.isDate).map((moment) => instantOf(moment, zones)));
  return [...dates]
    .filter(([at, { time }]) => !instants.has(at) && !days.has(dateOf(time)))
    .toSorted(([a], [b]) => a - b)
    .map(([, moment]) => moment);
}

/** `weekly` where one rule says so, with no weeks between. */
export function repeatsOf(event: ICAL.Component): 'weekly' | 'otherwise' | undefined {
  const rules = rulesOf(event);
  if (rules.some(({ freq, interval }) => freq === 'WEEKLY' && interval === 1)) return 'weekly';
  return rules.length > 0 || event.hasProperty('rdate') ? 'otherwise' : undefined;
}

const rulesOf = (event: ICAL.Component): ICAL.Recur[] =>
  event
    .getAllProperties('rrule')
    .map((property) => property.getFirstValue())
    .filter((value) => value instanceof ICAL.Recur);

/** UNTIL is compared by instant: the library takes a zone that it does not know for UTC. */
function follow(
  rule: ICAL.Recur,
  start: Moment,
  { zones, until, add }: { readonly zones: Zones; readonly until: number; readonly add: (moment: Moment) => void },
): void {
  const last = rule.until;
  const open = rule.clone();
  open.until = null;
  const dates = open.iterator(start.time);
  const isOver = (moment: Moment): boolean => {
    if (instantOf(moment, zones) >= until) return true;
    if (!last) return false;
    if (last.isDate) return dateOf(moment.time) > dateOf(last);
    return instantOf(moment, zones) > instantOf({ ...start, time: last }, zones);
  };
  for (let count = 0; count < MOST_DATES; count += 1) {
    const next: ICAL.Time | null = dates.next();
    // The library goes on with the same object.
    const moment = next && { ...start, time: next.clone() };
    if (!moment || isOver(moment)) return;
    add(moment);
  }
  throw new TooOften();
}

/** The dates of a property that may stand several times, each with several values. */
export function momentsOf(event: ICAL.Component, name: string): Moment[] {
  return event.getAllProperties(name).flatMap((property) => {
    const zoneId = property.getFirstParameter('tzid');
    return property
      .getValues()
      .map((value: unknown) => (value instanceof ICAL.Period ? value.start : value))
      .filter((value) => value instanceof ICAL.Time)
      .map((time) => ({ time, ...(zoneId && { zoneId }) }));
  });
}
