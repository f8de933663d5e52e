import { describe, expect, it } from 'vitest';

import { type Reason, SUGGESTIONS, type Suggestion } from '@/lib/scoring/standing';
import { badgeView } from '@/lib/text/badge-view';
import { reasonView } from '@/lib/text/card-reasons';
import { cardView } from '@/lib/text/card-view';
import { doneSaid } from '@/lib/text/done';
import { kindWordLine } from '@/lib/text/popup-lines';

import { at, badgeFacts, cardFacts, clock, monthsWith, standing, words } from './given';

const EUR = 'EUR';
const OWN: Readonly<Record<Suggestion, readonly [Reason, string]>> = {
  fell: [{ kind: 'fell', from: 50, to: 0, at: at('2026-11-23') }, 'call'],
  'contract-talk': [{ kind: 'loss-making', minor: -100, currency: EUR, talk: true }, 'call'],
  'stand-in': [{ kind: 'weekly-conference', minutes: 150, standIn: true }, 'open'],
  training: [{ kind: 'pays-its-way', minor: 100, currency: EUR }, 'open'],
  dormant: [{ kind: 'dormant', since: at('2026-03-01') }, 'call'],
  protection: [{ kind: 'rung-reached', discount: 50, at: at('2026-11-23'), top: true }, 'open'],
  'rung-reached': [{ kind: 'rung-reached', discount: 10, at: at('2026-11-23') }, 'open'],
  call: [{ kind: 'best' }, 'call'],
  thank: [{ kind: 'quiet', since: at('2021-11-01'), years: 5.06 }, 'thank'],
  'rung-near': [{ kind: 'rung-near', discount: 40, at: at('2026-12-10') }, 'open'],
};

describe('a suggestion in a list', () => {
  it.each(SUGGESTIONS)('%s says its own reason, and the next step', (suggestion) => {
    const [reason, step] = OWN[suggestion];
    const other: Reason = { kind: 'as-expected', contacts: 3, months: 12 };
    const reasons = [other, reason];
    const line = kindWordLine(standing({ suggestion, rank: 1, reasons }), 'Nora', { ...clock, words });
    expect(line).toMatchObject({
      text: reasonView(reason, { standing: standing(), words, ...clock }).text,
      step: { do: step },
    });
  });

  it('without a reason of its own says the strongest there is', () => {
    const reasons: Reason[] = [{ kind: 'as-expected', contacts: 3, months: 12 }];
    const line = kindWordLine(standing({ suggestion: 'thank', rank: 1, reasons }), 'Nora', { ...clock, words });
    expect(line?.text).toBe('3 contacts in 12 months, about as many as expected.');
  });
});

describe('a silhouette', () => {
  it.each<[Reason, string, string | undefined]>([
    [{ kind: 'little-history' }, 'new', 'new'],
    [{ kind: 'dormant', since: 0 }, 'new', 'new'],
    [{ kind: 'best' }, 'phone', 'loved'],
    [{ kind: 'pays-its-way', minor: 1, currency: EUR }, 'phone', 'watch'],
    [{ kind: 'loss-making', minor: -1, currency: EUR }, 'loss', 'expensive'],
    [{ kind: 'loss-making', minor: 0, currency: EUR }, 'loss', 'watch'],
    [{ kind: 'weekly-conference', minutes: 1, standIn: false }, 'conference', 'watch'],
    [{ kind: 'rung-reached', discount: 10, at: 0 }, 'rung', 'calm'],
    [{ kind: 'doubled', count: 1 }, 'check', undefined],
    [{ kind: 'unscored', why: 'organisation' }, 'shared', undefined],
    [{ kind: 'unscored', why: 'objection' }, 'paused', undefined],
    [{ kind: 'unscored', why: 'exempt' }, 'exempt', undefined],
  ])('of %o', (reason, icon, tone) => {
    const view = reasonView(reason, { standing: standing(), words, ...clock });
    expect([view.icon, view.tone]).toEqual([icon, tone]);
  });
});

describe('the card', () => {
  it('speaks of who is dormant, and thanks for nothing', () => {
    const reasons: Reason[] = [{ kind: 'dormant', since: at('2026-03-01') }];
    expect(cardView(cardFacts({ standing: standing({ reasons }) })).said).toBe(
      'No sign of use since March 2026. Ask how they are.',
    );
  });

  it('says of a call that came twice that it counts once, beside the months', () => {
    const reasons: Reason[] = [
      { kind: 'doubled', count: 1 },
      { kind: 'not-counted', count: 1, whys: [{ why: 'duplicate', count: 1 }] },
    ];
    const months = monthsWith(1).map((month, index) => ({ ...month, excluded: index === 11 ? 1 : 0 }));
    const card = cardView(cardFacts({ standing: standing({ reasons, months }) }));
    expect(card.reasons.map(({ text }) => text)).toEqual([
      '1 contact of today came within an hour of another one, so the two count once.',
    ]);
    expect(card.months?.note).toBe('1 not counted: the same again within an hour');
  });

  it('of a person of an organisation says where the badge is', () => {
    const person = standing({ level: 'unscored', unscored: 'organisation' });
    expect(cardView(cardFacts({ standing: person })).said).toBe(
      'The contract is the organisation’s, so the badge sits there.',
    );
    expect(badgeView(person, badgeFacts())).toMatchObject({ icon: 'shared', word: 'Organisation', quiet: true });
  });
});

it('who logs a call within an hour of another is told at once', () => {
  const reasons: Reason[] = [{ kind: 'doubled', count: 1 }];
  const after = { words, standing: standing({ reasons }), ...clock };
  expect(doneSaid({ do: 'log-call', kind: 'call' }, after)).toBe(
    'Call logged. 1 contact in 30 days; your limit is 3. 1 contact of today came within an hour of another one, so the two count once.',
  );
});
