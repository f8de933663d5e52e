import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { NOT_COUNTED, type NotCounted } from '@/lib/scoring/contact';
import type { Reason } from '@/lib/scoring/standing';
import { alertNotice, toolbarTitle } from '@/lib/text/notices';
import { erasedSaid } from '@/lib/text/done';
import { contactsOf, likely, overLimit, sentence, windowOf } from '@/lib/text/sentences';

import { at, clock, words } from './given';

const notCounted = (...shares: readonly [NotCounted, number][]): Reason => ({
  kind: 'not-counted',
  count: shares.reduce((sum, [, count]) => sum + count, 0),
  whys: shares.map(([why, count]) => ({ why, count })),
});
const said = (reason: Reason): string => sentence(reason, words, clock);

describe('a reason is said', () => {
  it.each<[string, Reason]>([
    ['4 contacts in 30 days; your limit is 3.', { kind: 'over-limit', load: 4, max: 3, window: { days: 30 } }],
    [
      '1 conference call in one day; your limit is 0.',
      { kind: 'over-limit', load: 1, max: 0, window: { days: 1 }, kinds: ['conference'] },
    ],
    ['18 contacts in 12 months; the average is 3.', { kind: 'many', contacts: 18, months: 12, average: 3 }],
    [
      'We expect about 15 a year, between 6.9 and 25; above your 8.5 is very likely.',
      { kind: 'expected', mean: 15.2, low: 6.88, high: 25.4, limit: 8.5, aboveLimit: 0.9 },
    ],
    ['No contact in five years. Never thanked.', { kind: 'quiet', since: at('2021-11-01'), years: 5.06 }],
    [
      'No contact in 7 months. Thanked on 10 May.',
      { kind: 'quiet', since: at('2026-04-20'), years: 0.6, thankedAt: at('2026-05-10') },
    ],
    ['Known for 12 days, one contact. Too early to say more.', { kind: 'new', days: 12.4, contacts: 1 }],
    ['Known since today, no contacts. Too early to say more.', { kind: 'new', days: 0.2, contacts: 0 }],
    ['Fell from 50% to 40% on Monday. A call would be fair.', { kind: 'fell', from: 50, to: 40, at: at('2026-11-23') }],
    ['40% on 10 May 2027, if nothing happens until then.', { kind: 'rung-near', discount: 40, at: at('2027-05-10') }],
    ['2 contacts were not counted: our fault.', notCounted(['product_fault', 2])],
    ['1 contact was not counted: the same again within an hour.', notCounted(['duplicate', 1])],
    ['4 contacts were not counted: during an outage of ours (3), spam (1).', notCounted(['outage', 3], ['spam', 1])],
    ['3 contacts in 12 months, about as many as expected.', { kind: 'as-expected', contacts: 3, months: 12 }],
    ['No contact that counts in 12 months.', { kind: 'as-expected', contacts: 0, months: 12 }],
    ['Little history yet: mostly the average customer.', { kind: 'little-history' }],
    ['1 contact of today came within an hour of another one, so the two count once.', { kind: 'doubled', count: 1 }],
    [
      '2 contacts of today came within an hour of another one, so they do not count again.',
      { kind: 'doubled', count: 2 },
    ],
    [
      'Reached 40% on Monday. They would like to hear it.',
      { kind: 'rung-reached', discount: 40, at: at('2026-11-23') },
    ],
    [
      'Reached the top, 50%, on 10 May. Offer to protect it.',
      { kind: 'rung-reached', discount: 50, at: at('2026-05-10'), top: true },
    ],
    ['No sign of use since May 2026. Ask how they are.', { kind: 'dormant', since: at('2026-05-10') }],
    ['One of your best customers. A call from one of you would be kind.', { kind: 'best' }],
    [
      'Calls often, and still earned you €1,240 in twelve months. Training or a named contact would help both sides.',
      { kind: 'pays-its-way', minor: 124_000, currency: 'EUR' },
    ],
    [
      'Cost you €1,240 more than they paid, over twelve months.',
      { kind: 'loss-making', minor: -124_000, currency: 'EUR' },
    ],
    [
      'Cost you €0.01 more than they paid, over twelve months. Talk about the contract, the documentation or paid support.',
      { kind: 'loss-making', minor: -1, currency: 'EUR', talk: true },
    ],
    ['Earned you €0 in twelve months, hardly more than they cost.', { kind: 'loss-making', minor: 0, currency: 'EUR' }],
    [
      'A conference call nearly every week, 1 minute of your people’s time.',
      { kind: 'weekly-conference', minutes: 1.4, standIn: false },
    ],
    [
      'A conference call nearly every week, 150 minutes of your people’s time. A stand-in could take it.',
      { kind: 'weekly-conference', minutes: 150, standIn: true },
    ],
    ['The contract is the organisation’s, so the badge sits there.', { kind: 'unscored', why: 'organisation' }],
    [
      'About 812 contacts a year come from this address. No single person makes so many, so it is not scored.',
      { kind: 'unscored', why: 'shared-mailbox', rate: 812.4 },
    ],
    ['Exempt from scoring.', { kind: 'unscored', why: 'exempt' }],
    [
      'This customer objected. Nothing is computed, and nobody needs to know more.',
      { kind: 'unscored', why: 'objection' },
    ],
    ['Several people write from this address, so it is not scored.', { kind: 'unscored', why: 'shared-mailbox' }],
    [
      'Exempt from scoring: “a friend of the house”.',
      { kind: 'unscored', why: 'exempt', note: 'a friend of the house' },
    ],
  ])('%s', (sentenceSaid, reason) => {
    expect(said(reason)).toBe(sentenceSaid);
  });
});

describe('a person is never called anything in a sentence', () => {
  const figure = fc.double({ min: 0, max: 500, noNaN: true });
  const window = fc.oneof(
    fc.record({ days: fc.integer({ min: 1, max: 800 }) }),
    fc.constantFrom('contract' as const, 'ever' as const),
  );
  const instant = fc.integer({ min: at('2015-01-01'), max: at('2030-01-01') });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const reason: fc.Arbitrary<Reason> = fc.oneof(
    fc.record({ kind: fc.constant('over-limit' as const), load: figure, max: figure, window }),
    fc.record({ kind: fc.constant('many' as const), contacts: fc.nat(), months: fc.nat(12), average: figure }),
    fc.record({
      kind: fc.constant('expected' as const),
      mean: figure,
      low: figure,
      high: figure,
      limit: figure,
      aboveLimit: share,
    }),
    fc.record({
      kind: fc.constant('quiet' as const),
      since: instant,
      years: fc.double({ min: 0, max: 30, noNaN: true }),
    }),
    fc.record({ kind: fc.constant('new' as const), days: figure, contacts: fc.nat(40) }),
    fc.record({ kind: fc.constant('fell' as const), from: fc.nat(50), to: fc.nat(50), at: instant }),
    fc.record({ kind: fc.constant('rung-near' as const), discount: fc.nat(50), at: instant }),
    fc
      .array(fc.tuple(fc.constantFrom(...NOT_COUNTED), fc.nat()), { minLength: 1 })
      .map((shares) => notCounted(...shares)),
    fc.record({ kind: fc.constant('doubled' as const), count: fc.nat() }),
    fc.record({
      kind: fc.constant('loss-making' as const),
      minor: fc.integer({ max: 1000 }),
      currency: fc.constant('EUR'),
      talk: fc.constant(true as const),
    }),
    fc.record({ kind: fc.constant('weekly-conference' as const), minutes: figure, standIn: fc.boolean() }),
    fc.record({ kind: fc.constant('rung-reached' as const), discount: fc.nat(50), at: instant }),
    fc.record({ kind: fc.constant('dormant' as const), since: instant }),
    fc.record({ kind: fc.constant('as-expected' as const), contacts: fc.nat(), months: fc.nat(12) }),
    fc.record({
      kind: fc.constant('unscored' as const),
      why: fc.constantFrom('objection' as const, 'exempt' as const, 'organisation' as const, 'shared-mailbox' as const),
    }),
  );

  it('neither expensive nor bad nor flagged, and no sentence shouts or has a hole', () => {
    fc.assert(
      fc.property(reason, (one) => {
        const text = said(one);
        expect(text).not.toMatch(/\b(expensive|bad|flagged|worst|problem)\b/i);
        expect(text).not.toMatch(/[!{}]|undefined|NaN/);
        expect(text).toMatch(/\.$/);
      }),
    );
  });
});

describe('the parts of sentences', () => {
  it.each([
    [0.8, 'very likely'],
    [0.79, 'likely'],
    [0.5, 'likely'],
    [0.49, 'possible'],
    [0.2, 'possible'],
    [0.19, 'unlikely'],
  ])('a probability of %s is %s', (probability, word) => {
    expect(likely(words, probability)).toBe(word);
  });

  it.each([
    [{ days: 30 }, 'in 30 days'],
    [{ days: 1 }, 'in one day'],
    [{ days: 0.5 }, 'in 12 hours'],
    ['contract', 'in this contract year'],
    ['ever', 'in all'],
  ] as const)('a window of %o is %s', (window, phrase) => {
    expect(windowOf(words, window)).toBe(phrase);
  });

  it.each([
    [[], '3 contacts'],
    [['call'], '3 calls'],
    [['call', 'visit'], '3 contacts (calls, visits)'],
    [['no such kind'], '3 contacts'],
  ])('contacts of the kinds %j are %s', (kinds, phrase) => {
    expect(contactsOf(words, 3, kinds)).toBe(phrase);
  });
});

describe('what may be read over a shoulder', () => {
  it('says that there is an alert, and not whose', () => {
    expect(alertNotice(words)).toEqual({
      title: 'An alert',
      message: 'A limit was passed. Open Noclaims to see whose.',
    });
  });

  it.each([
    ['idle', 'Noclaims'],
    ['hidden', 'Noclaims: hidden while you share your screen'],
    [{ alerts: 0 }, 'Noclaims: no open alert'],
    [{ alerts: 1 }, 'Noclaims: 1 open alert'],
    [{ alerts: 2 }, 'Noclaims: 2 open alerts'],
  ] as const)('the toolbar says of %j: %s', (state, title) => {
    expect(toolbarTitle(words, state)).toBe(title);
  });
});

it('tells what was erased, in numbers', () => {
  expect(erasedSaid({ contacts: 14, tickets: 3, names: 1, objection: true }, words)).toBe(
    'Erased: 14 contacts, 3 tickets, 1 name. An objection is remembered, as a number only.',
  );
  expect(erasedSaid({ contacts: 1, tickets: 0, names: 2 }, words)).toBe('Erased: 1 contact, 0 tickets, 2 names.');
});

it('says of a limit that is broken and no longer passed that there was more before', () => {
  const window = { days: 7 };
  const kinds = ['conference'];
  expect(overLimit(words, { load: 1, max: 1, window, kinds, breachedAt: 0 })).toBe(
    '1 conference call in 7 days. Your limit of 1 was passed before; a little more quiet clears it.',
  );
  expect(overLimit(words, { load: 1, max: 1, window, kinds })).toBe('1 conference call in 7 days; your limit is 1.');
});
