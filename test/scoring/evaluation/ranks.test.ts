import fc from 'fast-check';
import { expect, it } from 'vitest';

import { meanRanks } from '@/lib/scoring/evaluation/ranks';

it.each([
  { values: [30, 10, 20], ranks: [3, 1, 2] },
  { values: [5, 5, 1], ranks: [2.5, 2.5, 1] },
  { values: [7, 7, 7, 7], ranks: [2.5, 2.5, 2.5, 2.5] },
  { values: [0, 2, 0, 1, 2, 2], ranks: [1.5, 5, 1.5, 3, 5, 5] },
  { values: [-1, 0.5], ranks: [1, 2] },
  { values: [4], ranks: [1] },
  { values: [], ranks: [] },
])('$values are ranked $ranks', ({ values, ranks }) => {
  expect([...meanRanks(values)]).toEqual(ranks);
});

it('always gives out the ranks 1 to n, whatever is equal', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }), (values) => {
      const sum = meanRanks(values).reduce((total, rank) => total + rank, 0);
      expect(sum).toBe((values.length * (values.length + 1)) / 2);
    }),
  );
});
