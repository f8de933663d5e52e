import ICAL from 'ical.js';

import type { Attendee, Invitation } from '@/lib/scoring/invitation';

import { dateOf, instantOf, type Moment, type Zones } from './instants';
import { datesOf, momentsOf, type Reach, repeatsOf } from './recurring';

/** What an event of a calendar is: a meeting at a time, or whole days. */
export type Read =
  | { readonly kind: 'meeting'; readonly invitation: Invitation }
  /** Local dates, `2026-12-25`. */
  | { readonly kind: 'days'; readonly dates: readonly string[] }
  | { readonly kind: 'refused'; readonly why: string };

export interface Reading {
  readonly zones: Zones;
  readonly reach: Reach;
  /** Of the calendar around it: a `CANCEL` takes back what it names. */
  readonly method: string | undefined;
}

/** Longer than this is no holiday. */
const MOST_DAYS = 366;

/** One VEVENT. */
export function readEvent(event: ICAL.Component, reading: Reading): Read {
  const uid = textOf(event, 'uid');
  if (!uid) return { kind: 'refused', why: 'it has no UID, so nobody can tell it from another' };
  const cancelled = reading.method === 'CANCEL' || textOf(event, 'status')?.toUpperCase() === 'CANCELLED';
  const [start] = momentsOf(event, 'dtstart');
  if (!start && !cancelled) return { kind: 'refused', why: 'it does not say when it starts' };
  if (start?.time.isDate && !cancelled) return { kind: 'days', dates: wholeDays(event, start, reading) };
  return { kind: 'meeting', invitation: invitationOf(event, { uid, start, cancelled }, reading) };
}

function invitationOf(
  event: ICAL.Component,
  { uid, start, cancelled }: { readonly uid: string; readonly start: Moment | undefined; readonly cancelled: boolean },
  { zones, reach }: Reading,
): Invitation {
  const [recurrence] = momentsOf(event, 'recurrence-id');
  const [stamp] = momentsOf(event, 'dtstamp');
  const repeats = repeatsOf(event);
  const organiser = addressOf(event.getFirstProperty('organizer'));
  return {
    uid,
    sequence: Number(textOf(event, 'sequence') ?? 0) || 0,
    stampedAt: stamp ? instantOf(stamp, zones) : 0,
    cancelled,
    starts: start && !cancelled ? datesOf(event, start, zones, reach).map((date) => instantOf(date, zones)) : [],
    minutes: start ? minutesOf(event, start, zones) : 0,
    attendees: event.getAllProperties('attendee').flatMap((property) => attendeeOf(property) ?? []),
    ...(recurrence && { recurrenceAt: instantOf(recurrence, zones) }),
    ...(repeats && { repeats }),
    ...(organiser && { organiser }),
  };
}

/** DTEND, or else DURATION; without either it takes no time. */
function minutesOf(event: ICAL.Component, start: Moment, zones: Zones): number {
  const [end] = momentsOf(event, 'dtend');
  if (end) return Math.max(0, (instantOf(end, zones) - instantOf(start, zones)) / 60_000);
  const duration: unknown = event.getFirstPropertyValue('duration');
  return duration instanceof ICAL.Duration ? Math.max(0, duration.toSeconds() / 60) : 0;
}

/** DTEND of whole days is the day after. */
function wholeDays(event: ICAL.Component, start: Moment, { zones, reach }: Reading): string[] {
  const [end] = momentsOf(event, 'dtend');
  const first = Temporal.PlainDate.from(dateOf(start.time));
  const length = end ? first.until(dateOf(end.time), { largestUnit: 'days' }).days : 1;
  const days = Math.min(MOST_DAYS, Math.max(1, length));
  return datesOf(event, start, zones, reach).flatMap(({ time }) =>
    Array.from({ length: days }, (_, index) => Temporal.PlainDate.from(dateOf(time)).add({ days: index }).toString()),
  );
}

/** A person; rooms and other things come along. */
function attendeeOf(property: ICAL.Property): Attendee | undefined {
  const what = parameterOf(property, 'cutype');
  const address = addressOf(property);
  if (!address || what === 'ROOM' || what === 'RESOURCE') return undefined;
  return { address, accepted: parameterOf(property, 'partstat') === 'ACCEPTED' };
}

/** Some calendars name people by an id, and say the address beside it. */
function addressOf(property: ICAL.Property | null): string | undefined {
  const value: unknown = property?.getFirstValue();
  const [, named] = typeof value === 'string' ? (/^mailto:(.+)$/i.exec(value.trim()) ?? []) : [];
  const beside: unknown = property?.getFirstParameter('email');
  const address = named ?? (typeof beside === 'string' && beside !== '' ? beside : undefined);
  return address?.trim().toLowerCase();
}

const parameterOf = (property: ICAL.Property, name: string): string | undefined =>
  property.getFirstParameter(name)?.toUpperCase();

function textOf(event: ICAL.Component, name: string): string | undefined {
  const value: unknown = event.getFirstPropertyValue(name);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : undefined;
}
