import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { common, dayAt, dayNumber, daysIn, merged, type Span, without } from '@/lib/scoring/day-number';

import { at } from './given';

describe('a local day', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['1970-02-01', 31],
    ['2024-02-29', 19_782],
  ])('%s is day %d', (date, day) => {
    expect(dayNumber(date)).toBe(day);
  });

  it('of an instant is that of the zone', () => {
    expect(dayAt(at('2026-03-28 23:30'), 'UTC')).toBe(dayNumber('2026-03-28'));
    expect(dayAt(at('2026-03-28 23:30'), 'Europe/Zurich')).toBe(dayNumber('2026-03-29'));
    expect(dayAt(at('2026-03-28 03:30'), 'America/New_York')).toBe(dayNumber('2026-03-27'));
  });
});

describe('spans', () => {
  it.each<[Span, Span, number]>([
    [{ from: 0, to: 10 }, { from: 5, to: 20 }, 5],
    [{ from: 5, to: 20 }, { from: 0, to: 10 }, 5],
    [{ from: 0, to: 10 }, { from: 10, to: 20 }, 0],
    [{ from: 0, to: 10 }, { from: 12, to: 20 }, 0],
    [{ from: 0, to: 10 }, { from: 2, to: 3 }, 1],
    [{ from: 0, to: Infinity }, { from: 2, to: 7 }, 5],
  ])('%o and %o have %d days in common', (a, b, days) => {
    expect(common(a, b)).toBe(days);
  });

  it('are joined where they touch', () => {
    const one = { from: 0, to: 5 };
    expect(merged([{ from: 5, to: 8 }, one])).toEqual([{ from: 0, to: 8 }]);
    expect(merged([one, { from: 6, to: 8 }])).toEqual([one, { from: 6, to: 8 }]);
    expect(merged([one, { from: 1, to: 2 }])).toEqual([one]);
    expect(
      merged([
        { from: 3, to: 3 },
        { from: 9, to: 7 },
      ]),
    ).toEqual([]);
  });

  it('lose what is cut out', () => {
    const whole = { from: 0, to: 20 };
    expect(without(whole, [])).toEqual([whole]);
    expect(
      without(whole, [
        { from: 5, to: 8 },
        { from: 12, to: 30 },
      ]),
    ).toEqual([
      { from: 0, to: 5 },
      { from: 8, to: 12 },
    ]);
    expect(without(whole, [{ from: -5, to: 1 }])).toEqual([{ from: 1, to: 20 }]);
    expect(without(whole, [{ from: 25, to: Infinity }])).toEqual([whole]);
    expect(without(whole, [{ from: 0, to: 20 }])).toEqual([]);
  });

  it('cut apart have each day once', () => {
    const spans = fc.array(
      fc.tuple(fc.integer({ min: -20, max: 60 }), fc.nat(20)).map(([from, days]) => ({ from, to: from + days })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(spans, (gaps) => {
        const whole = { from: 0, to: 40 };
        const isOut = (day: number) => gaps.some(({ from, to }) => from <= day && day < to);
        const left = Array.from({ length: 40 }, (_, day) => day).filter((day) => !isOut(day));
        expect(daysIn(without(whole, gaps), whole)).toBe(left.length);
        expect(daysIn(merged(gaps), whole)).toBe(40 - left.length);
      }),
    );
  });
});
