import { describe, expect, it } from 'vitest';

import type { History } from '../../../scripts/evaluate/history.ts';
import type { Options } from '../../../scripts/evaluate/options.ts';
import { resultOf } from '../../../scripts/evaluate/result.ts';
import { tableOfFigures } from '../../../scripts/evaluate/table-of-figures.ts';

const options = (more: Partial<Options> = {}): Options => ({
  files: [],
  period: 'year',
  origins: [1, 2],
  horizon: 1,
  json: true,
  joined: false,
  ...more,
});

const counts = (table: Readonly<Record<string, readonly number[]>>): History => ({
  entries: [],
  rows: Object.entries(table).flatMap(([customer, each]) =>
    each.map((count, period) => ({ customer, period, count, exposure: 1 })),
  ),
  notes: [],
});

const log = (...entries: readonly (readonly [customer: string, date: string])[]): History => ({
  entries: entries.map(([customer, date]) => ({ customer, at: Date.parse(`${date}T12:00Z`) })),
  rows: [],
  notes: [],
});

describe('a result', () => {
  it('has the figures of every model by hand', () => {
    // at 1: predicted a 4, b 0, came 2 and 1; at 2: predicted a 2, b 1, came 0 and 1
    const { customers, contacts, models } = resultOf(counts({ a: [4, 2, 0], b: [0, 1, 1] }), options());
    expect({ customers, contacts }).toEqual({ customers: 2, contacts: 8 });
    expect(Object.keys(models)[0]).toBe('shipped');
    expect(models['lastPeriod']).toEqual({
      deviance: expect.closeTo((2 * (2 * Math.log(0.5) + 2) + 2 * (Math.log(1 / 0.02) - 0.98) + 2 * 2 + 0) / 4, 12),
      gini: 0,
      auc: 0.5,
      predictedOverActual: 7 / 4,
      coverage: 3 / 4,
    });
  });

  it('leaves out who is not in the predicted period, and counts it among the customers', () => {
    const history = counts({ a: [4, 2], b: [3] });
    const { customers, models } = resultOf(history, options({ origins: [1] }));
    expect(customers).toBe(2);
    expect(models['rawMean']?.predictedOverActual).toBe(2);
    expect(history.notes).toEqual([]);
  });

  it('counts every contact of a log, the first ones too, and predicts the others', () => {
    const history = log(['a', '2024-01-01'], ['b', '2024-01-02'], ['a', '2024-06-01'], ['a', '2025-06-01']);
    const { customers, contacts, models } = resultOf(history, options({ origins: [1] }));
    expect({ customers, contacts }).toEqual({ customers: 2, contacts: 4 });
    expect(models['lastPeriod']?.predictedOverActual).toBe(1);
  });

  it('says which origins lie beyond the record, and where it ends within the horizon', () => {
    const history = counts({ a: [4, 2, 1], b: [0, 1, 1] });
    const { models } = resultOf(history, options({ origins: [1, 2, 3], horizon: 2 }));
    expect(history.notes).toEqual([
      'the record ends before the 2 periods after origin 2 do: what is there of them is predicted.',
      'origin 3 is left out: nobody is known before it and seen after it.',
    ]);
    // at 1 twice the last, at 2 once
    expect(models['lastPeriod']?.predictedOverActual).toBe((8 + 0 + 3 + 0.5) / (3 + 2 + 1 + 1));
  });

  it.each([
    {
      name: 'no origin can tell',
      history: counts({ a: [1, 2] }),
      more: { origins: [2, 3] },
      why: 'no origin has customers known',
    },
    {
      name: 'there is too much to hold',
      history: counts({ a: [1, 2], b: [1, 2] }),
      more: { origins: [30_000_000] },
      why: '2 customers in 30000001 periods are too many: choose a longer --period or earlier --origins.',
    },
    {
      name: 'contacts are joined with counts',
      history: { ...counts({ a: [1, 2] }), entries: log(['a', '2024-01-01']).entries },
      more: {},
      why: 'some files hold contacts and some hold counts',
    },
  ])('is refused where $name', ({ history, more, why }) => {
    expect(() => resultOf(history, options(more))).toThrow(why);
  });

  it('of one customer alone leaves open what cannot be told', () => {
    const { models } = resultOf(counts({ a: [4, 2, 1] }), options());
    expect(models['shipped']?.gini).toBeNaN();
    expect(models['shipped']?.deviance).toBeGreaterThan(0);
    expect(tableOfFigures({ customers: 1, contacts: 7, models })).toMatch(/shipped core +\d+\.\d{3} +– +– /);
  });
});

it('is shown as a table, a model a line', () => {
  const figures = { deviance: 1.23456, gini: 0.5, auc: NaN, predictedOverActual: Infinity, coverage: 1 };
  const lines = tableOfFigures({ customers: 2, contacts: 8, models: { rawMean: figures, other: figures } }).split('\n');
  expect(lines[0]).toBe('2 customers, 8 contacts');
  expect(lines[1]?.split(/ {2,}/)).toEqual(['model', 'deviance', 'Gini', 'AUC', 'pred/actual', 'coverage']);
  expect(lines[2]?.split(/ {2,}/)).toEqual(['raw mean', '1.235', '0.500', '–', '–', '1.000']);
  expect(lines[3]?.startsWith('other ')).toBe(true);
  expect(new Set(lines.slice(1).map(({ length }) => length)).size).toBe(1);
});
