import { describe, expect, it } from 'vitest';

import { bandOf } from '@/lib/scoring/band';

describe('a band', () => {
  it('is the mean, and what four out of five lie between', () => {
    expect(bandOf([10, 0, 9, 1, 8, 2, 7, 3, 6, 4, 5])).toEqual({ mean: 5, low: 1, high: 9 });
  });

  it('lies between neighbours, linearly', () => {
    const { mean, low, high } = bandOf([0, 100, 300]);
    expect(mean).toBeCloseTo(400 / 3, 12);
    expect(low).toBeCloseTo(20, 12);
    expect(high).toBeCloseTo(260, 12);
  });

  it('of one figure is that figure', () => {
    expect(bandOf([-7])).toEqual({ mean: -7, low: -7, high: -7 });
  });
});
