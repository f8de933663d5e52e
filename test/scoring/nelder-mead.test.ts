import { describe, expect, it } from 'vitest';

import { climb } from '@/lib/scoring/nelder-mead';

const FINE = { step: 0.5, tolerance: 1e-14, mostSteps: 2_000 };

describe('the climb', () => {
  it('finds the top of a hill', () => {
    const { at, value } = climb(([x = 0, y = 0]) => 7 - (x - 3) ** 2 - 4 * (y + 1) ** 2, [0, 0], FINE);
    expect(at[0]).toBeCloseTo(3, 5);
    expect(at[1]).toBeCloseTo(-1, 5);
    expect(value).toBeCloseTo(7, 10);
  });

  it('follows a bent ridge', () => {
    const rosenbrock = ([x = 0, y = 0]: readonly number[]): number => -((1 - x) ** 2) - 100 * (y - x ** 2) ** 2;
    const { at } = climb(rosenbrock, [-1.2, 1], FINE);
    expect(at[0]).toBeCloseTo(1, 4);
    expect(at[1]).toBeCloseTo(1, 4);
  });

  it('climbs in one direction, and in three', () => {
    expect(climb(([x = 0]) => -((x - 2) ** 4), [0], FINE).at[0]).toBeCloseTo(2, 2);
    const { at } = climb((point) => -point.reduce((sum, x, axis) => sum + (x - axis) ** 2, 0), [5, 5, 5], FINE);
    for (const [axis, x] of at.entries()) expect(x).toBeCloseTo(axis, 5);
  });

  it('shrinks towards the best corner where nothing else helps', () => {
    const ditch = ([x = 0, y = 0]: readonly number[]): number =>
      -Math.abs(x) - Math.abs(y) - 5 * Math.abs(Math.sin(3 * x) * Math.sin(3 * y));
    expect(climb(ditch, [0.9, 0.8], FINE).value).toBeGreaterThan(ditch([0.9, 0.8]));
  });

  it('stays where it is if told to take no step', () => {
    const start = climb(([x = 0]) => -x, [1], { step: 0.5, tolerance: 1e-9, mostSteps: 0 });
    expect(start).toEqual({ at: [1], value: -1 });
    expect(climb(([x = 0]) => x, [1], { step: 0.5, tolerance: 1e-9, mostSteps: 0 })).toEqual({ at: [1.5], value: 1.5 });
  });

  it('ends as soon as all corners are level', () => {
    let looks = 0;
    climb(
      () => {
        looks += 1;
        return 0;
      },
      [0, 0],
      FINE,
    );
    expect(looks).toBe(3);
  });
});
