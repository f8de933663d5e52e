import { describe, expect, it } from 'vitest';

import { panelOfCounts, type CountRow } from '../../../scripts/evaluate/count-panel.ts';

const row = (customer: string, period: number, count: number, exposure = 1): CountRow => ({
  customer,
  period,
  count,
  exposure,
});

describe('a panel of counts', () => {
  const rows = [row('b', 1986, 4), row('a', 1984, 1, 0.5), row('a', 1986, 2)];

  it('begins with the smallest period, and has holes where a period has no row', () => {
    expect(panelOfCounts(rows, 0.25, Infinity)).toEqual({
      periodYears: 0.25,
      customers: [
        { id: 'b', first: 2, counts: [0, 0, 4], exposure: [0, 0, 0.25] },
        { id: 'a', first: 0, counts: [1, 0, 2], exposure: [0.125, 0, 0.25] },
      ],
    });
  });

  it('ends before the period from which nothing is wanted', () => {
    expect(panelOfCounts(rows, 1, 2).customers).toEqual([{ id: 'a', first: 0, counts: [1], exposure: [0.5] }]);
  });

  it('takes the organisation that is named last', () => {
    const named = [
      { ...row('a', 0, 1), organisation: 'old' },
      { ...row('a', 1, 1), organisation: 'new' },
      row('a', 2, 1),
    ];
    expect(panelOfCounts(named, 1, Infinity).customers[0]?.organisation).toBe('new');
  });

  it('refuses two rows of the same customer and period', () => {
    expect(() => panelOfCounts([row('a', 1984, 1), row('a', 1984, 0)], 1, Infinity)).toThrow(
      'a has two rows of period 1984.',
    );
  });
});
