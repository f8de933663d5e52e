import { describe, expect, it } from 'vitest';

import type { Level, Reason, Standing } from '@/lib/scoring/standing';
import type { CardFacts } from '@/lib/text/card-facts';
import { ticksTo } from '@/lib/text/card-plots';
import { cardView } from '@/lib/text/card-view';

import { at, cardFacts, clock, ladder, monthsWith, openAlert, standing } from './given';

const cardOf = (change: Partial<Standing> = {}, facts: Partial<CardFacts> = {}) =>
  cardView(cardFacts({ standing: standing(change), ...facts }));

const quiet: Reason = { kind: 'quiet', since: at('2021-11-01'), years: 5.06 };
const many: Reason = { kind: 'many', contacts: 18, months: 12, average: 3 };

describe('why', () => {
  it('comes in at most three sentences, strongest first', () => {
    const { reasons } = cardOf({
      level: 'expensive',
      reasons: [
        { kind: 'over-limit', load: 4, max: 3, window: { days: 30 } },
        many,
        { kind: 'fell', from: 50, to: 40, at: at('2026-11-23') },
        { kind: 'not-counted', count: 2, whys: [{ why: 'spam', count: 2 }] },
      ],
    });
    expect(reasons.map(({ text }) => text)).toEqual([
      '4 contacts in 30 days; your limit is 3.',
      '18 contacts in 12 months; the average is 3.',
      'Fell from 50% to 40% on Monday. A call would be fair.',
    ]);
    expect(reasons[0]).toMatchObject({ icon: 'over', tone: 'expensive' });
  });

  it('is spoken where there is little to say', () => {
    const card = cardOf({ loved: true, reasons: [quiet], months: monthsWith(), ladder: ladder({ rung: 5 }) });
    expect(card.said).toBe('No contact in five years. Never thanked. We expect about 15 a year.');
    expect(card.reasons).toEqual([]);
  });

  it('does not say again what a section says', () => {
    const { reasons } = cardOf({
      reasons: [
        many,
        { kind: 'expected', mean: 15, low: 6.9, high: 25, limit: 8.5, aboveLimit: 0.9 },
        { kind: 'rung-near', discount: 40, at: at('2027-05-10') },
      ],
    });
    expect(reasons.map(({ text }) => text)).toEqual(['18 contacts in 12 months; the average is 3.']);
  });

  it('puts a fall that waits for a person above everything', () => {
    const proposed = [{ contactId: 'd1/7/open', at: at('2026-11-20'), from: 3, to: 2 }];
    const { reasons, actions } = cardOf({ reasons: [many], ladder: ladder({ proposed }) });
    expect(reasons[0]?.text).toBe(
      'A fall from 30% to 20% is proposed, for the contact on Friday. Nothing is taken before you confirm it.',
    );
    expect(actions.more.choices.slice(0, 2)).toMatchObject([
      { action: 'confirm-loss', word: 'Confirm the fall to 20%', subject: 'd1/7/open', reason: 'Reason' },
      { action: 'refuse-loss', confirm: 'The discount stays at 30%.' },
    ]);
  });

  it('says what a fall within the year would charge again', () => {
    const recharge = { points: 50, days: 282, of: 365 };
    const proposed = [{ contactId: 'd1/7/open', at: at('2026-11-20'), from: 3, to: 0, recharge }];
    expect(cardOf({ reasons: [many], ladder: ladder({ proposed }) }).reasons[0]?.text).toMatch(
      /before you confirm it\. It would charge 38\.6% of the year’s fee again, for 282 of 365 days\.$/,
    );
  });
});

describe('the twelve months', () => {
  it('are left out where there was no contact at all', () => {
    expect(cardOf({ months: monthsWith() }).months).toBeUndefined();
  });

  it('say in words what they show', () => {
    const { months } = cardOf({ months: monthsWith(1, 4) });
    expect(months?.label).toBe(
      'Counted contacts a month, December 2025 to November 2026: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 4.',
    );
    expect(months?.bars.map(({ letter }) => letter).join('')).toBe('DJFMAMJJASON');
  });

  it('say what was not counted, and why if there is one reason', () => {
    const months = monthsWith(1).map((month, index) => ({ ...month, excluded: index === 5 ? 2 : 0 }));
    const reasons: Reason[] = [{ kind: 'not-counted', count: 2, whys: [{ why: 'product_fault', count: 2 }] }];
    expect(cardOf({ months, reasons }).months?.note).toBe('2 not counted: our fault');
    expect(cardOf({ months }).months?.note).toBe('2 not counted');
  });

  it('counts nothing and expects nothing of whom no contact is on record', () => {
    const card = cardOf({ level: 'new', months: [], reasons: [{ kind: 'new', days: 0, contacts: 0 }] });
    expect(card.badge).toMatchObject({ figures: [], quiet: true });
    expect(card.said).toBe('No contact is on record yet. Too early to say more.');
    expect(card.rate).toBeUndefined();
  });

  it('say since when anybody watched: a time not watched is no zero', () => {
    const months = monthsWith(1).map((month, index) => ({ ...month, seen: index === 11 }));
    const card = cardOf({ level: 'new', months, firstAt: at('2026-11-12') });
    expect(card.months?.note).toBe('seen since 12 Nov');
    expect(card.months?.label).toContain('Not watched before November 2026.');
  });
});

describe('the other sections', () => {
  it('show the expected rate with its interval and limit', () => {
    expect(cardOf().rate).toMatchObject({
      value: 'about 15, between 6.9 and 25',
      limitWord: 'limit 8.5',
      label: 'Expected 15 contacts a year, between 6.9 and 25; limit 8.5.',
    });
  });

  it('show the cost as money, and say when minutes are guessed', () => {
    const year = { counted: 4, excluded: 0, minutes: 300, costMinor: 191_000, measured: false, months: 12 };
    expect(cardOf({ year }).cost).toEqual({
      title: 'Cost to serve, 12 months',
      value: '€1,910',
      note: 'Some minutes are your defaults, not measured.',
    });
    expect(cardOf().cost).toBeUndefined();
  });

  it.each([
    [
      'a reward to come',
      { next: { at: at('2027-05-10'), rung: 4, claims: 0, allowed: 0 } },
      '40% on 10 May 2027, if nothing happens until then.',
      undefined,
    ],
    [
      'no reward this year',
      { next: { at: at('2027-05-10'), rung: 3, claims: 2, allowed: 1 } },
      '40% not this year: 2 count, 1 may.',
      undefined,
    ],
    [
      'a step back to come',
      { next: { at: at('2027-05-10'), rung: 2, claims: 4, allowed: 0 } },
      undefined,
      '20% on 10 May 2027: 4 count, none may.',
    ],
    [
      'a rung at stake',
      { risk: { rung: 2, immediate: false } },
      undefined,
      'An unknown crash would cost a rung. Nothing is taken before you confirm it.',
    ],
    [
      'everything at stake',
      { risk: { rung: 0, immediate: true } },
      undefined,
      'An unknown crash would take 30% to 0% at once. Nothing is taken before you confirm it.',
    ],
  ])('show on the ladder %s', (_name, change, next, risk) => {
    const { ladder: shown } = cardOf({ ladder: ladder(change) });
    expect([shown?.next, shown?.risk]).toEqual([next, risk]);
  });

  it('draw the ladder as stamps', () => {
    const { ladder: shown } = cardOf({ ladder: ladder({ risk: { rung: 2, immediate: false } }) });
    expect(shown?.rungs.map(({ text, state, mark }) => `${text} ${state} ${mark ?? ''}`.trim())).toEqual([
      '0% had',
      '10% had',
      '20% had risk',
      '30% at',
      '40% ahead',
      '50% ahead',
    ]);
    expect(shown?.value).toBe('30% since May 2025');
    expect(cardOf({ ladder: ladder({ rung: 5 }) }).ladder?.value).toBe('50%, the top');
  });

  it('say how fresh everything is, and what is missing', () => {
    const freshness = { readAt: clock.now - 5 * 60_000, reopeningsRead: false, assumed: 2, untimed: 1 };
    expect(cardOf({}, { freshness }).freshness).toEqual([
      'Read 5 minutes ago.',
      'Reopenings were not read.',
      '2 tickets of yours are taken for calls.',
      '1 ticket has no exact time yet and does not count.',
    ]);
    expect(cardOf({}, { freshness: { reopeningsRead: true } }).freshness).toEqual(['The history is not read yet.']);
  });
});

describe('what can be done', () => {
  it('shows the loss before the click', () => {
    const { causes } = cardOf(
      { ladder: ladder({ risk: { rung: 0, immediate: true } }) },
      { ticketCause: { contactId: 'd1/7/open', cause: 'request' } },
    ).actions;
    const choice = (word: string) => causes?.choices.find((one) => one.word === word);
    expect(choice('Unknown crash')?.loss).toBe('Takes 30% to 0% at once.');
    expect(choice('A request')).toMatchObject({ now: true });
    expect(choice('Our fault or outage')?.loss).toBeUndefined();
    expect(causes?.contactId).toBe('d1/7/open');
  });

  it.each([
    ['Idris Achterberg', 'Thank Idris'],
    ['achterberg@boats.example', 'Say thanks'],
    ['Achterberg, Idris', 'Say thanks'],
    ['', 'Say thanks'],
  ])('thanks %s', (name, word) => {
    const asked = (level: Level, canThank: boolean) => {
      const { thank, more } = cardOf({ level }, { name, canThank }).actions;
      return [thank?.word, more.choices.find(({ action }) => action === 'thank')?.word];
    };
    expect(asked('calm', true)).toEqual([word, undefined]);
    expect(asked('watch', true)).toEqual([undefined, word]);
    expect(asked('calm', false)).toEqual([undefined, undefined]);
  });

  it('offers to snooze only an alert that is there', () => {
    const asks = (facts: Partial<CardFacts>) => cardOf({}, facts).actions.more.choices.map(({ action }) => action);
    expect(asks({})).toEqual(['exempt', 'objects', 'erase']);
    expect(asks({ openAlert })).toEqual(['snooze', 'snooze', 'thank', 'exempt', 'objects', 'erase']);
  });

  it('leaves to whoever objected only what the law gives', () => {
    const card = cardOf({ level: 'unscored', unscored: 'objection' });
    expect(card.actions).toMatchObject({ more: { choices: [{ action: 'unobjects' }, { action: 'erase' }] } });
    expect(Object.keys(card.actions)).toEqual(['more']);
    expect(card).not.toHaveProperty('rate');
    expect(card.freshness).toEqual([]);
  });

  it('lets an exempt customer keep the ladder, without its outlook', () => {
    const card = cardOf({
      level: 'unscored',
      unscored: 'exempt',
      ladder: ladder({ risk: { rung: 2, immediate: false } }),
    });
    expect(card.ladder).toMatchObject({ value: '30% since May 2025' });
    expect(card.ladder).not.toHaveProperty('risk');
    expect(card.actions.more.choices).toContainEqual({ action: 'unexempt', word: 'Score again' });
  });
});

it.each([
  [26.25, [0, 5, 10, 15, 20, 25, 30]],
  [32, [0, 8, 16, 24, 32]],
  [6, [0, 1, 2, 3, 4, 5, 6]],
  [0.5, [0, 0.1, 0.2, 0.3, 0.4, 0.5]],
])('an axis to %s has at most six round steps', (end, ticks) => {
  expect(ticksTo(end)).toEqual(ticks);
});
