import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { age, calendarMonth, count, date, money, month, onDay, percent, rate, shortDay } from '@/lib/text/formats';
import { wordsFor } from '@/lib/text/words';

import { at, clock, words } from './given';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const american = wordsFor('en-US');

describe('figures', () => {
  it.each([
    [0, '0'],
    [-2, '−2'],
    [1234, '1,234'],
    [2.345, '2.3'],
  ])('a count of %s is %s', (value, text) => {
    expect(count(words, value)).toBe(text);
  });

  it.each([
    [9.94, '9.9'],
    [9.95, '10'],
    [15.2, '15'],
    [0.04, '0'],
  ])('a rate of %s is %s: whole from 10', (value, text) => {
    expect(rate(words, value)).toBe(text);
  });

  it.each([
    [30, '30%'],
    [12.5, '12.5%'],
    [0, '0%'],
    [-5, '−5%'],
  ])('%s is %s', (value, text) => {
    expect(percent(words, value)).toBe(text);
  });

  it.each([
    [191_000, 'EUR', '€1,910'],
    [191_050, 'EUR', '€1,911'],
    [950, 'EUR', '€9.50'],
    [900, 'EUR', '€9'],
    [-23_000, 'EUR', '−€230'],
    [1910, 'JPY', 'JP¥1,910'],
    [0, 'EUR', '€0'],
  ])('%s minor units of %s are %s', (minor, currency, text) => {
    expect(money(words, minor, currency)).toBe(text);
  });

  it('never write a minus as a hyphen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: -1 }), (value) => {
        expect(money(words, value, 'EUR')).toMatch(/^−/);
        expect(count(words, value)).not.toContain('-');
      }),
    );
  });
});

describe('days', () => {
  it.each([
    ['2026-11-25', 'today'],
    ['2026-11-24', 'yesterday'],
    ['2026-11-26', 'tomorrow'],
    ['2026-11-23', 'on Monday'],
    ['2026-12-01', 'on Tuesday'],
    ['2026-12-02', 'on 2 Dec'],
    ['2026-11-18', 'on 18 Nov'],
    ['2027-05-10', 'on 10 May 2027'],
  ])('%s is %s', (day, phrase) => {
    expect(onDay(words, at(day), clock)).toBe(phrase);
  });

  it('are those of the zone, not of the clock', () => {
    const lateEvening = Date.parse('2026-11-25T23:30:00Z');
    expect(onDay(words, lateEvening, { now: clock.now, zone: 'Europe/Berlin' })).toBe('tomorrow');
    expect(onDay(words, lateEvening, { now: clock.now, zone: 'America/New_York' })).toBe('today');
  });

  it('are short where there is little room', () => {
    expect(shortDay(words, at('2026-11-30'), clock)).toBe('Mon');
    expect(shortDay(words, at('2026-12-10'), clock)).toBe('10 Dec');
  });

  it('are written as the country writes them', () => {
    expect(date(words, at('2026-05-10'), clock)).toBe('10 May');
    expect(date(american, at('2026-05-10'), clock)).toBe('May 10');
    expect(month(words, at('2025-05-10'), clock.zone)).toBe('May 2025');
    expect(calendarMonth(words, '2026-11', 'narrow')).toBe('N');
    expect(calendarMonth(words, '2026-11', 'long')).toBe('November 2026');
  });
});

describe('the age of a reading', () => {
  it.each([
    [0, 'just now'],
    [MINUTE - 1, 'just now'],
    [MINUTE, '1 minute ago'],
    [59 * MINUTE, '59 minutes ago'],
    [HOUR, '1 hour ago'],
    [47 * HOUR, '1 day ago'],
    [48 * HOUR, '2 days ago'],
    [-HOUR, 'just now'],
  ])('%s ms is %s', (past, phrase) => {
    expect(age(words, clock.now - past, clock.now)).toBe(phrase);
  });
});
