import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DAY, YEAR } from '@/lib/scoring/contact';
import { emptyWeeks, expectedBy, periodsOf, withHistories, withLifetimes } from '@/lib/scoring/experience';

const now = 400 * DAY;
const ago = (days: number): number => now - days * DAY;
const MONTH = 30.4375;
const days = (years: readonly number[]): number[] => years.map((each) => (each * YEAR) / DAY);
const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

describe('histories', () => {
  it('are cut into months that end now, the first of which may be a part', () => {
    const { from, periodDays, histories } = periodsOf(
      [{ at: [ago(199), ago(31), ago(30), ago(1)], exposure: [{ from: ago(200), to: now }] }],
      now,
    );
    expect(periodDays).toBe(MONTH);
    expect(from).toBeCloseTo(ago(7 * MONTH), 0);
    expect(histories[0]?.counts).toEqual([1, 0, 0, 0, 0, 1, 2]);
    expect(days(histories[0]?.exposure ?? [])).toEqual(close([200 - 6 * MONTH, ...Array(6).fill(MONTH)]));
  });

  it.each([
    { watched: 6 * MONTH - 0.01, periodDays: 7 },
    { watched: 6 * MONTH, periodDays: MONTH },
  ])('of $watched days are cut by $periodDays', ({ watched, periodDays }) => {
    const lifetimes = [
      { at: [], exposure: [{ from: ago(10), to: now }] },
      { at: [], exposure: [{ from: ago(watched), to: now }] },
    ];
    expect(periodsOf(lifetimes, now).periodDays).toBe(periodDays);
  });

  it('know pauses', () => {
    const exposure = [
      { from: ago(27), to: ago(24) },
      { from: ago(16), to: ago(13) },
    ];
    const { histories } = periodsOf([{ at: [ago(15)], exposure }], now);
    expect(days(histories[0]?.exposure ?? [])).toEqual(close([3, 2, 1, 0]));
    expect(histories[0]?.counts).toEqual([0, 1, 0, 0]);
  });

  it('remember in which period somebody entered by a first contact', () => {
    const met = { at: [], exposure: [{ from: ago(20), to: now }] };
    const { histories } = periodsOf([{ ...met, met: ago(20) }, { ...met, met: ago(6) }, met], now);
    expect(histories.map(({ entered }) => entered)).toEqual([0, 2, undefined]);
  });

  it('leave out what lies outside', () => {
    const { histories } = periodsOf([{ at: [ago(9), now], exposure: [{ from: ago(8), to: now }] }], now);
    expect(histories[0]?.counts).toEqual([1, 0]);
    expect(periodsOf([{ at: [ago(30), now + DAY], exposure: [{ from: ago(8), to: now }] }], now).histories[0]).toEqual({
      counts: [0, 0],
      exposure: close([1, 7].map((each) => each / 365.25)),
    });
  });

  it('of nobody, or of no time, are none', () => {
    expect(periodsOf([], now)).toEqual({ from: now, periodDays: 7, histories: [] });
    expect(periodsOf([{ at: [], exposure: [] }], now).histories).toEqual([{ counts: [], exposure: [] }]);
  });
});

describe('the sums by week', () => {
  const from = ago(20);
  const one = { at: [ago(19), ago(2)], exposure: [{ from: ago(20), to: now }] };
  const other = { at: [ago(12), ago(8)], exposure: [{ from: ago(12.5), to: now }], met: ago(12.5) };

  it('begin where they are told and end with the week of now', () => {
    expect(emptyWeeks(from, now)).toEqual({ from, stepDays: 7, contacts: [0, 0, 0], years: [0, 0, 0] });
    expect(emptyWeeks(ago(21), now).contacts).toHaveLength(3);
    expect(emptyWeeks(ago(21.1), now).contacts).toHaveLength(4);
    expect(emptyWeeks(now, now).contacts).toHaveLength(1);
  });

  it('leave out the week in which somebody entered', () => {
    const sums = withLifetimes(emptyWeeks(from, now), [one, other]);
    expect(sums.contacts).toEqual([1, 0, 1]);
    expect(days(sums.years)).toEqual(close([7, 7, 12]));
  });

  it('are the same in slices', () => {
    const empty = emptyWeeks(from, now);
    expect(withLifetimes(withLifetimes(empty, [one]), [other])).toEqual(withLifetimes(empty, [one, other]));
    expect(empty.contacts).toEqual([0, 0, 0]);
  });

  it('are what one finds week by week', () => {
    const day = fc.integer({ min: -200, max: 900 }).map((tenths) => from + tenths * (DAY / 10));
    const stretches = fc.uniqueArray(day, { minLength: 2, maxLength: 8 }).map((ends) => {
      const sorted = ends.toSorted((a, b) => a - b);
      return sorted.flatMap((to, index) => (index % 2 === 1 ? [{ from: sorted[index - 1] ?? to, to }] : []));
    });
    const lifetimes = fc.array(fc.record({ at: fc.array(day), exposure: stretches, isMet: fc.boolean() }));
    fc.assert(
      fc.property(lifetimes, (drawn) => {
        const lives = drawn.map(({ at, exposure, isMet }) => {
          const met = exposure[0]?.from ?? from;
          return { at: at.filter((each) => each >= met), exposure, ...(isMet && { met }) };
        });
        const end = from + 63 * DAY;
        const sums = withLifetimes(emptyWeeks(from, end), lives);
        for (let week = 0; week < 9; week++) {
          const [start, stop] = [from + week * 7 * DAY, from + (week + 1) * 7 * DAY];
          const here = lives.filter(({ met = -Infinity }) => met < start || met >= stop);
          const contacts = here.flatMap(({ at }) => at.filter((each) => each >= start && each < stop));
          const watched = here.flatMap(({ exposure }) =>
            exposure.map((stretch) => Math.max(0, Math.min(stretch.to, stop) - Math.max(stretch.from, start))),
          );
          expect(sums.contacts[week]).toBe(contacts.length);
          expect(sums.years[week]).toBeCloseTo(watched.reduce((sum, each) => sum + each, 0) / YEAR, 12);
        }
      }),
    );
  });

  it('take histories that are cut already', () => {
    const steps = { from: 0, stepDays: 365.25, contacts: [1, 0], years: [1, 0] };
    const histories = [
      { counts: [2, 3], exposure: [0.5, 1] },
      { counts: [4], exposure: [1] },
      { counts: [9, 1], exposure: [1, 1], entered: 0 },
    ];
    expect(withHistories(steps, histories)).toEqual({ ...steps, contacts: [7, 4], years: [2.5, 2] });
  });
});

it('exposure by the trend is in contacts that were expected', () => {
  const trend = { from: 0, stepDays: 7, rates: [1, 3, 5], level: 3 };
  const periods = {
    from: 0,
    periodDays: 14,
    histories: [
      { counts: [1, 0], exposure: [0.02, 0.01], entered: 0 },
      { counts: [0, 2], exposure: [0, 0.04] },
    ],
  };
  expect(expectedBy(trend, periods)).toEqual([
    { counts: [1, 0], exposure: close([0.04, 0.05]), entered: 0 },
    { counts: [0, 2], exposure: close([0, 0.2]) },
  ]);
  expect(expectedBy(trend, { ...periods, histories: [] })).toEqual([]);
});
