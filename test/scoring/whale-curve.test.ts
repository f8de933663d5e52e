import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decilesOf } from '@/lib/scoring/deciles';
import { type CustomerMargin, whaleCurve } from '@/lib/scoring/whale-curve';

const margins = (figures: readonly number[]): CustomerMargin[] =>
  figures.map((minor, index) => ({ id: String.fromCodePoint(97 + index), minor }));

describe('the whale curve', () => {
  it('W1: the best half earns 210 %, the rest gives back 110', () => {
    const curve = whaleCurve(margins([50, 500, -400, 300, 0, 200, -100, -50]));
    expect(curve.cumulativeMinor).toEqual([500, 800, 1000, 1050, 1050, 1000, 900, 500]);
    expect(curve.ids).toEqual(['b', 'd', 'f', 'a', 'e', 'h', 'g', 'c']);
    expect(curve.totalMinor).toBe(500);
    expect(curve.peak).toEqual({ customers: 4, share: 0.5, minor: 1050, percent: 210 });
  });

  it('W2: where there is no profit there are no percentages', () => {
    const curve = whaleCurve(margins([10, -20]));
    expect(curve).toEqual({
      ids: ['a', 'b'],
      cumulativeMinor: [10, -10],
      totalMinor: -10,
      peak: { customers: 1, share: 0.5, minor: 10 },
    });
  });

  it.each<[string, readonly number[], object]>([
    ['of nobody', [], { customers: 0, share: 0, minor: 0 }],
    ['of losses only, before the first', [-1, -2], { customers: 0, share: 0, minor: 0 }],
    ['of nothing', [0, 0], { customers: 0, share: 0, minor: 0 }],
    ['of gains that losses eat up', [5, -5], { customers: 1, share: 0.5, minor: 5 }],
    ['of one', [7], { customers: 1, share: 1, minor: 7, percent: 100 }],
  ])('peaks: %s', (_, figures, peak) => {
    expect(whaleCurve(margins(figures)).peak).toEqual(peak);
  });

  it('puts equal margins in the order of their ids', () => {
    const tied = ['c', 'a', 'b'].map((id) => ({ id, minor: 1 }));
    expect(whaleCurve(tied).ids).toEqual(['a', 'b', 'c']);
  });

  it('laws: it ends at the total, peaks at the sum of all gains, and bends one way', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (figures) => {
        const { cumulativeMinor, totalMinor, peak } = whaleCurve(margins(figures));
        const sumOf = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0);
        const gains = figures.filter((one) => one > 0);
        const steps = cumulativeMinor.map((sum, index) => sum - (cumulativeMinor[index - 1] ?? 0));
        expect(cumulativeMinor.at(-1)).toBe(sumOf(figures));
        expect(totalMinor).toBe(sumOf(figures));
        expect(peak).toMatchObject({ minor: sumOf(gains), customers: gains.length });
        expect(steps).toEqual(steps.toSorted((a, b) => b - a));
        expect('percent' in peak).toBe(totalMinor > 0);
      }),
    );
  });
});

describe('deciles', () => {
  const ranked = (count: number): CustomerMargin[] =>
    Array.from({ length: count }, (_, index) => ({ id: `c${String(index).padStart(3, '0')}`, minor: index * 10 }));

  it('are none among fewer than twenty', () => {
    expect(decilesOf(ranked(19))).toBeUndefined();
    expect(decilesOf([])).toBeUndefined();
  });

  it('of twenty have two each, 1 the worst', () => {
    const deciles = decilesOf(ranked(20));
    expect([0, 1, 2, 9, 10, 18, 19].map((index) => deciles?.get(`c${String(index).padStart(3, '0')}`))).toEqual([
      1, 1, 2, 5, 6, 10, 10,
    ]);
  });

  it('of equal margins go by id, as in the curve', () => {
    const tied = ranked(20).map(({ id }) => ({ id, minor: 5 }));
    expect(decilesOf(tied)?.get('c000')).toBe(10);
    expect(decilesOf(tied)?.get('c019')).toBe(1);
  });

  it('law: nearly equal in size, and never better for a worse margin', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 20, maxLength: 120 }), (figures) => {
        const all = figures.map((minor, index) => ({ id: `c${index}`, minor }));
        const deciles = decilesOf(all) ?? new Map<string, number>();
        const sizes = Array.from(
          { length: 10 },
          (_, index) => [...deciles.values()].filter((one) => one === index + 1).length,
        );
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        const inOrder = all.toSorted((a, b) => a.minor - b.minor);
        const places = inOrder.map(({ id }) => deciles.get(id));
        const isWorse = inOrder.map(({ minor }, index) => minor > (inOrder[index - 1]?.minor ?? Infinity));
        expect(places.filter((place, index) => isWorse[index] && place! < (places[index - 1] ?? 0))).toEqual([]);
      }),
    );
  });
});
