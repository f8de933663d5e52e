import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Matrix, stepped } from '@/lib/scoring/matrix';
import { stationaryOf } from '@/lib/scoring/stationary';

const close = (found: readonly number[], expected: readonly number[]): void => {
  expect(found).toHaveLength(expected.length);
  for (const [index, value] of expected.entries()) expect(found[index]).toBeCloseTo(value, 12);
};

describe('long-run shares', () => {
  it('of two states are as their ways out', () => {
    const { shares, how } = stationaryOf(
      [
        [0.9, 0.1],
        [0.3, 0.7],
      ],
      0,
    );
    close(shares, [0.75, 0.25]);
    expect(how).toBe('solved');
  });

  it('keep every digit where a state is all but never left', () => {
    const { shares, how } = stationaryOf(
      [
        [1 - 1e-12, 1e-12],
        [1e-4, 1 - 1e-4],
      ],
      0,
    );
    expect((shares[1] ?? 0) / (1e-12 / (1e-12 + 1e-4))).toBeCloseTo(1, 15);
    expect(how).toBe('solved');
  });

  it('are nothing for what one leaves for good', () => {
    const { shares, how } = stationaryOf(
      [
        [0.5, 0.25, 0.25],
        [0, 0.5, 0.5],
        [0, 0.25, 0.75],
      ],
      0,
    );
    close(shares, [0, 1 / 3, 2 / 3]);
    expect(how).toBe('solved');
  });

  it('of a single state are all of it', () => {
    expect(stationaryOf([[1]], 0)).toEqual({ shares: [1], how: 'solved' });
  });

  it('are iterated into what never lets go', () => {
    const { shares, how } = stationaryOf(
      [
        [0.5, 0.5, 0],
        [0.25, 0.5, 0.25],
        [0, 0, 1],
      ],
      0,
    );
    close(shares, [0, 0, 1]);
    expect(how).toBe('iterated');
  });

  it('depend on the entry where there are several such parts', () => {
    const matrix = [
      [1, 0, 0],
      [0.5, 0, 0.5],
      [0, 0, 1],
    ];
    expect([0, 1, 2].map((entry) => stationaryOf(matrix, entry).how)).toEqual(['iterated', 'iterated', 'iterated']);
    close(stationaryOf(matrix, 0).shares, [1, 0, 0]);
    close(stationaryOf(matrix, 1).shares, [0.5, 0, 0.5]);
    close(stationaryOf(matrix, 2).shares, [0, 0, 1]);
  });

  it('are the average of a circle', () => {
    const { shares, how } = stationaryOf(
      [
        [0, 1, 0],
        [0, 0, 1],
        [1, 0, 0],
      ],
      1,
    );
    close(shares, [1 / 3, 1 / 3, 1 / 3]);
    expect(how).toBe('iterated');
    expect(
      stationaryOf(
        [
          [0, 1, 0],
          [0.5, 0, 0.5],
          [0, 1, 0],
        ],
        0,
      ).how,
    ).toBe('iterated');
  });

  it('of ways round of two and three steps are solved: together they meet everywhere', () => {
    const { shares, how } = stationaryOf(
      [
        [0, 1, 0],
        [0.5, 0, 0.5],
        [1, 0, 0],
      ],
      0,
    );
    close(shares, [0.4, 0.4, 0.2]);
    expect(how).toBe('solved');
  });
});

describe('laws', () => {
  const matrices = fc.integer({ min: 1, max: 8 }).chain((size) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: size, maxLength: size }), {
      minLength: size,
      maxLength: size,
    }),
  );
  const asChances = (weights: readonly (readonly number[])[]): Matrix =>
    weights.map((row, state) => {
      const total = row.reduce((sum, weight) => sum + weight, 0);
      return total === 0 ? row.map((_, to) => Number(to === state)) : row.map((weight) => weight / total);
    });

  it('a year more changes nothing, and all shares are one', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), (weights, pick) => {
        const matrix = asChances(weights);
        const { shares } = stationaryOf(matrix, pick % matrix.length);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
        for (const [state, share] of stepped(shares, matrix).entries())
          expect(share).toBeCloseTo(shares[state] ?? NaN, 9);
      }),
    );
  });
});
