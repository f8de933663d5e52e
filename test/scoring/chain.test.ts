import { describe, expect, it } from 'vitest';

import { chainOf } from '@/lib/scoring/chain';
import { ARTICLE, SANE } from '@/lib/scoring/ladder';
import { MALAYSIA, SINGAPORE } from '@/lib/scoring/ladders/asia';
import { BELGIUM } from '@/lib/scoring/ladders/belgium';
import { mostClaims, yearMatrix } from '@/lib/scoring/year-matrix';

import { afterYear } from './policy-holder';

describe('the states of a ladder', () => {
  it('are its rungs', () => {
    expect(chainOf(MALAYSIA, { user_error: 1 }, 3)).toMatchObject({ rungs: [0, 1, 2, 3, 4, 5], entry: 0 });
  });

  it('with an amnesty tell the claim-free years apart, where it could still raise', () => {
    const { rungs, entry } = chainOf(BELGIUM, { user_error: 1 }, 5);
    expect(entry).toBe(11);
    expect(rungs.slice(0, 23)).toEqual(Array.from({ length: 23 }, (_, rung) => rung));
    expect(rungs.slice(23).every((rung) => rung < 8)).toBe(true);
    expect(rungs.slice(23).toSorted((a, b) => a - b)).toEqual([1, 2, 2, 3, 3, 3, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7]);
  });
});

describe('a year of k claims', () => {
  it('leads where the replay leads', () => {
    const { after } = chainOf(SINGAPORE, { user_error: 0.3 }, 4);
    for (const [from, years] of after.entries()) {
      expect(years).toEqual([0, 1, 2, 3, 4].map((claims) => [[afterYear(SINGAPORE, from, claims), 1]]));
    }
  });

  it('mixes causes by their proportions, in every order', () => {
    const { after } = chainOf(SANE, { user_error: 3, unknown_crash: 1 }, 2);
    const ends = new Map(after[3]?.[2]);
    expect(after[3]?.[1]?.toSorted()).toEqual([
      [2, 0.25],
      [4, 0.75],
    ]);
    expect(ends.get(2)).toBeCloseTo(0.75 * 0.75 + 0.75 * 0.25, 14);
    expect(ends.get(1)).toBeCloseTo(0.25, 14);
  });

  it('of causes that cost nothing holds the rung', () => {
    expect(chainOf(ARTICLE, { pending: 1, unknown_crash: 0 }, 1).after[4]).toEqual([[[5, 1]], [[4, 1]]]);
  });

  it('without any cause happens only once: without claims', () => {
    expect(chainOf(ARTICLE, {}, 1).after[4]).toEqual([[[5, 1]], []]);
  });
});

describe('the matrix of a year', () => {
  it('weighs the numbers of claims as Poisson does; the last stands for more', () => {
    const chain = chainOf(SINGAPORE, { user_error: 1 }, 2);
    const [none, one] = [Math.exp(-0.7), 0.7 * Math.exp(-0.7)];
    const row = yearMatrix(chain, 0.7)[5] ?? [];
    expect(row[5]).toBeCloseTo(none, 14);
    expect(row[2]).toBeCloseTo(one, 14);
    expect(row[0]).toBeCloseTo(1 - none - one, 14);
  });

  it('has rows that add up to one, at any rate', () => {
    const chain = chainOf(BELGIUM, { user_error: 1 }, 40);
    for (const rate of [0, 1e-9, 0.1, 3, 12]) {
      for (const row of yearMatrix(chain, rate))
        expect(row.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
    }
  });

  it('knows so many claims that more are rarer than any digit tells', () => {
    for (const rate of [0, 0.1, 3, 50, 400]) {
      let chance = Math.exp(-rate);
      let sum = chance;
      for (let claims = 1; claims <= mostClaims(rate); claims++) sum += chance *= rate / claims;
      expect(1 - sum).toBeLessThan(1e-13);
    }
    expect([mostClaims(0), mostClaims(4)]).toEqual([20, 48]);
  });
});
