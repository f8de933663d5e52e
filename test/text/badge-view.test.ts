import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Level, Standing } from '@/lib/scoring/standing';
import { badgeView, type BadgeFacts } from '@/lib/text/badge-view';
import { plainBadge } from '@/lib/text/plain-badge';

import { at, badgeFacts, clock, ladder, openAlert, standing, words } from './given';

interface State {
  readonly name: string;
  readonly standing?: Partial<Standing>;
  readonly facts?: Partial<BadgeFacts>;
  readonly face: object;
}

const limits = (load: number): Standing['limits'] => [{ ruleId: 'month', window: { days: 30 }, load, max: 3 }];
const fell = { from: 5, to: 4, cause: 'unknown_crash' } as const;

describe('the badge', () => {
  it.each<State>([
    { name: 'calm', face: { tone: 'calm', icon: 'calm', word: 'Calm', figures: ['1 of 3', '30%'] } },
    {
      name: 'loved: calm, and due for thanks',
      standing: { loved: true, limits: limits(0), ladder: ladder({ rung: 5 }) },
      face: { tone: 'loved', icon: 'loved', word: 'Loved', figures: ['0 of 3', '50%'] },
    },
    {
      name: 'watch',
      standing: { level: 'watch', limits: limits(3) },
      face: { tone: 'watch', icon: 'watch', word: 'Watch', figures: ['3 of 3', '30%'] },
    },
    {
      name: 'expensive, with no limit broken now',
      standing: { level: 'expensive', limits: limits(2) },
      face: { tone: 'expensive', icon: 'expensive', word: 'Expensive', figures: ['2 of 3', '30%'] },
    },
    {
      name: 'over the limit: filled',
      standing: { level: 'calm', limits: limits(4) },
      facts: { alert: openAlert },
      face: { tone: 'expensive', icon: 'over', word: 'Over limit', figures: ['4 of 3', '30%'], alert: true },
    },
    {
      name: 'asleep: dashed, the level kept',
      standing: { level: 'watch', limits: limits(4) },
      facts: { alert: openAlert, snoozedUntil: at('2026-11-30') },
      face: { tone: 'watch', icon: 'snoozed', word: 'Snoozed', figures: ['until Mon'], quiet: true },
    },
    {
      name: 'awake again at the instant',
      standing: { limits: limits(4) },
      facts: { alert: openAlert, snoozedUntil: clock.now },
      face: { tone: 'expensive', icon: 'over', word: 'Over limit', figures: ['4 of 3', '30%'], alert: true },
    },
    {
      name: 'a discount lost within 30 days',
      standing: { ladder: ladder({ rung: 4, fell: { ...fell, at: at('2026-11-23') } }) },
      face: { tone: 'watch', icon: 'lost', word: 'Discount lost', figures: ['50% to 40%'] },
    },
    {
      name: 'a discount lost longer ago is no news',
      standing: { ladder: ladder({ rung: 4, fell: { ...fell, at: at('2026-10-20') } }) },
      face: { tone: 'calm', icon: 'calm', word: 'Calm', figures: ['1 of 3', '40%'] },
    },
    {
      name: 'new: no discount to speak of',
      standing: { level: 'new', ladder: ladder({ rung: 0 }), firstAt: at('2026-11-20') },
      face: { tone: 'new', icon: 'new', word: 'New', figures: ['1 of 3'] },
    },
    {
      name: 'no contact on record: dashed, and no figure that nobody counted',
      standing: { level: 'new', limits: limits(0), ladder: ladder({ rung: 0 }) },
      face: { tone: 'new', icon: 'new', word: 'New', figures: [], quiet: true },
    },
    {
      name: 'exempt: the discount alone',
      standing: { level: 'unscored', unscored: 'exempt' },
      face: { tone: 'new', icon: 'exempt', word: 'Exempt', figures: ['30%'] },
    },
    {
      name: 'a shared mailbox',
      standing: { level: 'unscored', unscored: 'shared-mailbox' },
      face: { tone: 'new', icon: 'shared', word: 'Shared mailbox', figures: [], quiet: true },
    },
    {
      name: 'an objection',
      standing: { level: 'unscored', unscored: 'objection' },
      face: { tone: 'new', icon: 'paused', word: 'Not scored', figures: [], quiet: true },
    },
  ])('$name', ({ standing: change, facts, face }) => {
    const { label: _label, mark: _mark, picture: _picture, ...seen } = badgeView(standing(change), badgeFacts(facts));
    expect(seen).toEqual(face);
  });

  it('says the whole sentence to those who listen', () => {
    const { label } = badgeView(standing({ limits: limits(4) }), badgeFacts({ alert: openAlert }));
    expect(label).toBe('Over limit. Nora Fairweather: 4 contacts in 30 days; your limit is 3. Discount 30%.');
  });

  it.each([
    ['reading', 'Reading. The record of this customer is being read.'],
    ['unknown', 'Unknown customer. Nobody on record matches this requester.'],
    ['unread', 'Page not understood. This page is not understood. Nothing was recorded from it.'],
    ['nobody', 'No requester. This ticket has no requester, so nobody is scored.'],
  ] as const)('without a standing it is dashed: %s', (state, label) => {
    expect(plainBadge(state, words)).toMatchObject({ quiet: true, figures: [], label });
  });
});

describe('the mark in a list', () => {
  const mark = (change: Partial<Standing>, facts: Partial<BadgeFacts> = {}) =>
    badgeView(standing(change), badgeFacts(facts)).mark;

  it('is for exceptions only', () => {
    expect(mark({})).toBeUndefined();
    expect(mark({ level: 'new' })).toBeUndefined();
    expect(mark({ level: 'unscored', unscored: 'objection' }, { alert: openAlert })).toBeUndefined();
  });

  it('carries a figure for an open alert alone', () => {
    expect(mark({ limits: limits(4) }, { alert: openAlert })).toMatchObject({
      icon: 'over',
      tone: 'expensive',
      figure: '4/3',
      title: 'Over limit: 4 of 3 in 30 days',
    });
    expect(mark({ level: 'watch', limits: limits(3) })).toMatchObject({
      icon: 'watch',
      tone: 'watch',
      title: 'Watch: 3 of 3 in 30 days',
    });
    expect(mark({ loved: true })).toMatchObject({ icon: 'loved', tone: 'loved', title: 'Loved: due for a thank-you' });
  });

  it('sleeps with the alert, and shows the level then', () => {
    const asleep = { alert: openAlert, snoozedUntil: at('2026-11-30') };
    expect(mark({ limits: limits(4) }, asleep)).toBeUndefined();
    expect(mark({ level: 'expensive', limits: limits(4) }, asleep)?.icon).toBe('expensive');
  });
});

it('a label always begins with the word that is seen', () => {
  const levels = fc.constantFrom<Level>('new', 'calm', 'watch', 'expensive');
  const unscored = fc.option(fc.constantFrom('objection' as const, 'exempt' as const, 'shared-mailbox' as const), {
    nil: undefined,
  });
  const anyStanding = fc.record({ level: levels, unscored, loved: fc.boolean(), load: fc.nat(20), rung: fc.nat(5) });
  const anySleep = fc.option(fc.integer({ min: at('2026-01-01'), max: at('2027-12-01') }), { nil: undefined });
  fc.assert(
    fc.property(
      anyStanding,
      fc.boolean(),
      anySleep,
      ({ unscored: why, load, rung, ...change }, isOver, snoozedUntil) => {
        const seen = badgeView(
          standing({ ...change, ...(why && { unscored: why }), limits: limits(load), ladder: ladder({ rung }) }),
          badgeFacts({ ...(isOver && { alert: openAlert }), ...(snoozedUntil !== undefined && { snoozedUntil }) }),
        );
        expect(seen.label.startsWith(`${seen.word}. Nora Fairweather: `)).toBe(true);
        expect(seen.label.endsWith('.')).toBe(true);
        expect(seen.figures.length).toBeLessThanOrEqual(2);
      },
    ),
  );
});
