import { describe, expect, it } from 'vitest';

import { SUGGESTIONS, type LadderStanding, type MarginStanding } from '@/lib/scoring/standing';
import { type Case, hasJustFallen, hasJustRisen, isAtTop, isRungNear, suggestionOf } from '@/lib/scoring/suggestion';

import { at, days } from './given';

const now = at('2026-11-25');
const ladder = (more: Partial<LadderStanding> = {}): LadderStanding => ({
  ladderId: 'article',
  discounts: [0, 10, 20],
  rung: 1,
  since: now - days(200),
  proposed: [],
  ...more,
});
const margin = (minor: number, more: Partial<MarginStanding> = {}): MarginStanding => ({
  minor,
  currency: 'EUR',
  lossMaking: false,
  ...more,
});
const one = (more: Partial<Case> = {}): Case => ({
  now,
  ladder: ladder(),
  began: now - days(565),
  levelSince: now - days(40),
  frequent: false,
  loved: false,
  due: true,
  goodMoment: true,
  waitingSince: now - days(565),
  ...more,
});
const fell = { at: now - days(3), from: 2, to: 0, cause: 'unknown_crash' as const };
const standIn = { weekly: true, minutesAWeek: 180, standIn: true };
const loss = margin(-5000, { lossMaking: true });
const risen = ladder({ since: now - days(5) });
const next = { at: now + days(20), rung: 2, claims: 0, allowed: 0 };

describe('a suggestion', () => {
  it.each<[string, Partial<Case>, ReturnType<typeof suggestionOf>]>([
    ['nothing', {}, undefined],
    ['a call after a fall', { ladder: ladder({ fell }) }, { suggestion: 'fell', rank: -fell.at }],
    ['a talk', { frequent: true, margin: loss }, { suggestion: 'contract-talk', rank: -5000 }],
    ['a stand-in', { conference: standIn }, { suggestion: 'stand-in', rank: -180 }],
    ['a training', { frequent: true, margin: margin(1) }, { suggestion: 'training', rank: -(now - days(40)) }],
    ['a question', { dormantSince: now - days(300) }, { suggestion: 'dormant', rank: now - days(300) }],
    ['news of a rung', { ladder: risen }, { suggestion: 'rung-reached', rank: -risen.since }],
    ['protection', { ladder: { ...risen, rung: 2 } }, { suggestion: 'protection', rank: -risen.since }],
    ['thanks', { loved: true }, { suggestion: 'thank', rank: now - days(565) }],
    ['a call', { loved: true, margin: margin(9, { decile: 9 }) }, { suggestion: 'call', rank: now - days(565) }],
    ['a rung ahead', { ladder: ladder({ next }) }, { suggestion: 'rung-near', rank: next.at }],
  ])('%s', (_, more, expected) => {
    expect(suggestionOf(one(more))).toEqual(expected);
  });

  it.each<[string, Partial<Case>]>([
    ['for rare callers that cost more than they pay', { margin: loss }],
    ['for frequent callers whose margin nobody knows', { frequent: true }],
    ['for frequent callers who earn nothing', { frequent: true, margin: margin(0) }],
    ['for frequent callers just out of the red', { frequent: true, margin: margin(5), due: false }],
    ['for conferences that burden nobody', { conference: { ...standIn, standIn: false } }],
    ['for dormant ones who were asked of late', { dormantSince: now - days(300), due: false }],
    ['for dormant ones with something open', { dormantSince: now - days(300), goodMoment: false }],
    ['of a rung while something is amiss', { ladder: risen, goodMoment: false }],
    ['of a rung they were told of', { ladder: risen, thankedAt: risen.since }],
    ['of the rung they began on', { ladder: risen, began: risen.since }],
    ['of a rung of 30 days ago', { ladder: ladder({ since: now - days(30) }) }],
  ])('none %s', (_, more) => {
    expect(suggestionOf(one(more))).toBeUndefined();
  });

  it('of a rung they were thanked before', () => {
    expect(suggestionOf(one({ ladder: risen, thankedAt: risen.since - 1 }))?.suggestion).toBe('rung-reached');
  });

  it('below the best fifth is thanks', () => {
    expect(suggestionOf(one({ loved: true, margin: margin(9, { decile: 8 }) }))?.suggestion).toBe('thank');
    expect(suggestionOf(one({ loved: true, margin: margin(9) }))?.suggestion).toBe('thank');
  });

  it('is the most pressing of several', () => {
    const all: Partial<Case> = {
      ladder: ladder({ fell, next }),
      frequent: true,
      margin: loss,
      conference: standIn,
      dormantSince: now - days(300),
      loved: true,
    };
    const { frequent: _, ...rare } = all;
    const calm = { ...rare, ladder: risen };
    const { conference: __, ...unmet } = calm;
    const { dormantSince: ___, ...seen } = unmet;
    const order = [all, { ...all, ladder: ladder({ next }) }, calm, unmet, seen].map(
      (facts) => suggestionOf(one(facts))?.suggestion,
    );
    expect(order).toEqual(['fell', 'contract-talk', 'stand-in', 'dormant', 'rung-reached']);
    expect(order).toEqual(
      [...order].toSorted((a, b) => (a && b ? SUGGESTIONS.indexOf(a) - SUGGESTIONS.indexOf(b) : 0)),
    );
  });
});

describe('on the ladder', () => {
  it('a fall is news for 30 days', () => {
    expect(hasJustFallen(ladder({ fell: { ...fell, at: now - days(30) + 1 } }), now)).toBe(true);
    expect(hasJustFallen(ladder({ fell: { ...fell, at: now - days(30) } }), now)).toBe(false);
    expect(hasJustFallen(ladder(), now)).toBe(false);
  });

  it('what came by a fall is no rise', () => {
    const down = ladder({ since: fell.at, fell });
    expect(hasJustRisen({ ladder: down, began: 0, now })).toBe(false);
    expect(hasJustRisen({ ladder: { ...down, since: fell.at + 1 }, began: 0, now })).toBe(true);
  });

  it('the top is the last rung', () => {
    expect([0, 1, 2].map((rung) => isAtTop(ladder({ rung })))).toEqual([false, false, true]);
  });

  it('a rung is near from 30 days before, if it will be reached', () => {
    expect(isRungNear(ladder({ next: { ...next, at: now + days(30) } }), now)).toBe(true);
    expect(isRungNear(ladder({ next: { ...next, at: now + days(30) + 1 } }), now)).toBe(false);
    expect(isRungNear(ladder({ next: { ...next, rung: 1 } }), now)).toBe(false);
    expect(isRungNear(ladder(), now)).toBe(false);
  });
});
