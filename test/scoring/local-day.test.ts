import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dateOf, localDay } from '@/lib/scoring/local-day';
import { localDate } from '@/lib/scoring/policy-year';

import { at } from './given';

const ZONES = [
  'UTC',
  'Europe/Vienna',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
];

describe('the local day of an instant', () => {
  it.each([
    { zone: 'UTC', instant: '2026-11-25 23:59', day: '2026-11-25' },
    { zone: 'UTC', instant: '2026-11-26', day: '2026-11-26' },
    { zone: 'Europe/Vienna', instant: '2026-11-25 22:59', day: '2026-11-25' },
    { zone: 'Europe/Vienna', instant: '2026-11-25 23:00', day: '2026-11-26' },
    { zone: 'America/New_York', instant: '2026-11-25 04:59', day: '2026-11-24' },
    { zone: 'America/New_York', instant: '2026-11-25 05:00', day: '2026-11-25' },
    { zone: 'Europe/Vienna', instant: '2026-03-29 21:59', day: '2026-03-29' },
    { zone: 'Europe/Vienna', instant: '2026-03-29 22:00', day: '2026-03-30' },
    { zone: 'Europe/Vienna', instant: '2026-10-25 22:59', day: '2026-10-25' },
    { zone: 'Europe/Vienna', instant: '1969-12-31 23:00', day: '1970-01-01' },
  ])('$instant UTC is $day in $zone', ({ zone, instant, day }) => {
    expect(localDay(at(instant), zone)).toBe(day);
  });

  it('has no 30 December 2011 in Samoa', () => {
    expect(localDay(at('2011-12-30 09:59'), 'Pacific/Apia')).toBe('2011-12-29');
    expect(localDay(at('2011-12-30 10:00'), 'Pacific/Apia')).toBe('2011-12-31');
  });

  it('comes back for an hour where clocks were put back just after midnight', () => {
    const days = ['02:29', '02:30', '02:31', '03:29', '03:30'].map((time) =>
      localDay(at(`2010-11-07 ${time}`), 'America/St_Johns'),
    );
    expect(days).toEqual(['2010-11-06', '2010-11-07', '2010-11-06', '2010-11-06', '2010-11-07']);
  });

  it('is what Temporal says, asked once or twice', () => {
    const instants = fc.integer({ min: at('1975-01-01'), max: at('2060-01-01') });
    fc.assert(
      fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
        const day = localDate(instant, zone).toString();
        expect([localDay(instant, zone), localDay(instant, zone)]).toEqual([day, day]);
      }),
    );
  });
});

it('names the days before and after 1970', () => {
  expect([-1, 0, 59, 20_782].map(dateOf)).toEqual(['1969-12-31', '1970-01-01', '1970-03-01', '2026-11-25']);
});
