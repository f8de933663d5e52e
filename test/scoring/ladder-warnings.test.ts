import { describe, expect, it } from 'vitest';

import { ARTICLE, type Ladder, SANE } from '@/lib/scoring/ladder';
import { ladderWarnings } from '@/lib/scoring/ladder-warnings';

const short: Ladder = { ...ARTICLE, discounts: [0, 10, 20] };

describe('what one should know of a ladder', () => {
  it('is always that customers hide faults', () => {
    expect(ladderWarnings(short, 0.9)).toEqual([{ kind: 'hunger-for-bonus' }]);
  });

  it('is how many rungs pay for loyalty', () => {
    expect(ladderWarnings(ARTICLE, 0.9)).toContainEqual({ kind: 'pays-for-loyalty', rungs: 3 });
    expect(ladderWarnings({ ...short, discounts: [0, 10, 20, 30] }, 0)).toContainEqual({
      kind: 'pays-for-loyalty',
      rungs: 1,
    });
  });

  it('is that hardly anybody rises at three contacts a year, with what to do', () => {
    expect(ladderWarnings(short, 3)[1]).toEqual({
      kind: 'hardly-anybody-rises',
      claimFreeShare: expect.closeTo(Math.exp(-3), 14),
      claimFreeMax: 0,
      suggested: 2,
    });
    expect(ladderWarnings(SANE, 3).at(-1)).toMatchObject({
      claimFreeShare: expect.closeTo(4 * Math.exp(-3), 14),
      claimFreeMax: 1,
      suggested: 2,
    });
    expect(ladderWarnings({ ...short, claimFreeMax: 2 }, 6)[1]).toMatchObject({
      claimFreeShare: expect.closeTo(25 * Math.exp(-6), 14),
      suggested: 3,
    });
  });

  it('is not where a year may have about half the mean', () => {
    expect(ladderWarnings({ ...short, claimFreeMax: 2 }, 3)).toHaveLength(1);
    expect(ladderWarnings({ ...short, claimFreeMax: 1 }, 2.9)).toHaveLength(1);
    expect(ladderWarnings(short, 1)).toHaveLength(2);
    expect(ladderWarnings(short, 0.99)).toHaveLength(1);
  });
});
