import { describe, expect, it } from 'vitest';

import { dayNumber } from '@/lib/scoring/day-number';
import { discountsIn, stepsOf } from '@/lib/scoring/discount-steps';

import { at } from './given';

describe('the discount', () => {
  const whole = { from: 100, to: 200 };

  it('holds from its day to the next, and before the first there is none', () => {
    const steps = [
      { from: 150, percent: 20 },
      { from: 120, percent: 10 },
      { from: 250, percent: 30 },
    ];
    expect(discountsIn(steps, whole)).toEqual([
      { from: 120, to: 150, percent: 10 },
      { from: 150, to: 200, percent: 20 },
    ]);
    expect(discountsIn([{ from: 200, percent: 7 }], whole)).toEqual([]);
    expect(discountsIn([], whole)).toEqual([]);
    expect(discountsIn([{ from: -5, percent: 7 }], whole)).toEqual([{ ...whole, percent: 7 }]);
  });

  it('goes by the places on the ladder, from the local day on which each was reached', () => {
    const ladder = { discounts: [0, 10, 38.33], rung: 0, since: at('2026-03-28 23:30') };
    const earlier = [
      { rung: 1, since: at('2024-05-10') },
      { rung: 2, since: at('2025-05-10') },
    ];
    expect(stepsOf(ladder, 'UTC')).toEqual([{ from: dayNumber('2026-03-28'), percent: 0 }]);
    expect(stepsOf({ ...ladder, earlier }, 'Europe/Zurich')).toEqual([
      { from: dayNumber('2024-05-10'), percent: 10 },
      { from: dayNumber('2025-05-10'), percent: 38.33 },
      { from: dayNumber('2026-03-29'), percent: 0 },
    ]);
    expect(stepsOf({ ...ladder, rung: 7 }, 'UTC')[0]?.percent).toBe(0);
  });
});
