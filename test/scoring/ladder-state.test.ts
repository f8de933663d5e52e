import { describe, expect, it } from 'vitest';

import type { Contact } from '@/lib/scoring/contact';
import { ARTICLE, type Ladder, SANE } from '@/lib/scoring/ladder';
import { ladderStanding } from '@/lib/scoring/ladder-standing';
import { ladderClaimed, ladderFrom, ladderLapsed, type LadderState, ladderTurned } from '@/lib/scoring/ladder-state';
import { BELGIUM } from '@/lib/scoring/ladders/belgium';
import { contractYear } from '@/lib/scoring/policy-year';

import { at, contact } from './given';
import { standingOn } from './policy-holder';

const on = (ladder: Ladder, rung: number): LadderState => ({ now: standingOn(ladder, rung), proposed: [] });
const crash = (more: Partial<Contact> = {}): Contact =>
  contact('2020-01-01', { cause: 'unknown_crash', causeBy: 'rule', ...more });
const standing = (ladder: Ladder, state: LadderState) =>
  ladderStanding({ ladder, zone: 'UTC', state, year: contractYear('2019-05-10', { zone: 'UTC' }) }, at('2020-01-02'));

describe('a claim', () => {
  it.each<[string, Partial<Contact>, number, number]>([
    ['by a rule', {}, 3, 1],
    ['by a rule, confirmed', { loss: 'confirmed' }, 0, 0],
    ['by a rule, refused', { loss: 'refused' }, 3, 0],
    ['by a person', { causeBy: 'person' }, 0, 0],
    ['by a person who then refused', { causeBy: 'person', loss: 'refused' }, 3, 0],
    ['by an import', { causeBy: 'import' }, 3, 1],
    ['that costs nothing', { cause: 'user_error' }, 3, 0],
  ])('%s', (_, more, rung, proposals) => {
    const state = ladderClaimed(ARTICLE, on(ARTICLE, 3), crash(more));
    expect([state.now.rung, state.proposed.length, state.now.year.claims]).toEqual([rung, proposals, 1]);
  });

  it('that was ordered is none', () => {
    const state = on(ARTICLE, 3);
    expect(ladderClaimed(ARTICLE, state, crash({ cause: 'request' }))).toBe(state);
  });

  it('counts in the falls that are proposed, too', () => {
    const waiting = ladderClaimed(SANE, on(SANE, 2), crash());
    const { now, proposed } = ladderClaimed(SANE, waiting, crash({ causeBy: 'person' }));
    expect(now.year).toMatchObject({ claims: 2, due: { rung: 1 } });
    expect(proposed[0]?.confirmed.year).toMatchObject({ claims: 2, due: { rung: 0 } });
  });
});

describe('an anniversary', () => {
  it('drops a proposal that makes no difference, and keeps one that does', () => {
    const atTheFoot = ladderClaimed(ARTICLE, on(ARTICLE, 0), crash());
    expect(atTheFoot.proposed).toHaveLength(1);
    expect(ladderTurned(ARTICLE, atTheFoot, 9).proposed).toEqual([]);
    const higher = ladderClaimed(ARTICLE, on(ARTICLE, 2), crash());
    expect(ladderTurned(ARTICLE, higher, 9).proposed).toHaveLength(1);
  });

  it('keeps one that only delays an amnesty', () => {
    const gentle: Ladder = { ...SANE, amnesty: { claimFreeYears: 3, notBelow: 4 } };
    const state = ladderTurned(gentle, ladderClaimed(gentle, on(gentle, 0), crash()), 9);
    expect(state.proposed[0]?.confirmed.rung).toBe(0);
    const level = { now: { ...standingOn(BELGIUM, 0), free: 0 }, proposed: [] };
    expect(ladderTurned(BELGIUM, level, 9).now).toMatchObject({ rung: 1, free: 1 });
    const late: LadderState = {
      now: { ...standingOn(gentle, 0), free: 1, year: { from: 0, claims: 2, pending: 0, steps: 0 } },
      proposed: [{ contactId: 'x', at: 1, confirmed: standingOn(gentle, 0) }],
    };
    expect(ladderTurned(gentle, late, 9).proposed).toEqual([]);
    const early: LadderState = {
      now: { ...standingOn(gentle, 1), free: 1 },
      proposed: [{ contactId: 'x', at: 1, confirmed: { ...standingOn(gentle, 1), free: 0 } }],
    };
    expect(ladderTurned(gentle, early, 9).proposed).toHaveLength(1);
  });
});

describe('a lapse', () => {
  const lapse = (loss?: 'confirmed' | 'refused') => ({ pause: { from: '2018-01-01', ...(loss && { loss }) }, at: 7 });

  it('is proposed to who stands above the entry, and to nobody else', () => {
    expect(ladderLapsed(ARTICLE, on(ARTICLE, 1), lapse()).proposed).toMatchObject([
      { pausedFrom: '2018-01-01', at: 7, confirmed: { rung: 0 } },
    ]);
    const entry = ladderFrom(BELGIUM, 0);
    expect(ladderLapsed(BELGIUM, entry, lapse())).toBe(entry);
    const below = on(BELGIUM, 5);
    expect(ladderLapsed(BELGIUM, below, lapse())).toBe(below);
  });

  it('confirmed lets everything fall to the entry, refused nothing', () => {
    const waiting = ladderClaimed(SANE, on(SANE, 3), crash());
    const { now, proposed } = ladderLapsed(SANE, waiting, lapse('confirmed'));
    expect([now.rung, proposed[0]?.confirmed.rung]).toEqual([0, 0]);
    expect(ladderLapsed(SANE, waiting, lapse('refused'))).toBe(waiting);
  });
});

describe('what is told of it', () => {
  it('is no past where there is none', () => {
    expect(standing(ARTICLE, on(ARTICLE, 0))).not.toHaveProperty('earlier');
    expect(standing(ARTICLE, ladderTurned(ARTICLE, on(ARTICLE, 0), 9)).earlier).toEqual([{ rung: 0, since: 0 }]);
  });

  it('is the risk of a crash: at once, at the anniversary, or none', () => {
    expect(standing(ARTICLE, on(ARTICLE, 3)).risk).toEqual({ rung: 0, immediate: true });
    expect(standing(SANE, on(SANE, 2)).risk).toEqual({ rung: 1, immediate: false });
    expect(standing(SANE, on(SANE, 3)).risk).toBeUndefined();
    expect(standing(ARTICLE, on(ARTICLE, 0)).risk).toBeUndefined();
    expect(standing(SANE, on(SANE, 0)).risk).toBeUndefined();
  });

  it('is no proposal that would cost nothing', () => {
    const state = ladderClaimed(ARTICLE, on(ARTICLE, 0), crash());
    expect(standing(ARTICLE, state).proposed).toEqual([]);
    expect(standing(ARTICLE, ladderClaimed(ARTICLE, on(ARTICLE, 1), crash())).proposed).toHaveLength(1);
  });

  it('is the recharge of the very fall that is proposed, not of one before it', () => {
    const twice = ladderClaimed(
      ARTICLE,
      ladderClaimed(ARTICLE, on(ARTICLE, 4), crash()),
      crash({ at: at('2020-02-01') }),
    );
    const [first, second] = standing(ARTICLE, twice).proposed;
    expect([first?.recharge?.days, second?.recharge?.days]).toEqual([130, 99]);
    const fallenBefore: LadderState = {
      now: { ...standingOn(ARTICLE, 4), falls: [{ at: 1, from: 2, to: 0, cause: 'unknown_crash' }] },
      proposed: [],
    };
    const told = standing(ARTICLE, ladderClaimed(ARTICLE, fallenBefore, crash())).proposed[0];
    expect(told?.recharge).toEqual({ points: 40, days: 130, of: 366 });
  });
});
