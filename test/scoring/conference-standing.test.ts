import { describe, expect, it } from 'vitest';

import type { Held } from '@/lib/scoring/conference';
import { concentration, windowOf } from '@/lib/scoring/conference-window';
import { weekOf } from '@/lib/scoring/iso-week';

import { before, eight, held, now, standing, thisWeek, tuesdays } from './conferences';
import { at, days } from './given';

const slotOf = (conferences: readonly Held[]) =>
  concentration(
    conferences.map((one) => one.at),
    7,
  );

describe('vectors', () => {
  it('C1: one of eight Tuesdays is a Wednesday: a fixed slot', () => {
    const conferences = [...tuesdays(1, 2, 3, 5, 6, 7, 8), held(4, 2)];
    expect(slotOf(conferences)).toBeCloseTo(0.957_934_4, 7);
    expect(standing(conferences)).toMatchObject({ pattern: 'weekly-fixed', weekly: true, hits: 8, weeks: 8 });
  });

  it('C2: every week on another day: any slot', () => {
    const conferences = [0, 1, 2, 3, 4, 0, 1, 2].map((weekday, index) => held(8 - index, weekday));
    expect(slotOf(conferences)).toBeCloseTo(0.456_631_9, 7);
    expect(standing(conferences)).toMatchObject({ pattern: 'weekly-any', weekly: true, hits: 8, weeks: 8 });
  });

  it('C3: with weeks 52 and 1 off it is six of six', () => {
    const january = at('2027-01-27 14:30');
    const week52 = weekOf(at('2026-12-22'), 'UTC');
    const conferences = Array.from({ length: 8 }, (_, index) => held(-8 + index, 1));
    expect(weekOf(conferences[0]?.at ?? 0, 'UTC')).toBe(weekOf(january, 'UTC') - 1);
    const weeksOff = new Set([week52, week52 + 1]);
    expect(standing(conferences, { now: january, weeksOff })).toMatchObject({
      pattern: 'weekly-fixed',
      hits: 6,
      weeks: 6,
    });
  });

  it('C4: five of eight is none, six is, and stays so to four of eight', () => {
    const known = before('weekly-fixed');
    expect(standing(tuesdays(1, 2, 3, 4, 5))).toMatchObject({ weekly: false, hits: 5, weeks: 8 });
    expect(standing(tuesdays(1, 2, 3, 4, 5))).not.toHaveProperty('pattern');
    expect(standing(tuesdays(1, 2, 3, 4, 5, 6))?.pattern).toBe('weekly-fixed');
    expect(standing(tuesdays(1, 2, 3, 4, 5), { previous: known })?.pattern).toBe('weekly-fixed');
    expect(standing(tuesdays(1, 2, 3, 4), { previous: known })?.pattern).toBe('weekly-fixed');
    expect(standing(tuesdays(1, 2, 3), { previous: known })).not.toHaveProperty('pattern');
  });

  it.each([
    [0.25, 0.0022, 4],
    [0.5, 0.0459, 4],
    [1, 0.386, 3],
    [2, 0.918, 3],
  ])('who calls at random %d times a week reaches six of eight weeks by a chance of %d', (rate, chance, digits) => {
    const p = 1 - Math.exp(-rate);
    const choose = [1, 8, 28];
    const reach = choose.reduce((sum, ways, misses) => sum + ways * p ** (8 - misses) * (1 - p) ** misses, 0);
    expect(reach).toBeCloseTo(chance, digits);
    const outcomes = Array.from({ length: 256 }, (_, mask) => eight.filter((week) => mask & (1 << (week - 1))));
    const flagged = outcomes.filter((weeks) => standing(tuesdays(...weeks))?.weekly);
    const byRule = flagged.reduce((sum, { length }) => sum + p ** length * (1 - p) ** (8 - length), 0);
    expect(byRule).toBeCloseTo(reach, 12);
  });
});

describe('the window', () => {
  const within = (conferences: readonly Held[], holidays: readonly number[] = []) =>
    windowOf(conferences, { now, zone: 'UTC', isHoliday: (week) => holidays.includes(thisWeek - week) });

  it('is eight complete weeks, without the one that runs', () => {
    expect(within(tuesdays(0, 1, 8, 9))).toMatchObject({ weeks: 8, hits: 2, held: tuesdays(1, 8) });
  });

  it('counts a week once', () => {
    expect(within([held(1, 1), held(1, 3), held(2, 0)])).toMatchObject({ hits: 2, held: { length: 3 } });
  });

  it.each<[readonly number[], number | undefined, string]>([
    [[1, 2], 6, 'six are enough'],
    [[1, 2, 3], 6, 'goes back to the ninth'],
    [[1, 2, 3, 4, 5, 6], 6, 'goes back to the twelfth'],
    [[1, 2, 3, 4, 5, 6, 7], undefined, 'no further'],
  ])('without weeks %o has %s: %s', (holidays, weeks) => {
    expect(within(tuesdays(9, 10, 11, 12), holidays)?.weeks).toBe(weeks);
  });

  it('has no conference of a holiday in it', () => {
    expect(within(tuesdays(1, 2, 3), [2])).toMatchObject({ weeks: 7, hits: 2, held: tuesdays(1, 3) });
  });

  it('is that of the zone', () => {
    const late = held(0, 0, 3);
    expect(windowOf([late], { now, zone: 'UTC', isHoliday: () => false })?.hits).toBe(0);
    expect(windowOf([late], { now, zone: 'America/New_York', isHoliday: () => false })?.hits).toBe(1);
  });
});

describe('holidays', () => {
  const portfolio = (...quiet: number[]) =>
    new Map(Array.from({ length: 30 }, (_, ago) => [thisWeek - ago, quiet.includes(ago) ? 3 : 20] as const));

  it('are found by the conferences of all others', () => {
    expect(standing(tuesdays(1, 2, 3, 5, 6), { portfolio: portfolio(4) })).toMatchObject({ hits: 5, weeks: 7 });
    expect(standing(tuesdays(1, 2, 3, 5, 6, 7), { portfolio: portfolio(4, 8) })?.pattern).toBe('weekly-fixed');
  });

  it('are not made by staying away oneself', () => {
    const alone = new Map(eight.map((ago) => [thisWeek - ago, ago === 4 ? 0 : 1]));
    const own = tuesdays(1, 2, 3, 5, 6, 7, 8);
    expect(standing(own, { portfolio: alone })).toMatchObject({ hits: 7, weeks: 8 });
  });

  it('are found neither without a portfolio nor in an empty one', () => {
    expect(standing(tuesdays(1))?.weeks).toBe(8);
    expect(standing(tuesdays(1), { portfolio: new Map() })?.weeks).toBe(8);
  });
});

describe('a declared series', () => {
  const ahead = (count: number) => Array.from({ length: count }, (_, index) => now + days(7 * index) + 1);
  const series = (count: number, attendeeMinutes = 90) => [{ starts: [now, ...ahead(count)], attendeeMinutes }];

  it('is flagged at once while four are left', () => {
    expect(standing([], { series: series(4) })).toEqual({
      weekly: true,
      minutesAWeek: 90,
      standIn: false,
      costMinorAWeek: 0,
      pattern: 'declared',
      hits: 0,
      weeks: 8,
    });
    expect(standing([], { series: series(3) })).toBeUndefined();
  });

  it('goes before what was held, and after its end what was held decides', () => {
    expect(standing(tuesdays(...eight), { series: series(4) })?.pattern).toBe('declared');
    expect(standing(tuesdays(1, 2, 3, 4), { previous: before('declared') })?.pattern).toBe('weekly-fixed');
    expect(standing(tuesdays(1, 2, 3), { previous: before('declared') })?.pattern).toBeUndefined();
  });

  it('takes what it announces, or what it took if that was more', () => {
    const two = [...series(4, 50), ...series(4, 40), ...series(3, 500)];
    expect(standing([], { series: two })?.minutesAWeek).toBe(90);
    const long = eight.map((ago) => held(ago, 1, 10, { attendeeMinutes: 100 }));
    expect(standing(long, { series: two })?.minutesAWeek).toBe(100);
  });
});

describe('the burden', () => {
  const weekly = (attendeeMinutes: number) => eight.map((ago) => held(ago, 1, 10, { attendeeMinutes }));

  it('is minutes of our people and money, by the week', () => {
    const conferences = [held(1, 1, 10, { attendeeMinutes: 200, costMinor: 9001 }), ...tuesdays(1, 2, 0, 9)];
    expect(standing(conferences)).toMatchObject({ minutesAWeek: 320 / 8, costMinorAWeek: Math.round(23_001 / 8) });
  });

  it.each<[number, number | undefined, boolean]>([
    [120, undefined, true],
    [119.9, undefined, false],
    [60, 599, true],
    [60, 600, false],
    [60, 10_000, false],
    [120, 10_000, true],
  ])('of %d minutes where all support takes %s is worth a stand-in: %s', (minutes, supportMinutesAWeek, standIn) => {
    const more = supportMinutesAWeek === undefined ? {} : { supportMinutesAWeek };
    expect(standing(weekly(minutes), more)?.standIn).toBe(standIn);
  });

  it('of who holds none by habit is worth none', () => {
    const rare = [held(1, 1, 10, { attendeeMinutes: 5000 })];
    expect(standing(rare)).toMatchObject({ weekly: false, standIn: false, minutesAWeek: 625 });
  });
});
