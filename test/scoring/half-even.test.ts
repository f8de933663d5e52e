import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { halfEven } from '@/lib/scoring/half-even';

describe('rounding halves to the even', () => {
  it.each<[bigint, bigint, bigint]>([
    [1n, 2n, 0n],
    [3n, 2n, 2n],
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-1n, 2n, 0n],
    [-3n, 2n, -2n],
    [-5n, 2n, -2n],
    [4n, 3n, 1n],
    [5n, 3n, 2n],
    [-4n, 3n, -1n],
    [-5n, 3n, -2n],
    [6n, 3n, 2n],
    [-6n, 3n, -2n],
    [0n, 7n, 0n],
  ])('%s / %s is %s', (dividend, divisor, quotient) => {
    expect(halfEven(dividend, divisor)).toBe(quotient);
  });

  it('is never off by more than a half, and the same both sides of zero', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        (a, b) => {
          const off = 2n * (a - b * halfEven(a, b));
          expect(off <= b && off >= -b).toBe(true);
          expect(halfEven(-a, b)).toBe(-halfEven(a, b));
        },
      ),
    );
  });
});
