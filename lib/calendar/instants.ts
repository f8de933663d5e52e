import ICAL from 'ical.js';

/** A moment of a calendar: of what zone it is, stands beside it. */
export interface Moment {
  readonly time: ICAL.Time;
  /** TZID; absent in UTC, and where the time is that of whoever reads it. */
  readonly zoneId?: string;
}

/** The zones that a file defines itself, and the zone in which a time without one is read. */
export interface Zones {
  readonly own: ReadonlyMap<string, ICAL.Timezone>;
  readonly floating: string;
}

/** The zones of a file; what is not readable of them is not there. */
export function zonesOf(components: readonly ICAL.Component[], floating: string): Zones {
  const own = new Map<string, ICAL.Timezone>();
  for (const component of components) {
    const tzid = component.getFirstPropertyValue('tzid');
    if (typeof tzid === 'string') own.set(tzid, new ICAL.Timezone({ component, tzid }));
  }
  return { own, floating };
}

/** Epoch ms. The name of a zone that the browser knows goes before what a file says of it: files leave out old and new rules. */
export function instantOf({ time, zoneId }: Moment, { own, floating }: Zones): number {
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime() * 1000;
  if (zoneId === undefined || isKnown(zoneId)) return wallClock(time, zoneId ?? floating);
  const zone = own.get(zoneId);
  if (!zone) return wallClock(time, floating);
  const placed = time.clone();
  placed.zone = zone;
  return placed.toUnixTime() * 1000;
}

/** `2026-11-24` */
export const dateOf = ({ year, month, day }: ICAL.Time): string => new Temporal.PlainDate(year, month, day).toString();

const wallClock = ({ year, month, day, hour, minute, second }: ICAL.Time, zone: string): number =>
  new Temporal.PlainDateTime(year, month, day, hour, minute, second).toZonedDateTime(zone).epochMilliseconds;

const known = new Map<string, boolean>();

/** Whether the browser knows the zone by this name. */
function isKnown(zoneId: string): boolean {
  const before = known.get(zoneId);
  if (before !== undefined) return before;
  const found = hasRules(zoneId);
  known.set(zoneId, found);
  return found;
}

function hasRules(zoneId: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zoneId }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
