import { describe, expect, it } from 'vitest';

import { heldAdded, isConference, type Meeting } from '@/lib/scoring/conference';
import { weekOf, weeksOff } from '@/lib/scoring/iso-week';
import { isQuiet, medianOf } from '@/lib/scoring/quiet-week';
import { COST_RATES } from '@/lib/scoring/rules';
import { tallyOf } from '@/lib/scoring/tally';

import { at, contact, days, rules } from './given';

describe('what a conference is', () => {
  it.each<[Partial<Meeting>, boolean]>([
    [{ ownAttendees: 2 }, true],
    [{ ownAttendees: 1 }, false],
    [{ people: 3 }, true],
    [{ people: 2 }, false],
    [{ invited: true }, true],
    [{ ownAttendees: 2, minutes: 14.9 }, false],
    [{ people: 9, minutes: 0 }, false],
    [{ invited: true, minutes: 14 }, false],
  ])('%o: %s', (more, expected) => {
    expect(isConference({ minutes: 15, ownAttendees: 1, people: 2, invited: false, ...more })).toBe(expected);
  });
});

describe('conferences in a tally', () => {
  const conference = (when: string, more = {}) =>
    contact(at(when), { kind: 'conference', length: 30, ownAttendees: 2, ...more });

  it('are those that count, with our minutes in them and their cost', () => {
    const contacts = [
      conference('2026-11-03 10:00'),
      conference('2026-11-10 10:00', { cause: 'product_fault' }),
      contact(at('2026-11-11 10:00'), { kind: 'call' }),
      conference('2026-11-17 10:00', { excluded: 'cancelled' }),
      conference('2026-11-24 10:00', { ownAttendees: 3 }),
    ];
    const { tally } = tallyOf('c1', { past: [], contacts }, rules(), at('2026-11-25'));
    expect(tally.conferences).toEqual([
      { at: at('2026-11-03 10:00'), attendeeMinutes: 60, costMinor: 100 + 9000 },
      { at: at('2026-11-24 10:00'), attendeeMinutes: 90, costMinor: 100 + 13_500 },
    ]);
  });

  it('are none in the tally of who held none', () => {
    const { tally } = tallyOf('c1', { past: [], contacts: [contact('2026-11-03')] }, rules(), at('2026-11-25'));
    expect(tally).not.toHaveProperty('conferences');
  });

  it('are kept for thirteen weeks', () => {
    const before = { at: at('2026-08-25 10:00'), attendeeMinutes: 1, costMinor: 1 };
    const after = (ms: number) =>
      heldAdded([before], contact(before.at + days(91) + ms, { kind: 'conference' }), { costs: COST_RATES }).length;
    expect(after(-1)).toBe(2);
    expect(after(0)).toBe(1);
  });
});

describe('an ISO week', () => {
  it('runs from Monday to Sunday in the zone', () => {
    const week = weekOf(at('2026-11-25 12:00'), 'UTC');
    expect(weekOf(at('2026-11-23 00:00'), 'UTC')).toBe(week);
    expect(weekOf(at('2026-11-29 23:59'), 'UTC')).toBe(week);
    expect(weekOf(at('2026-11-22 23:59'), 'UTC')).toBe(week - 1);
    expect(weekOf(at('2026-11-30 00:00'), 'UTC')).toBe(week + 1);
    expect(weekOf(at('2026-11-22 23:30'), 'Europe/Zurich')).toBe(week);
    expect(weekOf(at('2026-11-23 03:00'), 'America/New_York')).toBe(week - 1);
  });

  it('goes on over the turn of the year, and before 1970', () => {
    expect(weekOf(at('2027-01-03'), 'UTC')).toBe(weekOf(at('2026-12-28'), 'UTC'));
    expect(weekOf(at('1970-01-04'), 'UTC')).toBe(0);
    expect(weekOf(at('1969-12-29'), 'UTC')).toBe(0);
    expect(weekOf(at('1969-12-28'), 'UTC')).toBe(-1);
  });

  it('is off when three of its working days are', () => {
    const christmas = weekOf(at('2026-12-24'), 'UTC');
    const off = (...dates: string[]) => [...weeksOff(dates)];
    expect(off('2026-12-23', '2026-12-24', '2026-12-25')).toEqual([christmas]);
    expect(off('2026-12-24', '2026-12-25')).toEqual([]);
    expect(off('2026-12-24', '2026-12-25', '2026-12-25')).toEqual([]);
    expect(off('2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27')).toEqual([]);
    expect(off('2026-12-21', '2026-12-22', '2026-12-23', '2026-12-28', '2026-12-29', '2026-12-30')).toEqual([
      christmas,
      christmas + 1,
    ]);
    expect(off()).toEqual([]);
  });
});

describe('a quiet week', () => {
  const counts = (here: number, before: readonly number[]) => (week: number) =>
    week === 100 ? here : (before[99 - week] ?? 0);

  it.each<[number, readonly number[], boolean]>([
    [4, [20, 20, 20, 20, 20, 20, 20, 20], true],
    [5, [20, 20, 20, 20, 20, 20, 20, 20], false],
    [0, [0, 0, 0, 0, 0, 0, 0, 0], false],
    [0, [1, 1, 1, 1, 1, 0, 0, 0], true],
    [0, [1, 1, 1, 0, 0, 0, 0, 0], false],
    [2, [4, 4, 4, 4, 20, 20, 20, 20], true],
    [3, [4, 4, 4, 4, 20, 20, 20, 20], false],
    [1, [100, 1, 1, 1, 1, 1, 1, 1, 100, 100, 100, 100, 100, 100], false],
  ])('%d after %o: %s', (here, before, expected) => {
    expect(isQuiet(counts(here, before), 100)).toBe(expected);
  });

  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[10, 9], 9.5],
    [[7], 7],
    [[], 0],
  ])('the median of %o is %d', (values, median) => {
    expect(medianOf(values)).toBe(median);
  });
});
