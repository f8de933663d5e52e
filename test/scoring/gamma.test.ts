import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { gammaQuantile, lnGamma, upperGamma } from '@/lib/scoring/gamma';

describe('the upper tail', () => {
  it.each([
    [0.4, 0.4, 0.2985587294],
    [0.9, 1.2, 0.2627687179],
    [1, 2.5, Math.exp(-2.5)],
    [7, 6, 0.6063027824],
    [12.5, 12.8, 0.4291834703],
    [50, 40, 0.9296649333],
  ])('of shape %d beyond %d is %d', (shape, x, expected) => {
    expect(upperGamma(shape, x)).toBeCloseTo(expected, 9);
  });

  it.each([
    [0.05, 3, 0.000715905431],
    [200, 260, 4.750012e-5],
  ])('of shape %d beyond %d is %d, precise where it is small', (shape, x, expected) => {
    expect(upperGamma(shape, x) / expected).toBeCloseTo(1, 6);
  });

  it.each([
    [0.02, 5, 2.4057059114913746e-5],
    [0.1, 40, 1.5797414197837044e-20],
    [3, 60, 1.6295866529378224e-23],
    [50, 150, 7.412100857322876e-22],
    [1_000, 1_100, 0.0010593232539299773],
  ])('of shape %d beyond %d is %d, to twelve digits, far out and for much evidence', (shape, x, expected) => {
    expect(Math.abs(upperGamma(shape, x) / expected - 1)).toBeLessThan(1e-12);
  });

  it('is one below everything', () => {
    expect(upperGamma(3, 0)).toBe(1);
    expect(() => upperGamma(0, 1)).toThrow('shape 0');
  });

  it('falls as the bound rises', () => {
    fc.assert(
      fc.property(
        shape,
        fc.double({ min: 0.001, max: 300, noNaN: true }),
        fc.double({ min: 0.001, max: 50, noNaN: true }),
        (a, x, more) => {
          expect(upperGamma(a, x + more)).toBeLessThanOrEqual(upperGamma(a, x) + 1e-14);
        },
      ),
    );
  });
});

describe('a quantile', () => {
  it.each([
    [0.4, 0.9, 1.1298428255],
    [0.4, 0.05, 0.00041465372],
    [1, 0.5, Math.LN2],
    [7, 0.95, 11.8423956524],
    [50, 0.99, 67.9033615855],
  ])('of shape %d at %d is %d', (a, p, expected) => {
    expect(gammaQuantile(a, p)).toBeCloseTo(expected, 9);
  });

  it.each([
    [0.02, 0.05, 5.068667656480206e-66],
    [0.05, 0.05, 5.573875481878782e-27],
    [0.02, 0.9, 0.0029496744212501804],
    [200, 0.05, 177.32048703304125],
    [1_000, 0.95, 1052.5771180823206],
  ])('of shape %d at %d is %d, to twelve digits', (a, p, expected) => {
    expect(Math.abs(gammaQuantile(a, p) / expected - 1)).toBeLessThan(1e-12);
  });

  it('has its probability below it, over all shapes that a fit may have', () => {
    fc.assert(
      fc.property(shape, fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (a, p) => {
        expect(1 - upperGamma(a, gammaQuantile(a, p))).toBeCloseTo(p, 9);
      }),
    );
  });

  it.each([0, 1, -0.1, Number.NaN])('is refused for a probability of %d', (p) => {
    expect(() => gammaQuantile(1, p)).toThrow(RangeError);
  });
});

it.each([
  [0.05, 2.968879201],
  [0.4, 0.796677818],
  [12.5, 18.734347512],
  [1, 0],
  [6, Math.log(120)],
  [0.001, 6.907178885383853],
  [3.3, 0.9870985778947344],
  [1_000, 5905.220423209181],
])('ln Γ(%d) = %d', (x, expected) => {
  expect(lnGamma(x)).toBeCloseTo(expected, 9);
});

const shape = fc.double({ min: 0.02, max: 200, noNaN: true });
