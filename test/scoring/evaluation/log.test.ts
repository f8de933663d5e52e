import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DAY } from '@/lib/scoring/contact';
import { PERIOD_DAYS, panelOfLog, type LogEntry } from '@/lib/scoring/evaluation/log';

import { at } from '../given';

const WEEK_YEARS = 7 / 365.25;
const entry = (customer: string, when: string, organisation?: string): LogEntry => ({
  customer,
  at: at(when),
  ...(organisation !== undefined && { organisation }),
});

const LOG = [
  entry('b', '2026-03-12 12:00'),
  entry('a', '2026-03-02 18:00'),
  entry('a', '2026-03-20 00:00'),
  entry('a', '2026-03-04 06:00'),
  entry('a', '2026-03-09 00:00'),
];

describe('a log', () => {
  it('begins at 00:00 UTC of its first day, and ends with the period of its last contact', () => {
    const { customers, periodYears } = panelOfLog(LOG, 'week', Infinity);
    expect(periodYears).toBeCloseTo(WEEK_YEARS, 15);
    expect(customers.map(({ id, first, counts }) => ({ id, first, counts }))).toEqual([
      { id: 'b', first: 10.5 / 7, counts: [0, 0, 0] },
      { id: 'a', first: 0.75 / 7, counts: [1, 1, 1] },
    ]);
  });

  it('starts the clock at the first contact, which is not counted, and runs it to the end', () => {
    const [b, a] = panelOfLog(LOG, 'week', Infinity).customers;
    expect(a?.at).toEqual([2.25 / 7, 1, 18 / 7]);
    expect(a?.exposure.map((years) => years / WEEK_YEARS)).toEqual([expect.closeTo(6.25 / 7, 12), 1, 1]);
    expect(b?.at).toEqual([]);
    expect(b?.exposure.map((years) => years / WEEK_YEARS)).toEqual([0, expect.closeTo(3.5 / 7, 12), 1]);
  });

  it('counts the second of two at the same instant', () => {
    const [twice] = panelOfLog([entry('a', '2026-03-02'), entry('a', '2026-03-02')], 'day', Infinity).customers;
    expect(twice).toEqual({ id: 'a', first: 0, counts: [1], exposure: [1 / 365.25], at: [0] });
  });

  it('leaves out what comes from a period on, and who is first seen there', () => {
    const { customers } = panelOfLog(LOG, 'week', 1);
    expect(customers).toEqual([
      {
        id: 'a',
        first: 0.75 / 7,
        counts: [1],
        exposure: [expect.closeTo((6.25 / 7) * WEEK_YEARS, 15)],
        at: [2.25 / 7],
      },
    ]);
  });

  it('does not know who is first seen at the very instant that is left out', () => {
    const entries = [entry('a', '2026-03-02'), entry('b', '2026-03-09'), entry('b', '2026-03-10')];
    expect(panelOfLog(entries, 'week', 1).customers.map(({ id }) => id)).toEqual(['a']);
    expect(panelOfLog(entries, 'week', 2).customers.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('takes the organisation that was named last', () => {
    const entries = [
      entry('a', '2026-03-02', 'old'),
      entry('a', '2026-03-03', 'new'),
      entry('a', '2026-03-04'),
      entry('b', '2026-03-04'),
    ];
    const [a, b] = panelOfLog(entries, 'month', Infinity).customers;
    expect(a?.organisation).toBe('new');
    expect(b).not.toHaveProperty('organisation');
  });

  it.each([
    { period: 'day', days: 1 },
    { period: 'week', days: 7 },
    { period: 'month', days: 30.4375 },
    { period: 'year', days: 365.25 },
  ] as const)('has a $period of $days days', ({ period, days }) => {
    expect(PERIOD_DAYS[period]).toBe(days);
    const start = at('2026-03-02');
    const { customers, periodYears } = panelOfLog(
      [start, start + days * DAY - 1, start + days * DAY].map((instant) => ({ customer: 'a', at: instant })),
      period,
      Infinity,
    );
    expect(periodYears).toBe(days / 365.25);
    expect(customers[0]?.counts).toEqual([1, 1]);
  });

  it('is the same in any order, and loses nothing but first contacts', () => {
    const drawn = fc.array(
      fc.record({ customer: fc.constantFrom('a', 'b', 'c'), at: fc.integer({ min: 0, max: 90 * DAY }) }),
      {
        minLength: 1,
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(drawn, (entries) => {
        const byId = (log: readonly LogEntry[]) =>
          panelOfLog(log, 'week', Infinity).customers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(entries.toReversed())).toEqual(byId(entries));
        const counted = byId(entries)
          .flatMap(({ counts }) => counts)
          .reduce((sum, count) => sum + count, 0);
        expect(counted).toBe(entries.length - new Set(entries.map(({ customer }) => customer)).size);
      }),
    );
  });
});
