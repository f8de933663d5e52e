import { describe, expect, it } from 'vitest';

import { drawsOf, type Draw } from '../../../scripts/simulate/draw.ts';

const MANY = 20_000;
const first = (seed: number): Draw => drawsOf(seed).next().value;
const moments = (draw: () => number): { mean: number; variance: number } => {
  const values = Array.from({ length: MANY }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / MANY;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / MANY };
};

describe('draws', () => {
  it('are the same of the same seed, and others of another', () => {
    const five = (seed: number): number[] => {
      const draw = first(seed);
      return Array.from({ length: 5 }, () => draw.uniform());
    };
    expect(five(7)).toEqual(five(7));
    expect(five(7)).not.toEqual(five(8));
  });

  it('of one customer do not move those of the next', () => {
    const [few, many] = [drawsOf(1), drawsOf(1)];
    const [a, b] = [few.next().value, many.next().value];
    a.uniform();
    for (let count = 0; count < 100; count++) b.uniform();
    expect(few.next().value.uniform()).toBe(many.next().value.uniform());
  });

  it('are exponential of their mean', () => {
    const draw = first(1);
    const { mean, variance } = moments(() => draw.exponential(5));
    expect(mean / 5).toBeCloseTo(1, 1);
    expect(Math.abs(variance / 25 - 1)).toBeLessThan(0.1);
  });

  it.each([0.4, 1, 3])('are Gamma of shape %d: mean 1, variance 1/shape', (shape) => {
    const draw = first(2);
    const { mean, variance } = moments(() => draw.gamma(shape));
    expect(Math.abs(mean - 1)).toBeLessThan(4 * Math.sqrt(1 / shape / MANY));
    expect(Math.abs(variance * shape - 1)).toBeLessThan(0.1);
  });

  it('take one of several as often as it weighs', () => {
    const draw = first(3);
    const taken = Array.from({ length: MANY }, () => draw.oneOf({ often: 3, seldom: 1, never: 0 }));
    expect(taken.filter((one) => one === 'often').length / MANY).toBeCloseTo(0.75, 1);
    expect(taken).not.toContain('never');
    expect(() => draw.oneOf({})).toThrow('weights of nothing');
  });
});
