import { describe, expect, it } from 'vitest';

import { gaussLegendre } from '@/lib/scoring/gauss-legendre';

const integral = (count: number, f: (x: number) => number): number =>
  gaussLegendre(count).reduce((sum, { at, weight }) => sum + weight * f(at), 0);

describe("Gauss and Legendre's nodes", () => {
  it('are the textbook ones, from 0 to 1', () => {
    const [low, middle, high] = gaussLegendre(3);
    expect([low?.at, middle?.at, high?.at]).toEqual([
      expect.closeTo(0.5 - Math.sqrt(0.15), 14),
      expect.closeTo(0.5, 14),
      expect.closeTo(0.5 + Math.sqrt(0.15), 14),
    ]);
    expect([low?.weight, middle?.weight, high?.weight]).toEqual([
      expect.closeTo(5 / 18, 14),
      expect.closeTo(4 / 9, 14),
      expect.closeTo(5 / 18, 14),
    ]);
  });

  it.each([1, 2, 3, 5, 16, 64])('%i of them are exact for polynomials up to twice as high', (count) => {
    const degree = 2 * count - 1;
    expect(integral(count, (x) => x ** degree)).toBeCloseTo(1 / (degree + 1), 13);
    expect(integral(count, () => 1)).toBeCloseTo(1, 13);
  });

  it('nearly for what is smooth', () => {
    expect(integral(8, Math.exp)).toBeCloseTo(Math.E - 1, 14);
  });
});
