import { describe, expect, it } from 'vitest';

import { ARTICLE, type Ladder, LITERAL, risen, SANE, topOf } from '@/lib/scoring/ladder';
import { claimed, fallen, onEntry, stepOf, turned } from '@/lib/scoring/rung';

import { claimedFor, standingOn, withStep, yearWith } from './policy-holder';

describe('a rise', () => {
  it('is one rung, and none at the top', () => {
    expect([0, 4, 5].map((rung) => risen(ARTICLE, rung))).toEqual([1, 5, 5]);
    expect(topOf(ARTICLE)).toBe(5);
  });

  it('leads where the ladder says', () => {
    const ladder = { ...ARTICLE, promote: [2, 2, 5, 3, 4, 5] };
    expect([0, 1, 2, 3].map((rung) => risen(ladder, rung))).toEqual([2, 2, 5, 3]);
    expect(yearWith(ladder, standingOn(ladder, 2), []).rung).toBe(5);
  });

  it('remembers the places before', () => {
    const once = turned(ARTICLE, onEntry(ARTICLE, 10), 20);
    const twice = turned(ARTICLE, once, 30);
    expect(twice).toMatchObject({
      rung: 2,
      since: 30,
      earlier: [
        { rung: 0, since: 10 },
        { rung: 1, since: 20 },
      ],
    });
  });

  it('at the top is no move: the place is as old as it was', () => {
    const top = standingOn(ARTICLE, 5, { since: 7 });
    expect(turned(ARTICLE, top, 30)).toMatchObject({ rung: 5, since: 7, earlier: [] });
  });

  it('begins the next year with nothing', () => {
    const next = yearWith(SANE, standingOn(SANE, 1), ['user_error']);
    expect(next.year).toEqual({ from: 2, claims: 0, pending: 0, steps: 0 });
  });
});

describe('clean years elsewhere', () => {
  const ladder = { ...ARTICLE, priorYears: 3 };

  it.each([
    [0, 0],
    [2, 2],
    [3, 3],
    [9, 3],
  ])('%i are worth %i rungs', (years, rung) => {
    expect(onEntry(ladder, 5, years)).toMatchObject({ rung, since: 5, earlier: [], year: { from: rung, claims: 0 } });
  });

  it('are worth nothing on a ladder that does not honour them, and do not lead past the top', () => {
    expect(onEntry(ARTICLE, 0, 4).rung).toBe(0);
    expect(onEntry({ ...ARTICLE, entry: 4, priorYears: 9 }, 0, 9).rung).toBe(5);
  });

  it('follow the rises of the ladder', () => {
    expect(onEntry({ ...ladder, promote: [2, 3, 4, 5, 5, 5] }, 0, 2).rung).toBe(4);
  });
});

describe('what a claim costs', () => {
  it('is nothing before a person confirms it, but the rise', () => {
    const after = claimedFor(ARTICLE, standingOn(ARTICLE, 3), ['unknown_crash'], false);
    expect(after).toMatchObject({ rung: 3, falls: [], year: { claims: 1, steps: 0 } });
    expect(after.year.spoilt).toBeUndefined();
    expect(turned(ARTICLE, after, 9).rung).toBe(3);
  });

  it('is all, at once, of the article', () => {
    const after = claimed(ARTICLE, standingOn(ARTICLE, 4), { at: 50, cause: 'unknown_crash' }, true);
    expect(after).toMatchObject({
      rung: 0,
      since: 50,
      earlier: [{ rung: 4, since: 0 }],
      falls: [{ at: 50, from: 4, to: 0, cause: 'unknown_crash' }],
    });
  });

  it('is nothing within the claims that a year may have, unless the ladder always asks for it', () => {
    const one = standingOn(SANE, 2);
    expect(stepOf(SANE, one, { at: 1, cause: 'user_error' })).toBeUndefined();
    expect(stepOf(SANE, one, { at: 1, cause: 'unknown_crash' })).toMatchObject({ by: 1 });
    const later = claimedFor(SANE, one, ['pending']);
    expect(stepOf(SANE, later, { at: 1, cause: 'user_error' })).toMatchObject({ by: 1 });
    expect(stepOf(SANE, later, { at: 1, cause: 'third_party' })).toBeUndefined();
  });

  it('counts together at the end of the year: the second error steps back, the crash too', () => {
    expect(yearWith(SANE, standingOn(SANE, 2), ['user_error', 'user_error']).rung).toBe(1);
    expect(yearWith(SANE, standingOn(SANE, 2), ['unknown_crash', 'user_error']).rung).toBe(0);
    expect(yearWith(SANE, standingOn(SANE, 2), ['user_error', 'unknown_crash']).rung).toBe(1);
  });

  it('is one fall of the year, whatever it took', () => {
    const { falls } = yearWith(SANE, standingOn(SANE, 2), ['unknown_crash', 'unknown_crash']);
    expect(falls).toEqual([{ at: 100, from: 2, to: 0, cause: 'unknown_crash' }]);
  });

  it('never goes below the ground, and is no fall there', () => {
    const { rung, falls } = yearWith(SANE, standingOn(SANE, 0), ['unknown_crash']);
    expect([rung, falls]).toEqual([0, []]);
    expect(yearWith(withStep({ by: 4, when: 'immediate' }), standingOn(ARTICLE, 3), ['user_error']).rung).toBe(0);
  });

  it('takes the rise of that year, even where a claim is free', () => {
    const ladder = withStep({ by: 1, when: 'immediate', always: true }, { claimFreeMax: 2 });
    expect(yearWith(ladder, standingOn(ladder, 3), ['user_error']).rung).toBe(2);
    expect(yearWith(ladder, standingOn(ladder, 3), ['third_party']).rung).toBe(4);
  });
});

describe('a table', () => {
  const to = [[0], [0], [1, 0], [2, 1, 0], [3, 1], [4, 2]];

  it('reads the row of where the year began, by the number of claims; its last column goes on', () => {
    const ladder = withStep({ to, when: 'anniversary' });
    const ends = (from: number, claims: number): number =>
      yearWith(
        ladder,
        standingOn(ladder, from),
        Array.from({ length: claims }, () => 'user_error' as const),
      ).rung;
    expect([0, 1, 2, 3, 4].map((claims) => ends(3, claims))).toEqual([4, 2, 1, 0, 0]);
    expect([1, 2, 3].map((claims) => ends(4, claims))).toEqual([3, 1, 1]);
  });

  it('counts claims of several causes together', () => {
    const ladder = withStep({ to, when: 'anniversary' });
    expect(yearWith(ladder, standingOn(ladder, 5), ['user_error', 'unknown_crash']).rung).toBe(2);
  });

  it('at once still reads the row of where the year began', () => {
    const ladder = withStep({ to, when: 'immediate' });
    const once = claimedFor(ladder, standingOn(ladder, 4), ['user_error']);
    const twice = claimedFor(ladder, once, ['user_error']);
    expect([once.rung, twice.rung]).toEqual([3, 1]);
  });

  it('that says nothing of a rung leaves it', () => {
    const ladder = withStep({ to: [[0]], when: 'anniversary' });
    expect(yearWith(ladder, standingOn(ladder, 3), ['user_error']).rung).toBe(3);
  });

  it('beside steps at once: both count, and a rung lost already is not lost twice', () => {
    const ladder: Ladder = {
      ...ARTICLE,
      stepBack: { user_error: { by: 2, when: 'anniversary' }, unknown_crash: { by: 1, when: 'immediate' } },
    };
    const both = claimedFor(ladder, standingOn(ladder, 5), ['user_error', 'unknown_crash']);
    expect(both.rung).toBe(4);
    expect(turned(ladder, both, 9)).toMatchObject({
      rung: 2,
      falls: [
        { from: 5, to: 4 },
        { at: 9, from: 4, to: 2 },
      ],
    });
  });
});

describe('the article word for word', () => {
  it.each([
    [0, 0],
    [3, 3],
    [4, 4],
    [5, 0],
  ])('a crash on rung %i leaves rung %i', (from, to) => {
    expect(claimedFor(LITERAL, standingOn(LITERAL, from), ['unknown_crash']).rung).toBe(to);
  });
});

describe('a fall', () => {
  it('upwards or nowhere is none', () => {
    const rung = standingOn(ARTICLE, 2);
    expect(fallen(rung, 2, { at: 1, cause: 'pause' })).toBe(rung);
    expect(fallen(rung, 3, { at: 1, cause: 'pause' })).toBe(rung);
    expect(fallen(rung, 1, { at: 1, cause: 'pause' })).toMatchObject({
      rung: 1,
      falls: [{ at: 1, from: 2, to: 1, cause: 'pause' }],
    });
  });
});
