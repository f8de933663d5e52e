import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { isLossMaking, type LossFacts } from '@/lib/scoring/loss-making';

const facts = (more: Partial<LossFacts>): LossFacts => ({
  minor: -1,
  revenueMinor: 100_000,
  exposureDays: 400,
  counted: 10,
  ...more,
});

describe('costs more than it earns', () => {
  it.each<[Partial<LossFacts>, boolean]>([
    [{}, true],
    [{ minor: 0 }, false],
    [{ exposureDays: 180 }, true],
    [{ exposureDays: 179.99 }, false],
    [{ counted: 3 }, true],
    [{ counted: 2 }, false],
    [{ minor: -1e9, exposureDays: 10, counted: 2 }, false],
  ])('is entered below nothing, with enough known: %o', (more, expected) => {
    expect(isLossMaking(facts(more), false)).toBe(expected);
  });

  it.each<[Partial<LossFacts>, boolean]>([
    [{ minor: 0 }, true],
    [{ minor: 5000 }, true],
    [{ minor: 5001 }, false],
    [{ minor: 0, revenueMinor: 0 }, true],
    [{ minor: 1, revenueMinor: 0 }, false],
    [{ exposureDays: 179 }, false],
    [{ counted: 2 }, false],
  ])('is left above 5 %% of the revenue: %o', (more, expected) => {
    expect(isLossMaking(facts(more), true)).toBe(expected);
  });

  it('law: who was flagged is flagged wherever somebody new would be', () => {
    const drawn = fc.record({
      minor: fc.integer({ min: -10_000, max: 10_000 }),
      revenueMinor: fc.nat(100_000),
      exposureDays: fc.nat(800),
      counted: fc.nat(20),
    });
    fc.assert(
      fc.property(drawn, (one) => {
        expect(isLossMaking(one, true) || !isLossMaking(one, false)).toBe(true);
        expect(isLossMaking(one, true) && (one.exposureDays < 180 || one.counted < 3)).toBe(false);
      }),
    );
  });
});
