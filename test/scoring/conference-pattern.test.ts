import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Held } from '@/lib/scoring/conference';
import { patternOf } from '@/lib/scoring/conference-pattern';
import { concentration } from '@/lib/scoring/conference-window';
import { seeded } from '@/lib/scoring/seeded';
import type { ConferencePattern } from '@/lib/scoring/standing';

import { before, held, MONDAY, standing, thisWeek, tuesdays } from './conferences';
import { days } from './given';

describe('a pattern', () => {
  const pattern = (conferences: readonly Held[], previous?: ConferencePattern) =>
    standing(conferences, previous && { previous: before(previous) })?.pattern;

  it('is fortnightly by the gap and the slot', () => {
    const fortnightly = tuesdays(1, 3, 5, 7);
    expect(standing(fortnightly)).toMatchObject({ pattern: 'fortnightly', weekly: false, standIn: false });
    expect(pattern(tuesdays(1, 3, 5))).toBeUndefined();
    expect(pattern([held(1, 0), held(3, 1), held(5, 2), held(7, 1)])).toBe('fortnightly');
    expect(pattern([held(1, 0, 8), held(3, 4), held(5, 0), held(7, 4)])).toBeUndefined();
    expect(pattern([held(1), held(3), held(5), held(8)])).toBeUndefined();
  });

  it.each<[string, readonly number[], ConferencePattern | undefined]>([
    ['at least 12', [12, 16, 12], 'fortnightly'],
    ['at most 16', [16, 12, 16], 'fortnightly'],
    ['two in a day each fortnight', [0.05, 13.95, 0.05], undefined],
    ['each fourth week', [28, 14, 28], undefined],
  ])('is fortnightly by the median of gaps in days: %s', (_, gaps, expected) => {
    const offsets = [0];
    for (const gap of gaps) offsets.push((offsets.at(-1) ?? 0) + gap);
    const window = { weeks: 8, hits: 4, held: offsets.map((day) => held(8, 0, 0, { at: MONDAY + days(day) })) };
    expect(patternOf(window, false, undefined)).toBe(expected);
  });

  it('that was weekly and is now each fortnight says so', () => {
    expect(pattern(tuesdays(1, 3, 5, 7), 'weekly-fixed')).toBe('fortnightly');
  });

  it('that was fortnightly stays so at half of the weeks', () => {
    const loose = [held(1, 0), held(3, 4), held(5, 0), held(7, 4), held(8, 0)];
    expect(pattern(loose)).toBeUndefined();
    expect(pattern(loose, 'fortnightly')).toBe('fortnightly');
    expect(pattern(tuesdays(1, 3, 5), 'fortnightly')).toBeUndefined();
  });

  it('may go from a fixed slot to any', () => {
    const moving = [held(1, 0), held(2, 2), held(3, 4), held(4, 1)];
    expect(pattern(moving, 'weekly-fixed')).toBe('weekly-any');
  });

  it('stands while there are too few weeks to tell, unless it was only declared', () => {
    const off = { weeksOff: new Set(Array.from({ length: 9 }, (_, index) => thisWeek - 1 - index)) };
    expect(standing([], { ...off, previous: before('weekly-any') })?.pattern).toBe('weekly-any');
    expect(standing([], { ...off, previous: before('declared') })).toBeUndefined();
  });

  it('is nothing where nothing was held', () => {
    expect(standing([])).toBeUndefined();
    expect(standing(tuesdays(0))).toBeUndefined();
    expect(standing(tuesdays(1))).toMatchObject({ weekly: false, hits: 1 });
  });
});

describe('who calls at random in working hours', () => {
  it('keeps to no slot: R has a median of 0.46, and one in a hundred is above 0.82', () => {
    const draw = seeded(7, 'calls');
    const found = Array.from({ length: 20_000 }, () => {
      const calls = Array.from({ length: 8 }, (_, week) => held(week + 1, Math.floor(draw() * 5), 9 + draw() * 8).at);
      return concentration(calls, 7);
    }).toSorted((a, b) => a - b);
    expect(found[10_000]).toBeCloseTo(0.46, 2);
    expect(Math.abs((found[19_800] ?? 0) - 0.82)).toBeLessThan(0.01);
    expect(found.filter((r) => r >= 0.9).length).toBeLessThan(100);
  });
});

describe('laws', () => {
  const conferences = fc.array(
    fc.record({ ago: fc.integer({ min: 0, max: 13 }), weekday: fc.nat(6), hour: fc.nat(23) }),
    { maxLength: 20 },
  );
  const made = (drawn: readonly { ago: number; weekday: number; hour: number }[]) =>
    drawn.map(({ ago, weekday, hour }) => held(ago, weekday, hour));

  it('R lies between 0 and 1, and moving all by a whole week changes nothing', () => {
    fc.assert(
      fc.property(conferences, fc.integer({ min: -5, max: 5 }), (drawn, weeks) => {
        const instants = made(drawn).map((one) => one.at);
        const r = concentration(instants, 7);
        expect(r).toBeGreaterThanOrEqual(0);
        expect(r).toBeLessThanOrEqual(1 + 1e-12);
        const moved = instants.map((instant) => instant + days(7 * weeks));
        expect(concentration(moved, 7)).toBeCloseTo(r, 9);
      }),
    );
  });

  it('the order of conferences does not matter', () => {
    fc.assert(
      fc.property(conferences, (drawn) => {
        const some = made(drawn);
        const one = standing(some);
        const other = standing(some.toReversed());
        expect(other?.pattern).toBe(one?.pattern);
        expect(other?.hits).toBe(one?.hits);
        expect(other?.minutesAWeek ?? 0).toBeCloseTo(one?.minutesAWeek ?? 0, 9);
      }),
    );
  });

  it('nobody is weekly with fewer than half of the weeks, or fewer than three quarters who was not', () => {
    fc.assert(
      fc.property(conferences, fc.boolean(), (drawn, was) => {
        const found = standing(made(drawn), was ? { previous: before('weekly-any') } : {});
        const share = (found?.hits ?? 0) / (found?.weeks ?? 8);
        expect(share >= (was ? 0.5 : 0.75) || found?.weekly !== true).toBe(true);
        expect(share < 0.75 || found?.weekly === true).toBe(true);
      }),
    );
  });

  it('one more conference never takes the habit away', () => {
    fc.assert(
      fc.property(conferences, fc.integer({ min: 1, max: 8 }), (drawn, ago) => {
        const some = made(drawn);
        const flagged = standing(some)?.weekly ?? false;
        expect(standing([...some, held(ago)])?.weekly ?? false).toBe(
          flagged || (standing([...some, held(ago)])?.hits ?? 0) >= 6,
        );
      }),
    );
  });
});
