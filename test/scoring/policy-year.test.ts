import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Pause } from '@/lib/scoring/contract';
import {
  type Calendar,
  contractYear,
  daysLeft,
  firstYear,
  localDate,
  type PolicyYear,
  yearAfter,
  yearAround,
} from '@/lib/scoring/policy-year';

import { at } from './given';

const UTC: Calendar = { zone: 'UTC' };
const paused = (...pauses: Pause[]): Calendar => ({ zone: 'UTC', pauses });

/** When the first years of a contract end. */
function ends(start: string, calendar: Calendar, years = 4): (string | number)[] {
  const seen: PolicyYear[] = [contractYear(start, calendar)];
  while (seen.length < years) seen.push(yearAfter(seen.at(-1) ?? contractYear(start, calendar), calendar));
  return seen.map(({ until }) => (until === Infinity ? Infinity : localDate(until, calendar.zone).toString()));
}

describe('years', () => {
  it('run from anniversary to anniversary, and each opens where the one before ends', () => {
    const first = contractYear('2019-05-10', UTC);
    const second = yearAfter(first, UTC);
    expect(first).toEqual({ start: '2019-05-10', index: 0, from: at('2019-05-10'), until: at('2020-05-10') });
    expect(second).toEqual({ start: '2019-05-10', index: 1, from: at('2020-05-10'), until: at('2021-05-10') });
  });

  it('of an acquaintance begin with the first contact, and turn at midnight of its zone', () => {
    const instant = at('2026-03-28 23:30');
    expect(firstYear(instant, { zone: 'Europe/Zurich' })).toEqual({
      start: '2026-03-29',
      index: 0,
      from: instant,
      until: at('2027-03-28 22:00'),
    });
  });

  it('of 29 February end on the 28th, and on the 29th in leap years', () => {
    expect(ends('2020-02-29', UTC)).toEqual(['2021-02-28', '2022-02-28', '2023-02-28', '2024-02-29']);
  });

  it('are as long as the clocks make them', () => {
    const { from, until } = contractYear('2026-10-25', { zone: 'Europe/Zurich' });
    expect([from, until]).toEqual([at('2026-10-24 22:00'), at('2027-10-24 22:00')]);
  });

  it('are found by any instant in them', () => {
    const around = (instant: string): number => yearAround('2020-02-29', at(instant), UTC).index;
    expect(['2019-01-01', '2020-02-29', '2021-02-27', '2021-02-28', '2024-02-28', '2024-02-29'].map(around)).toEqual([
      0, 0, 0, 1, 3, 4,
    ]);
  });
});

describe('a pause', () => {
  it.each([
    ['of 30 days shifts nothing', '2019-08-31', '2020-05-10'],
    ['of 31 days shifts by 31', '2019-09-01', '2020-06-10'],
    ['of 100 days shifts by 100', '2019-11-09', '2020-08-18'],
  ])('%s', (_, to, first) => {
    expect(ends('2019-05-10', paused({ from: '2019-08-01', to }), 1)).toEqual([first]);
  });

  it('shifts all later anniversaries, and none before', () => {
    expect(ends('2019-05-10', paused({ from: '2020-08-01', to: '2020-10-01' }), 3)).toEqual([
      '2020-05-10',
      '2021-07-10',
      '2022-07-10',
    ]);
  });

  it('adds to another, in any order', () => {
    const pauses = [
      { from: '2020-05-20', to: '2020-07-20' },
      { from: '2019-08-01', to: '2019-10-01' },
    ];
    expect(ends('2019-05-10', paused(...pauses), 2)).toEqual(['2020-09-09', '2021-09-09']);
  });

  it('that begins on the anniversary is one of the year after', () => {
    expect(ends('2019-05-10', paused({ from: '2020-05-10', to: '2020-07-10' }), 2)).toEqual([
      '2020-05-10',
      '2021-07-10',
    ]);
    expect(ends('2019-05-10', paused({ from: '2020-05-09', to: '2020-07-09' }), 1)).toEqual(['2020-07-10']);
  });

  it('without end leaves the next anniversary open, not the one before it', () => {
    expect(ends('2019-05-10', paused({ from: '2020-08-01' }), 3)).toEqual(['2020-05-10', Infinity, Infinity]);
  });
});

describe('the end of a contract', () => {
  it('on an anniversary closes a whole year, before it a short one that brings none', () => {
    expect(ends('2019-05-10', { zone: 'UTC', end: '2021-05-10' }, 3)).toEqual(['2020-05-10', '2021-05-10', Infinity]);
    expect(ends('2019-05-10', { zone: 'UTC', end: '2021-05-09' }, 2)).toEqual(['2020-05-10', Infinity]);
  });

  it('counts from the shifted anniversary', () => {
    const calendar = { ...paused({ from: '2019-08-01', to: '2019-10-01' }), end: '2020-06-01' };
    expect(ends('2019-05-10', calendar, 1)).toEqual([Infinity]);
  });
});

describe('days left', () => {
  const left = (when: string, calendar: Calendar = UTC, start = '2019-05-10') =>
    daysLeft(yearAround(start, at(when), calendar), at(when), calendar);

  it('D1: 282 of 365 from 1 August 2024 to 10 May', () => {
    expect(left('2024-08-01 12:00')).toEqual({ days: 282, of: 365 });
  });

  it.each([
    ['2024-05-10', 365, 365],
    ['2025-05-09 23:59', 1, 365],
    ['2023-05-10', 366, 366],
    ['2024-02-29', 71, 366],
  ])('on %s: %i of %i', (when, days, of) => {
    expect(left(when)).toEqual({ days, of });
  });

  it('of a year from 28 to 29 February are 366', () => {
    expect(left('2023-02-28', UTC, '2020-02-29')).toEqual({ days: 366, of: 366 });
  });

  it('are those of the zone', () => {
    expect(left('2025-05-09 22:30', { zone: 'Europe/Zurich' }).days).toBe(365);
  });

  it('leave out a long pause that is to come, and keep a short one', () => {
    expect(left('2019-06-01', paused({ from: '2019-08-01', to: '2019-10-01' }))).toEqual({ days: 344, of: 366 });
    expect(left('2019-06-01', paused({ from: '2019-08-01', to: '2019-08-20' }))).toEqual({ days: 344, of: 366 });
    expect(left('2019-11-01', paused({ from: '2019-08-01', to: '2019-10-01' }))).toEqual({ days: 252, of: 366 });
  });

  it('end with the contract, or where a pause without end begins', () => {
    expect(left('2019-06-01', { zone: 'UTC', end: '2019-07-01' })).toEqual({ days: 30, of: 366 });
    expect(left('2019-06-01', paused({ from: '2019-06-11' }))).toEqual({ days: 10, of: 366 });
    expect(left('2019-08-01', { zone: 'UTC', end: '2019-07-01' })).toEqual({ days: 0, of: 366 });
    const twice = paused({ from: '2019-05-20', to: '2019-05-25' }, { from: '2019-06-21' });
    expect(left('2019-06-01', twice)).toEqual({ days: 20, of: 366 });
    expect(left('2019-06-01', { ...twice, end: '2019-06-05' })).toEqual({ days: 4, of: 366 });
  });
});

describe('laws of the calendar', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Zurich', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia');
  const dates = fc
    .integer({ min: 0, max: 4000 })
    .map((days) => Temporal.PlainDate.from('2015-01-01').add({ days }).toString());

  it('an anniversary is the midnight of the day and month of the start, or of 28 February', () => {
    fc.assert(
      fc.property(dates, zones, fc.integer({ min: 1, max: 12 }), (start, zone, years) => {
        const day = ends(start, { zone }, years).at(-1);
        const begun = Temporal.PlainDate.from(start);
        const found = Temporal.PlainDate.from(String(day));
        expect(found.year).toBe(begun.year + years);
        expect(found.month).toBe(begun.month);
        expect(begun.day - found.day).toBe(start.endsWith('02-29') && !found.inLeapYear ? 1 : 0);
      }),
    );
  });

  it('an instant lies in the year around it, and no more days are left than the year has', () => {
    fc.assert(
      fc.property(dates, zones, fc.integer({ min: 0, max: 3000 }), (start, zone, days) => {
        const calendar = { zone };
        const instant = contractYear(start, calendar).from + days * 86_400_000 + 12_345;
        const year = yearAround(start, instant, calendar);
        expect(year.from <= instant && instant < year.until).toBe(true);
        const left = daysLeft(year, instant, calendar);
        expect(left.days).toBeGreaterThan(0);
        expect(left.days).toBeLessThanOrEqual(left.of);
      }),
    );
  });
});
