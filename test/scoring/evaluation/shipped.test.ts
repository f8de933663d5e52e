import { describe, expect, it } from 'vitest';

import { asKnownAt, type Panel, type PanelCustomer, type Prediction } from '@/lib/scoring/evaluation/panel';
import { foreseen, shipped } from '@/lib/scoring/evaluation/shipped';
import { countQuantile } from '@/lib/scoring/predictive';

const MONTH_YEARS = 30.4375 / 365.25;

/** Customer k makes as many contacts in each period as `of` says. */
const panelOf = (customers: number, periods: number, of: (k: number, period: number) => number): Panel => ({
  periodYears: 1,
  customers: Array.from({ length: customers }, (_, k) => ({
    id: `c${k}`,
    first: 0,
    exposure: Array.from({ length: periods }, () => 1),
    counts: Array.from({ length: periods }, (_period, period) => of(k, period)),
  })),
});

const meanOf = (predictions: ReadonlyMap<string, Prediction>, id: string): number =>
  predictions.get(id)?.mean ?? Number.NaN;
const totalOf = (predictions: ReadonlyMap<string, Prediction>): number =>
  [...predictions.values()].reduce((sum, { mean }) => sum + mean, 0);

/** A third call never, a third twice and a third six times a year, now and then one more. */
const mixed = (k: number, period: number): number => ([0, 2, 6][k % 3] ?? 0) + Number((k + period) % 7 === 0);

describe('on a panel', () => {
  const panel = asKnownAt(panelOf(150, 6, mixed), 5, 1);
  const predictions = shipped(panel, 5, 1);

  it('everybody is predicted', () => {
    expect([...predictions.keys()]).toEqual(panel.customers.map(({ id }) => id));
  });

  it('who called more is expected to, and the sum is that of the years before', () => {
    expect(meanOf(predictions, 'c3')).toBeLessThan(0.5);
    expect(meanOf(predictions, 'c4')).toBeGreaterThan(1.5);
    expect(meanOf(predictions, 'c4')).toBeLessThan(2.7);
    expect(meanOf(predictions, 'c5')).toBeGreaterThan(5);
    expect(Math.abs(totalOf(predictions) / (150 * (8 / 3 + 1 / 7)) - 1)).toBeLessThan(0.05);
  });

  it('the interval is that of the distribution', () => {
    const predictive = foreseen(panel, 5, 1).get('c5');
    expect(predictive).toBeDefined();
    if (!predictive) return;
    expect(predictions.get('c5')).toEqual({
      mean: predictive.mean,
      low: countQuantile(predictive, 0.05),
      high: countQuantile(predictive, 0.95),
    });
  });

  it('exposure ahead counts by its length, and none foresees nothing', () => {
    const changed = panel.customers.map((customer): PanelCustomer => {
      const ahead = { c3: 0, c4: 0.5 }[customer.id] ?? 1;
      return { ...customer, exposure: [...customer.exposure.slice(0, 5), ahead] };
    });
    const other = shipped({ ...panel, customers: changed }, 5, 1);
    expect(other.get('c3')).toEqual({ mean: 0, low: 0, high: 0 });
    expect(meanOf(other, 'c4')).toBeCloseTo(meanOf(predictions, 'c4') / 2, 9);
    expect(meanOf(other, 'c5')).toBeCloseTo(meanOf(predictions, 'c5'), 9);
  });

  it('contacts weigh by the exposure in which they came', () => {
    const half = panel.customers.map((customer): PanelCustomer =>
      customer.id === 'c4' ? { ...customer, exposure: [0.5, 0.5, 0.5, 0.5, 0.5, 1] } : customer,
    );
    const other = shipped({ ...panel, customers: half }, 5, 1);
    expect(meanOf(other, 'c4')).toBeGreaterThan(1.5 * meanOf(predictions, 'c4'));
  });

  it('a horizon of two years is twice that of one', () => {
    const two = shipped(asKnownAt(panelOf(150, 6, mixed), 4, 2), 4, 2);
    const one = shipped(asKnownAt(panelOf(150, 6, mixed), 4, 1), 4, 1);
    for (const id of ['c3', 'c4', 'c5']) expect(meanOf(two, id)).toBeCloseTo(2 * meanOf(one, id), 9);
  });

  it('a year in which everybody called twice as often moves nobody past another', () => {
    const busy = panelOf(150, 5, (k, period) => mixed(k, period) * (period === 1 ? 2 : 1));
    const newcomer = { id: 'new', first: 1, exposure: [0, 1, 1, 1, 1, 1], counts: [0, 4, 2, 2, 2] };
    const panelWith = { periodYears: 1, customers: [...busy.customers, newcomer] };
    const known = {
      ...panelWith,
      customers: panelWith.customers.map((c) => ({ ...c, exposure: [...c.exposure, 1].slice(-6) })),
    };
    const found = shipped(known, 5, 1);
    expect(meanOf(found, 'new')).toBeGreaterThan(1.5);
    expect(meanOf(found, 'new')).toBeLessThan(2.7);
  });

  it('the level is that of the last year', () => {
    const falling = panelOf(150, 5, (k, period) =>
      period === 3 ? Math.floor(mixed(k, period) / 2) : mixed(k, period),
    );
    const found = totalOf(shipped(asKnownAt(falling, 4, 1), 4, 1));
    expect(found).toBeLessThan(0.65 * totalOf(predictions));
  });
});

describe('on few customers', () => {
  it('the cold start speaks: one of twenty is not lost', () => {
    const found = shipped(asKnownAt(panelOf(20, 4, mixed), 3, 1), 3, 1);
    expect(meanOf(found, 'c3')).toBeLessThan(1);
    expect(meanOf(found, 'c5')).toBeGreaterThan(4);
  });

  it('nobody is nobody', () => {
    expect(shipped({ periodYears: 1, customers: [] }, 4, 2).size).toBe(0);
  });
});

describe('on a log', () => {
  /** Customer k comes in month k/50 and calls every (1 + k mod 4) half months; from month 8 on half as often. */
  const customers = Array.from({ length: 200 }, (_, k): PanelCustomer => {
    const first = k / 50;
    const every = 0.5 * (1 + (k % 4));
    const at: number[] = [];
    for (let instant = first + every; instant < 12; instant += instant < 8 ? every : 2 * every) at.push(instant);
    return {
      id: `c${k}`,
      organisation: `o${k % 4}-${Math.floor(k / 4) % 6}`,
      first,
      exposure: Array.from(
        { length: 12 },
        (_month, month) => Math.min(1, Math.max(0, month + 1 - first)) * MONTH_YEARS,
      ),
      counts: Array.from({ length: 12 }, (_month, month) => at.filter((each) => Math.floor(each) === month).length),
      at,
    };
  });
  const log = { periodYears: MONTH_YEARS, customers };
  const actual = (origin: number): number =>
    customers.reduce((sum, { at = [] }) => sum + at.filter((each) => each >= origin && each < origin + 1).length, 0);

  it('the sum is right in quiet times', () => {
    const found = totalOf(shipped(asKnownAt(log, 7, 1), 7, 1));
    expect(Math.abs(found / actual(7) - 1)).toBeLessThan(0.12);
  });

  it('and three months after volume fell by half', () => {
    const [before, after] = [8, 11].map((origin) => totalOf(shipped(asKnownAt(log, origin, 1), origin, 1)));
    expect((after ?? 0) / (before ?? 1)).toBeGreaterThan(0.45);
    expect((after ?? 0) / (before ?? 1)).toBeLessThan(0.6);
  });

  it('who calls four times as often is expected to', () => {
    const found = shipped(asKnownAt(log, 7, 1), 7, 1);
    expect(meanOf(found, 'c0') / meanOf(found, 'c3')).toBeGreaterThan(2.5);
  });

  it('a newcomer is judged by the organisation', () => {
    const newcomers = ['o0-1', 'o3-1'].map((organisation): PanelCustomer => ({
      id: organisation,
      organisation,
      first: 6.9,
      exposure: [0, 0, 0, 0, 0, 0, 0.1 * MONTH_YEARS, MONTH_YEARS],
      counts: [0, 0, 0, 0, 0, 0, 0],
      at: [],
    }));
    const known = asKnownAt(log, 7, 1);
    const found = shipped({ ...known, customers: [...known.customers, ...newcomers] }, 7, 1);
    expect(meanOf(found, 'o0-1') / meanOf(found, 'o3-1')).toBeGreaterThan(2);
  });
});
