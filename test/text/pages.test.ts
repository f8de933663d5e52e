import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ARTICLE, SANE } from '@/lib/scoring/ladder';
import { LIMIT_PRESETS } from '@/lib/scoring/rules';
import { ladderWords } from '@/lib/text/options-ladder';
import { limitName } from '@/lib/text/options-limits';
import { minorAsText, numberOf, textAsMinor } from '@/lib/text/pages-numbers';
import { minutesOf, running } from '@/lib/text/pages-times';
import { customerPanel } from '@/lib/text/popup-customer';
import { alertLine, kindWordLine, noAlerts } from '@/lib/text/popup-lines';
import { unreadView } from '@/lib/text/popup-unread';

import { at, cardFacts, clock, openAlert, standing, words } from './given';

describe('numbers as one writes them', () => {
  it.each([
    { written: '1.5', number: 1.5 },
    { written: ' 1,5 ', number: 1.5 },
    { written: '−2', number: -2 },
    { written: '', number: Number.NaN },
    { written: '1.000,5', number: Number.NaN },
    { written: 'ten', number: Number.NaN },
  ])('"$written" → $number', ({ written, number }) => expect(numberOf(written)).toBe(number));

  it('an amount comes back as it was shown, in any currency', () => {
    const currency = fc.constantFrom('EUR', 'JPY', 'KWD');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), currency, (minor, money) => {
        expect(textAsMinor(minorAsText(minor, money), money)).toBe(minor);
      }),
    );
  });
});

describe('how long a call runs', () => {
  it.each([
    { ms: 0, text: '00:00', minutes: 1 },
    { ms: 252_999, text: '04:12', minutes: 5 },
    { ms: 300_000, text: '05:00', minutes: 5 },
    { ms: 3_852_000, text: '1:04:12', minutes: 65 },
    { ms: 2 * 86_400_000, text: '48:00:00', minutes: 1440 },
    { ms: -5, text: '00:00', minutes: 1 },
  ])('$ms ms: $text, logged as $minutes', ({ ms, text, minutes }) => {
    expect(running(ms)).toBe(text);
    expect(minutesOf(ms)).toBe(minutes);
  });
});

describe('limits and ladders in words', () => {
  it('names the presets by what they say', () => {
    expect(LIMIT_PRESETS.map((rule) => limitName(rule, words))).toEqual([
      '3 contacts in 7 days',
      '5 contacts in 30 days',
      '12 contacts in a contract year',
      '1 conference call in 7 days',
    ]);
  });

  const does = (id: 'article' | 'sane') =>
    Object.fromEntries(
      ladderWords(id === 'article' ? ARTICLE : SANE, false, words).steps.map(({ what, does: step }) => [what, step]),
    );

  it('says what the article takes', () => {
    expect(does('article')).toMatchObject({
      'Unknown crash': 'back to 0%, at once',
      'Known cause, on their side': 'stays where it is for that year',
      'Our fault or outage': 'nothing',
      'Contacts a year that still let a customer rise': '0',
    });
  });

  it('says what the sane one forgives', () => {
    expect(does('sane')).toMatchObject({
      'Unknown crash': 'one rung back, at the anniversary',
      'Contacts a year that still let a customer rise': '1',
      'Falls from 30% and above': 'one in 3 years is forgiven',
    });
  });
});

describe('lines of the popup', () => {
  const person = { customerId: 'c1', name: 'Nora' };
  const alert = { ...openAlert, subject: 'c1', breachedAt: at('2026-11-24'), state: 'open' as const };

  it('tells an alert by the rule that it broke', () => {
    const conference = { ...alert, ruleId: 'weekly-conference', load: 2, max: 1 };
    expect(alertLine(conference, person, LIMIT_PRESETS, words).text).toBe(
      '2 conference calls in 7 days; your limit is 1.',
    );
  });

  it('tells an alert whose rule is gone by its figures', () => {
    expect(alertLine({ ...alert, ruleId: 'gone' }, person, [], words).text).toBe('4 contacts in all; your limit is 3.');
  });

  it.each([
    { suggestion: 'thank', reason: { kind: 'quiet', since: 0, years: 5 }, step: 'thank' },
    { suggestion: 'rung-near', reason: { kind: 'rung-near', discount: 40, at: at('2026-11-27') }, step: 'open' },
    { suggestion: 'fell', reason: { kind: 'fell', from: 50, to: 40, at: at('2026-11-23') }, step: 'call' },
  ] as const)('$suggestion has its own reason first, and $step as the next step', ({ suggestion, reason, step }) => {
    const other = { kind: 'as-expected', contacts: 3, months: 12 } as const;
    const line = kindWordLine(standing({ suggestion, rank: 1, reasons: [other, reason] }), 'Nora', { ...clock, words });
    expect(line?.step.do).toBe(step);
    expect(line?.text).not.toContain('as expected');
  });

  it('has no line for whom nothing is suggested', () => {
    expect(kindWordLine(standing(), 'Nora', { ...clock, words })).toBeUndefined();
  });

  it('says when the last alert was', () => {
    expect(noAlerts(at('2026-11-19'), words, clock)).toBe('None. The last one was on Thursday.');
    expect(noAlerts(undefined, words, clock)).toBe('None.');
  });
});

describe('the panel of a customer', () => {
  it('shows the limit of the alert, not merely the nearest', () => {
    const limits = [
      { ruleId: 'week', window: { days: 7 }, load: 3, max: 3 },
      { ruleId: 'month', window: { days: 30 }, load: 4, max: 3 },
    ];
    const { figures } = customerPanel(cardFacts({ standing: standing({ limits }), openAlert }));
    expect(figures[0]).toEqual({ term: 'In 30 days', figure: '4', of: 'of 3' });
  });

  it('computes nothing for whoever objected', () => {
    const objecting = standing({ level: 'unscored', unscored: 'objection' });
    const view = customerPanel(cardFacts({ standing: objecting }));
    expect(view.figures).toEqual([]);
    expect(view.reasons).toEqual([]);
    expect(view.said).toBe('This customer objected. Nothing is computed, and nobody needs to know more.');
    expect(view.actions.logCall).toBeUndefined();
  });
});

it('a report of a page that is not understood names nobody and no address', () => {
  const { report, about } = unreadView(words, {
    ...clock,
    helpdesk: 'Request Tracker, desk.example/rt',
    adapterId: 'rt',
    fact: 'requester',
    health: [{ sourceId: 's1', fact: 'ticket', lastSeenAt: at('2026-11-20'), misses: 0 }],
    version: '0.1.0',
    browser: 'Firefox',
  });
  expect(about).toEqual(['Request Tracker, desk.example/rt, ticket page', 'Last understood on Friday, 13:00']);
  expect(report).toBe(
    [
      'Noclaims 0.1.0, adapter rt',
      'Missing on a ticket page: requester (1)',
      'Last understood: 2026-11-20T12:00:00.000Z',
      'Browser: Firefox',
    ].join('\n'),
  );
});
