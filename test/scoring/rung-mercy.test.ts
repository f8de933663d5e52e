import { describe, expect, it } from 'vitest';

import { type Cause, YEAR } from '@/lib/scoring/contact';
import { ARTICLE, type Ladder, SANE } from '@/lib/scoring/ladder';
import { claimed, type Rung, turned } from '@/lib/scoring/rung';

import { claimedFor, standingOn, withStep, yearWith } from './policy-holder';

describe('protection', () => {
  const ladder: Ladder = { ...SANE, protection: { fromRung: 3, maxClaims: 1, windowYears: 3 } };
  const crashAt = (rung: Rung, at: number): Rung => claimed(ladder, rung, { at, cause: 'unknown_crash' }, true);

  it('forgives from its rung on, and takes the rise all the same', () => {
    expect(turned(ladder, crashAt(standingOn(ladder, 3), 5), 10)).toMatchObject({ rung: 3, forgiven: [5], falls: [] });
    expect(turned(ladder, crashAt(standingOn(ladder, 2), 5), 10)).toMatchObject({ rung: 1, forgiven: [] });
  });

  it('forgives so many in its window, which is half-open', () => {
    const used = standingOn(ladder, 4, { forgiven: [0] });
    expect(crashAt(used, 3 * YEAR - 1).forgiven).toEqual([0]);
    expect(crashAt(used, 3 * YEAR).forgiven).toEqual([0, 3 * YEAR]);
  });

  it('does not count what it forgave', () => {
    const table = withStep({ to: [[0], [0], [0], [0], [3, 1], [4, 1]], when: 'anniversary' });
    const protectedOne: Ladder = { ...table, protection: { fromRung: 4, maxClaims: 1, windowYears: 1 } };
    expect(yearWith(protectedOne, standingOn(table, 5), ['user_error', 'user_error']).rung).toBe(4);
  });

  it('is not used up where there is nothing to lose', () => {
    const all: Ladder = { ...ARTICLE, protection: { fromRung: 0, maxClaims: 1, windowYears: 1 } };
    expect(claimedFor(all, standingOn(all, 0), ['unknown_crash']).forgiven).toEqual([]);
    expect(claimedFor(all, standingOn(all, 1), ['unknown_crash'])).toMatchObject({ rung: 1, forgiven: [1] });
  });

  it('may ask that one has stood there for some time', () => {
    const held: Ladder = { ...ladder, protection: { fromRung: 3, maxClaims: 1, windowYears: 3, heldYears: 2 } };
    const rungAfter = (at: number): number =>
      turned(held, claimed(held, standingOn(held, 3), { at, cause: 'unknown_crash' }, true), at).rung;
    expect([2 * YEAR - 1, 2 * YEAR].map(rungAfter)).toEqual([2, 3]);
  });
});

describe('an amnesty', () => {
  const ladder: Ladder = { ...SANE, amnesty: { claimFreeYears: 2, notBelow: 4 } };

  it('lifts after so many claim-free years on end, and never lowers', () => {
    const one = turned(ladder, standingOn(ladder, 0), 1);
    const two = turned(ladder, one, 2);
    expect([one, two].map(({ rung, free }) => [rung, free])).toEqual([
      [1, 1],
      [4, 0],
    ]);
    expect(turned(ladder, two, 3)).toMatchObject({ rung: 5, free: 0 });
  });

  it.each<[string, Cause[], boolean]>([
    ['a confirmed crash', ['unknown_crash'], true],
    ['claims that hold the rung', ['pending', 'pending'], false],
  ])('starts anew after %s', (_, causes, confirmed) => {
    expect(yearWith(ladder, standingOn(ladder, 2, { free: 1 }), causes, confirmed).free).toBe(0);
  });

  it('starts anew after a year that was forgiven', () => {
    const kind: Ladder = { ...ladder, protection: { fromRung: 0, maxClaims: 1, windowYears: 1 } };
    expect(yearWith(kind, standingOn(kind, 2, { free: 1 }), ['unknown_crash'])).toMatchObject({ rung: 2, free: 0 });
  });

  it('counts nothing on a ladder without one', () => {
    expect(turned(SANE, standingOn(SANE, 0), 1).free).toBe(0);
  });
});

describe('what nobody has judged at an anniversary', () => {
  it('leaves the rise open', () => {
    const after = yearWith(ARTICLE, standingOn(ARTICLE, 2), ['pending']);
    expect(after).toMatchObject({ rung: 2, undecided: { at: 100, rung: 3 } });
  });

  it('leaves nothing open where the others were too many anyway', () => {
    expect(yearWith(ARTICLE, standingOn(ARTICLE, 2), ['pending', 'user_error']).undecided).toBeUndefined();
    expect(yearWith(SANE, standingOn(SANE, 2), ['pending', 'pending'], false).undecided).toEqual({ at: 100, rung: 3 });
    expect(yearWith(SANE, standingOn(SANE, 2), ['third_party', 'third_party', 'pending']).undecided).toBeUndefined();
  });

  it('leaves nothing open within the claims that a year may have, after a fall, or at the top', () => {
    expect(yearWith(SANE, standingOn(SANE, 2), ['pending'])).toMatchObject({ rung: 3 });
    expect(yearWith(SANE, standingOn(SANE, 2), ['pending']).undecided).toBeUndefined();
    expect(yearWith(ARTICLE, standingOn(ARTICLE, 2), ['unknown_crash', 'pending']).undecided).toBeUndefined();
    expect(yearWith(ARTICLE, standingOn(ARTICLE, 5), ['pending']).undecided).toBeUndefined();
  });

  it('is decided by the next one at the latest', () => {
    const open = yearWith(ARTICLE, standingOn(ARTICLE, 2), ['pending']);
    expect(turned(ARTICLE, open, 200)).toMatchObject({ rung: 3 });
    expect(turned(ARTICLE, open, 200).undecided).toBeUndefined();
  });

  it('counts an amnesty in the rise that is open', () => {
    const ladder: Ladder = { ...ARTICLE, amnesty: { claimFreeYears: 1, notBelow: 4 } };
    expect(yearWith(ladder, standingOn(ladder, 0), ['pending']).undecided).toEqual({ at: 100, rung: 4 });
  });
});
