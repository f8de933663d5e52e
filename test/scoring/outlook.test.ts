import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Ladder, ARTICLE, SANE } from '@/lib/scoring/ladder';
import { MALAYSIA } from '@/lib/scoring/ladders/asia';
import { transientOf } from '@/lib/scoring/long-run';
import { dot } from '@/lib/scoring/matrix';
import { OUTLOOK, type OutlookCustomer, outlooksOf, type OutlookTerms } from '@/lib/scoring/outlook';
import { onEntry } from '@/lib/scoring/rung';

import { standingOn } from './policy-holder';

const customer = (id: string, more: Partial<OutlookCustomer> = {}): OutlookCustomer => ({
  id,
  posterior: { shape: 0.4, rate: 0.4 / 3 },
  feeMinor: 120_000,
  ...more,
});
const terms = (more: Partial<OutlookTerms> = {}): OutlookTerms => ({
  now: 0,
  seed: 1,
  ...OUTLOOK,
  proportions: { user_error: 1 },
  ...more,
});
const onRungs = (ladder: Ladder, ...rungs: number[]) => ({
  ladder,
  places: rungs.map((rung) => standingOn(ladder, rung)),
});
const quiet = { shape: 1, rate: 1e12 };

describe('the years to come', () => {
  it('of who never calls are known: a rung a year', () => {
    const [found] = outlooksOf([onRungs(ARTICLE, 1)], [customer('a', { posterior: quiet })], terms());
    const year = (minor: number) => ({ mean: minor, low: minor, high: minor });
    expect(found).toEqual({
      ladderId: 'article',
      seed: 1,
      draws: 200,
      byYear: [12_000, 24_000, 36_000, 48_000, 60_000].map(year),
      total: year(180_000),
      beyondFirst: year(0),
    });
  });

  it('begin with the running year and what it has brought', () => {
    const started = {
      ladder: ARTICLE,
      places: [{ ...standingOn(ARTICLE, 1), year: { from: 1, claims: 1, pending: 0, steps: 0 } }],
    };
    const [found] = outlooksOf([started], [customer('a', { posterior: quiet })], terms({ years: 2 }));
    expect(found?.byYear.map(({ mean }) => mean)).toEqual([12_000, 12_000]);
  });

  it('come on average as the chain says', () => {
    const certain = { shape: 2500, rate: 2500 / 0.3 };
    const many = Array.from({ length: 40 }, (_, index) => customer(`c${index}`, { posterior: certain, feeMinor: 100 }));
    const [found] = outlooksOf([onRungs(MALAYSIA, ...many.map(() => 0))], many, terms());
    const expected = transientOf(MALAYSIA, { user_error: 0.3 }, { years: 5 }).map((shares) =>
      dot(shares, MALAYSIA.discounts),
    );
    for (const [year, discount] of expected.entries()) {
      expect(Math.abs((found?.byYear[year]?.mean ?? 0) / 40 - discount)).toBeLessThan(0.8);
    }
  });

  it('come on average as the chain says where most contacts change nothing', () => {
    const { protection: _, ...bare } = SANE;
    const rates = { pending: 2, user_error: 0.5, unknown_crash: 0.2 };
    const certain = { shape: 2500, rate: 2500 / 2.7 };
    const many = Array.from({ length: 40 }, (__, index) =>
      customer(`c${index}`, { posterior: certain, feeMinor: 100 }),
    );
    const [found] = outlooksOf([onRungs(bare, ...many.map(() => 3))], many, terms({ proportions: rates }));
    const from = [0, 0, 0, 1, 0, 0];
    const expected = transientOf(bare, rates, { years: 5, from }).map((shares) => dot(shares, bare.discounts));
    for (const [year, discount] of expected.entries()) {
      expect(Math.abs((found?.byYear[year]?.mean ?? 0) / 40 - discount)).toBeLessThan(0.5);
    }
  });

  it('know when protection forgives again, and since when somebody stands on a rung', () => {
    const cost = (protection?: Ladder['protection']): number => {
      const ladder: Ladder = { ...ARTICLE, discounts: [0, 50], ...(protection && { protection }) };
      const often = { shape: 2500, rate: 2500 / 0.4 };
      const [found] = outlooksOf(
        [onRungs(ladder, 1)],
        [customer('a', { posterior: often })],
        terms({ proportions: { unknown_crash: 1 }, years: 12, now: 1e12 }),
      );
      return found?.total.mean ?? 0;
    };
    const protection = { fromRung: 1, maxClaims: 1, windowYears: 1 };
    const [none, held, rare, often] = [
      cost(),
      cost({ ...protection, heldYears: 4 }),
      cost({ ...protection, windowYears: 50 }),
      cost(protection),
    ];
    for (const [less, more] of [
      [none, rare],
      [rare, often],
      [held, often],
    ] as const)
      expect(more / less).toBeGreaterThan(1.05);
  });

  it('end a discount within the year, on the day of the fall', () => {
    const busy = { shape: 400, rate: 4 };
    const [found] = outlooksOf(
      [onRungs(ARTICLE, 5)],
      [customer('a', { posterior: busy, feeMinor: 10_000 })],
      terms({ proportions: { unknown_crash: 1 }, years: 1, draws: 400 }),
    );
    expect((found?.total.mean ?? 0) / (10_000 * 0.5)).toBeCloseTo(0.01, 2);
    expect(found?.total.mean).toBeGreaterThan(0);
  });

  it('lie within the band four times out of five', () => {
    const [found] = outlooksOf([onRungs(ARTICLE, 0)], [customer('a')], terms());
    const { mean, low, high } = found?.total ?? { mean: 0, low: 0, high: 0 };
    expect(low).toBeLessThan(mean);
    expect(mean).toBeLessThan(high);
    expect(high).toBeLessThanOrEqual(120_000);
  });

  it('are nobody’s who has not begun', () => {
    const [found] = outlooksOf([{ ladder: ARTICLE, places: [] }], [customer('a')], terms());
    expect(found?.total).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it('cost less than nothing under a surcharge', () => {
    const dear: Ladder = { ...ARTICLE, discounts: [-50, -40, -30, -20, -10, 0] };
    const [found] = outlooksOf([onRungs(dear, 0)], [customer('a', { posterior: quiet })], terms({ years: 1 }));
    expect(found?.total.mean).toBe(-60_000);
  });
});

describe('two ladders', () => {
  it('meet the same contacts: the same ladder twice differs by nothing', () => {
    const [one, other] = outlooksOf([onRungs(SANE, 2), onRungs(SANE, 2)], [customer('a')], terms());
    expect(other).toEqual(one);
    expect(other?.beyondFirst).toEqual({ mean: 0, low: 0, high: 0 });
  });

  it('are compared draw by draw', () => {
    const customers = [customer('a'), customer('b')];
    const [article, sane] = outlooksOf([onRungs(ARTICLE, 2, 2), onRungs(SANE, 2, 2)], customers, terms());
    expect(sane?.beyondFirst.mean).toBeCloseTo((sane?.total.mean ?? 0) - (article?.total.mean ?? 0), 6);
    expect(sane?.beyondFirst.mean).not.toBe(0);
    const [alone] = outlooksOf([onRungs(SANE, 2, 2)], customers, terms());
    expect(alone?.total).toEqual(sane?.total);
  });

  it('that gives twice as much costs twice as much, in every figure', () => {
    const generous: Ladder = { ...ARTICLE, discounts: ARTICLE.discounts.map((discount) => 2 * discount) };
    const [one, two] = outlooksOf([onRungs(ARTICLE, 1), onRungs(generous, 1)], [customer('a')], terms());
    for (const figure of ['mean', 'low', 'high'] as const) {
      expect(two?.total[figure]).toBeCloseTo(2 * (one?.total[figure] ?? NaN), 6);
      expect(two?.beyondFirst[figure]).toBeCloseTo(one?.total[figure] ?? NaN, 6);
    }
  });
});

describe('laws', () => {
  it('the same seed gives the same, and the order of customers changes nothing', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const few = terms({ seed, draws: 20 });
        const [there] = outlooksOf([onRungs(ARTICLE, 0, 3)], [customer('a'), customer('b')], few);
        const [back] = outlooksOf([onRungs(ARTICLE, 3, 0)], [customer('b'), customer('a')], few);
        expect(back?.total.mean).toBeCloseTo(there?.total.mean ?? NaN, 6);
        expect(outlooksOf([onRungs(ARTICLE, 0, 3)], [customer('a'), customer('b')], few)).toEqual([there]);
      }),
      { numRuns: 20 },
    );
  });

  it('one customer more costs what that one costs', () => {
    const both = outlooksOf([onRungs(ARTICLE, 0, 3)], [customer('a'), customer('b')], terms())[0];
    const [a, b] = ['a', 'b'].map(
      (id, index) => outlooksOf([onRungs(ARTICLE, [0, 3][index] ?? 0)], [customer(id)], terms())[0],
    );
    expect(both?.total.mean).toBeCloseTo((a?.total.mean ?? 0) + (b?.total.mean ?? 0), 6);
  });

  it('never costs more than the best rung every year', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(5), fc.integer({ min: 1, max: 7 }), (seed, rung, years) => {
        const [found] = outlooksOf([onRungs(SANE, rung)], [customer('a')], terms({ seed, years, draws: 20 }));
        expect(found?.byYear).toHaveLength(years);
        for (const { low, high } of found?.byYear ?? []) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(60_000 + 1e-6);
        }
      }),
      { numRuns: 30 },
    );
  });
});

it('an outlook begins on the entry as on any rung', () => {
  const [found] = outlooksOf(
    [{ ladder: ARTICLE, places: [onEntry(ARTICLE, 0)] }],
    [customer('a', { posterior: quiet })],
    terms({ years: 1 }),
  );
  expect(found?.total.mean).toBe(0);
});
