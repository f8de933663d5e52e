import { describe, expect, it } from 'vitest';

import { rechargeMinor, rechargeOf } from '@/lib/scoring/recharge';

import { at } from './given';

describe('the recharge', () => {
  const d1 = rechargeOf(
    { discounts: [0, 10, 20, 30, 40, 50], from: 5, to: 0, at: at('2024-08-01 12:00') },
    '2019-05-10',
    { zone: 'UTC' },
  );

  it('D1: fee × 50 % × 282/365', () => {
    expect(d1).toEqual({ points: 50, days: 282, of: 365 });
    expect(rechargeMinor(120_000, d1)).toBe(46_356);
    expect((120_000 * 0.5 * 282) / 365).toBeCloseTo(46_356.164, 3);
  });

  it.each([
    [1, { points: 50, days: 365, of: 365 }, 0],
    [3, { points: 50, days: 365, of: 365 }, 2],
    [5, { points: 50, days: 365, of: 365 }, 2],
    [10_000, { points: 38.33, days: 73, of: 365 }, 767],
    [10_000, { points: 38.33, days: 366, of: 366 }, 3833],
    [0, { points: 50, days: 1, of: 365 }, 0],
    [999_999_999_999, { points: 50, days: 364, of: 365 }, 498_630_136_986],
  ])('of a fee of %i and %o is %i', (fee, recharge, minor) => {
    expect(rechargeMinor(fee, recharge)).toBe(minor);
  });

  it('is the difference of two rungs, surcharges too', () => {
    const question = { discounts: [-60, 0, 30], from: 2, to: 0, at: at('2019-05-10') };
    expect(rechargeOf(question, '2019-05-10', { zone: 'UTC' })).toEqual({ points: 90, days: 366, of: 366 });
  });
});
