import type { Held } from '@/lib/scoring/conference';
import { type ConferenceCircumstances, conferenceStanding } from '@/lib/scoring/conference-standing';
import { DAY } from '@/lib/scoring/contact';
import { weekOf } from '@/lib/scoring/iso-week';
import type { ConferencePattern, ConferenceStanding } from '@/lib/scoring/standing';

import { at, days } from './given';

/** A Wednesday; the last complete week began on 16 November. */
export const now = at('2026-11-25 14:30');
export const thisWeek = weekOf(now, 'UTC');
export const MONDAY = at('2026-11-23');

/** So many weeks ago, on a day of the week (0 = Monday), at an hour. */
export const held = (weeksAgo: number, weekday = 1, hour = 10, more: Partial<Held> = {}): Held => ({
  at: MONDAY + days(weekday - 7 * weeksAgo) + (hour * DAY) / 24,
  attendeeMinutes: 60,
  costMinor: 7000,
  ...more,
});
export const tuesdays = (...weeksAgo: number[]): Held[] => weeksAgo.map((ago) => held(ago));
export const eight = [1, 2, 3, 4, 5, 6, 7, 8];
export const standing = (conferences: readonly Held[], more: Partial<ConferenceCircumstances> = {}) =>
  conferenceStanding(conferences, { now, zone: 'UTC', ...more });
export const before = (pattern: ConferencePattern): ConferenceStanding => ({
  weekly: pattern !== 'fortnightly',
  minutesAWeek: 60,
  standIn: false,
  pattern,
});
