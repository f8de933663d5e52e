import { describe, expect, it } from 'vitest';

import { backtest } from '@/lib/scoring/evaluation/backtest';
import { asKnownAt, predictedAt, type Panel, type Predictor } from '@/lib/scoring/evaluation/panel';

import { customerOf, panelOf } from './panel-of';

const constant =
  (mean: number): Predictor =>
  ({ customers }) =>
    new Map(customers.map(({ id }) => [id, { mean, low: 1, high: 4 }]));

const panel = panelOf(
  customerOf('a', [1, 2, 3, 4]),
  customerOf('b', [0, 1, 0, 1]),
  customerOf('new', [0, 0, 5, 5], { first: 2, exposure: [0, 0, 1, 1] }),
  customerOf('gone', [2, 2, 0, 0], { exposure: [1, 1, 0, 0] }),
);

describe('who is predicted', () => {
  const at = (origin: number, horizon = 1, from = panel): string[] =>
    predictedAt(from, origin, horizon).map(({ id }) => id);

  it('is everybody who was seen before and is there after', () => {
    expect(at(1)).toEqual(['a', 'b', 'gone']);
    expect(at(2)).toEqual(['a', 'b']);
    expect(at(3)).toEqual(['a', 'b', 'new']);
    expect(at(4)).toEqual([]);
  });

  it('is there if any period of the horizon sees it', () => {
    expect(at(1, 3)).toEqual(['a', 'b', 'gone']);
    expect(at(2, 9)).toEqual(['a', 'b']);
  });

  it('was not known before its clock started, nor without exposure', () => {
    const started = panelOf(
      customerOf('late', [0, 1, 1], { first: 1 }),
      customerOf('unseen', [0, 1], { exposure: [0, 1] }),
    );
    expect(at(1, 1, started)).toEqual([]);
    expect(at(2, 1, started)).toEqual(['late']);
  });
});

describe('what a predictor is given', () => {
  it('ends at the origin, but for the exposure of the horizon', () => {
    const log = panelOf(customerOf('a', [1, 2, 3, 4], { organisation: 'o', at: [0.5, 1.2, 1.9, 2, 2.5, 3.5] }));
    expect(asKnownAt(log, 2, 1)).toEqual({
      periodYears: 1,
      customers: [{ id: 'a', organisation: 'o', first: 0, exposure: [1, 1, 1], counts: [1, 2], at: [0.5, 1.2, 1.9] }],
    });
  });

  it('keeps who is not there any more, since they tell of the portfolio, and has nobody who came later', () => {
    expect(asKnownAt(panel, 2, 1).customers.map(({ id }) => id)).toEqual(['a', 'b', 'gone']);
    expect(asKnownAt(panel, 2, 1).customers[0]).not.toHaveProperty('at');
  });

  it('is the same whatever comes after', () => {
    const seen: Panel[] = [];
    const spy: Predictor = (given, origin, horizon) => {
      seen.push(given);
      return constant(1)(given, origin, horizon);
    };
    const other = {
      ...panel,
      customers: panel.customers.map((each) => ({ ...each, counts: [...each.counts.slice(0, 2), 9, 9] })),
    };
    backtest(panel, [2], 1, { spy });
    backtest(other, [2], 1, { spy });
    expect(seen[1]).toEqual(seen[0]);
  });
});

describe('a backtest', () => {
  it('sums the horizon, at every origin, over everybody who is predicted', () => {
    const { one } = backtest(panel, [1, 2], 2, { one: constant(2) });
    // origin 1: a 5, b 1, gone 2; origin 2: a 7, b 1
    expect(one?.predictedOverActual).toBe((5 * 2) / (5 + 1 + 2 + 7 + 1));
    expect(one?.coverage).toBe(3 / 5);
    expect(one?.gini).toBe(0);
    expect(one?.auc).toBe(0.5);
  });

  it('holds every predictor against the same', () => {
    const figures = backtest(panel, [2], 1, { low: constant(1), high: constant(3) });
    expect(Object.keys(figures)).toEqual(['low', 'high']);
    expect(figures['low']?.predictedOverActual).toBe(2 / 3);
    expect(figures['high']?.predictedOverActual).toBe(6 / 3);
  });

  it('tells of a predictor that forgets somebody', () => {
    expect(() => backtest(panel, [2], 1, { lazy: () => new Map() })).toThrow('lazy predicts nothing for a at 2');
  });
});
