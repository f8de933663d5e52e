import { describe, expect, it } from 'vitest';

import { BASELINES } from '@/lib/scoring/evaluation/baselines';
import { MODELS } from '@/lib/scoring/evaluation/models';
import type { Panel, Prediction } from '@/lib/scoring/evaluation/panel';
import { smoothing } from '@/lib/scoring/evaluation/smoothing';
import { logLikelihood } from '@/lib/scoring/likelihood';

import { customerOf, panelOf } from './panel-of';

const predict = (name: string, panel: Panel, origin: number, horizon = 1): Record<string, Prediction> =>
  Object.fromEntries(BASELINES[name]?.(panel, origin, horizon) ?? []);
const meansOf = (name: string, panel: Panel, origin: number, horizon = 1): Record<string, number> =>
  Object.fromEntries(Object.entries(predict(name, panel, origin, horizon)).map(([id, { mean }]) => [id, mean]));

it('are named as they are printed, after the shipped core', () => {
  expect(Object.keys(MODELS)).toEqual([
    'shipped',
    'portfolioMean',
    'lastPeriod',
    'rawMean',
    'exponentialSmoothing',
    'gammaPoisson',
  ]);
});

const panel = panelOf(
  customerOf('a', [4, 2, 0, 0], { exposure: [1, 1, 0.5, 1] }),
  customerOf('b', [0, 1, 0, 0], { exposure: [2, 2, 1, 1] }),
  customerOf('c', [0, 0, 0, 0], { exposure: [1, 0, 1, 1] }),
);

describe('each by hand, at an origin of 2', () => {
  it('portfolio mean: 7 contacts in 7 years', () => {
    expect(meansOf('portfolioMean', panel, 2)).toEqual({ a: 0.5, b: 1, c: 1 });
    expect(meansOf('portfolioMean', panel, 2, 2)).toEqual({ a: 1.5, b: 2, c: 2 });
  });

  it('last period: as many as just before, for as long', () => {
    expect(meansOf('lastPeriod', panel, 2)).toEqual({ a: 1, b: 0.5, c: 0 });
    expect(meansOf('lastPeriod', panel, 2, 2)).toEqual({ a: (6 / 2) * 1.5, b: (1 / 4) * 2, c: 0 });
  });

  it('last period: no further back than the record', () => {
    expect(meansOf('lastPeriod', panel, 1, 2)).toEqual({ a: 4 * 1.5, b: 0, c: 0 });
  });

  it('raw mean: one’s own contacts by one’s own years', () => {
    expect(meansOf('rawMean', panel, 2)).toEqual({ a: 1.5, b: 0.25, c: 0 });
  });

  it('exponential smoothing: the older period fades', () => {
    const { weight } = smoothing(panel, 2);
    const left = 1 - weight;
    const means = meansOf('exponentialSmoothing', panel, 2);
    expect(means['a']).toBeCloseTo(((4 * left + 2) / (left + 1)) * 0.5, 12);
    expect(means['b']).toBeCloseTo(1 / (2 * left + 2), 12);
    expect(means['c']).toBe(0);
  });
});

describe('exponential smoothing chooses its weight from the past', () => {
  const stream = (...counts: readonly number[]): Panel => panelOf(customerOf('a', counts));

  it('a level that once moved is followed fast, one that swings is averaged', () => {
    expect(smoothing(stream(0, 0, 0, 9, 9, 9, 9, 9), 8).weight).toBe(0.9);
    expect(smoothing(stream(4, 6, 4, 6, 4, 6, 4, 6, 4, 6), 10).weight).toBe(0.1);
  });

  it('and from nothing after the origin', () => {
    expect(smoothing(stream(4, 6, 4, 6, 4, 90, 90, 90, 90), 5).weight).toBe(0.1);
  });

  it('weighs by exposure', () => {
    const { levelOf, weight } = smoothing(panel, 3);
    const [a] = panel.customers;
    const left = 1 - weight;
    const { n, e } = levelOf(a!);
    expect(n).toBeCloseTo(4 * left ** 2 + 2 * left, 12);
    expect(e).toBeCloseTo(left ** 2 + left + 0.5, 12);
  });
});

describe('in a log', () => {
  const hour = 1 / (7 * 24);
  const log: Panel = {
    periodYears: 1,
    customers: [customerOf('a', [0, 1], { first: 2 - hour, exposure: [0, hour, 1], at: [1.999] })],
  };

  it('who has been known for an hour is taken as known for a period', () => {
    for (const name of ['lastPeriod', 'rawMean', 'exponentialSmoothing']) {
      expect(meansOf(name, log, 2)).toEqual({ a: 1 });
    }
  });

  it('who has been known for longer is taken as known for just as long', () => {
    const older = panelOf(
      customerOf('a', [2, 3, 0], { first: 0.5, exposure: [0.5, 1, 1], at: [0.6, 0.7, 1.1, 1.2, 1.3] }),
    );
    expect(meansOf('rawMean', older, 2)['a']).toBeCloseTo(5 / 1.5, 12);
  });
});

describe('Gamma-Poisson', () => {
  const portfolio = panelOf(
    ...[0, 0, 0, 0, 1, 1, 2, 3, 8, 15].map((count, index) => customerOf(`c${index}`, [count, 0])),
  );
  const means = meansOf('gammaPoisson', portfolio, 1);
  const slope = (means['c9']! - means['c0']!) / 15;
  const alpha = means['c0']! / slope;
  const beta = 1 / slope - 1;

  it('is linear in the contacts: (alpha + n) / (beta + 1)', () => {
    expect(means['c8']).toBeCloseTo((alpha + 8) / (beta + 1), 10);
    expect(means['c6']).toBeCloseTo((alpha + 2) / (beta + 1), 10);
  });

  it('stands where no parameters nearby are likelier', () => {
    const histories = portfolio.customers.map(({ counts }) => ({ counts: counts.slice(0, 1), exposure: [1] }));
    const at = (a: number, b: number): number =>
      logLikelihood(histories, 1, { alpha: a, beta: b, phi: 1, halfLifeDays: Infinity });
    const best = at(alpha, beta);
    for (const factor of [0.9, 1.1]) {
      expect(at(alpha * factor, beta)).toBeLessThan(best);
      expect(at(alpha, beta * factor)).toBeLessThan(best);
    }
  });

  it('keeps the mean of the portfolio', () => {
    const sum = Object.values(means).reduce((total, mean) => total + mean, 0);
    expect(sum).toBeCloseTo(30, 2);
  });

  it('predicts for as long as the horizon is', () => {
    const longer = panelOf(...portfolio.customers.map((each) => ({ ...each, exposure: [1, 0.5, 1.5] })));
    expect(meansOf('gammaPoisson', longer, 1, 2)['c9']).toBeCloseTo(2 * means['c9']!, 8);
  });

  it('has a wider interval than Poisson', () => {
    const { low, high } = predict('gammaPoisson', portfolio, 1)['c9']!;
    expect(low).toBeLessThan(predict('rawMean', portfolio, 1)['c9']!.low);
    expect(high).toBeGreaterThan(predict('rawMean', portfolio, 1)['c9']!.high - 2);
  });
});

describe('the interval of a baseline is Poisson', () => {
  it.each([
    // P(0) = 0.9512 at 0.05129…; the 5 % and 95 % points of tables
    { mean: 0, low: 0, high: 0 },
    { mean: 0.05, low: 0, high: 0 },
    { mean: 0.06, low: 0, high: 1 },
    { mean: 1, low: 0, high: 3 },
    { mean: 5, low: 2, high: 9 },
    { mean: 10, low: 5, high: 15 },
    { mean: 100, low: 84, high: 117 },
  ])('of mean $mean: $low to $high', ({ mean, low, high }) => {
    const one = panelOf(customerOf('a', [mean, 0]));
    expect(predict('rawMean', one, 1)['a']).toEqual({ mean, low, high });
  });
});

it('every baseline predicts one customer alone, and a portfolio that never called', () => {
  for (const name of Object.keys(BASELINES)) {
    expect(meansOf(name, panelOf(customerOf('a', [2, 0])), 1)['a']).toBeGreaterThan(0);
    expect(meansOf(name, panelOf(customerOf('a', [0, 0]), customerOf('b', [0, 0])), 1)['a']).toBeCloseTo(0, 1);
  }
});
