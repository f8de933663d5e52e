import { describe, expect, it } from 'vitest';

import { type Contact, MINUTE } from '@/lib/scoring/contact';
import { advance, append, canAppend, emptyTally, tallyOf } from '@/lib/scoring/tally';

import { at, contact, limit, rules } from './given';

describe('what does not come last', () => {
  const first = contact('2026-03-02 09:00', { id: 'b' });
  const { tally } = append(emptyTally('c'), first, rules());

  it.each([
    ['the same again', first, false],
    ['an earlier one', contact('2026-03-02 08:59'), false],
    ['one of the same instant, before by id', contact('2026-03-02 09:00', { id: 'a' }), false],
    ['one of the same instant, after by id', contact('2026-03-02 09:00', { id: 'c' }), true],
    ['a later one', contact('2026-03-02 09:01'), true],
  ])('%s', (_, one, may) => {
    expect(canAppend(tally, one)).toBe(may);
  });

  it('is refused', () => {
    expect(() => append(tally, first, rules())).toThrow('does not come last');
  });

  it('is one from before an anniversary that has passed', () => {
    const later = advance(tally, rules(), at('2027-03-02')).tally;
    expect(canAppend(later, contact('2027-03-01'))).toBe(false);
    expect(canAppend(later, contact('2027-03-02'))).toBe(true);
  });
});

describe('contacts that were pruned', () => {
  const contacts = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-06-01'].map((day) => contact(day));
  const pruned = contacts
    .slice(0, 3)
    .map(({ id, at: when, cause, kind }) => ({ id, at: when, cause, kind, counted: true }));
  const told = (window: { days: number } | 'ever') => {
    const narrow = rules({ limits: [limit({ max: 1, window })] });
    const now = at('2026-06-02');
    return [
      tallyOf('c', { past: [], contacts }, narrow, now),
      tallyOf('c', { past: pruned, contacts: contacts.slice(3) }, narrow, now),
    ] as const;
  };

  it('are told no more of, once it is over', () => {
    const [before, after] = told({ days: 7 });
    expect(before.breaches).toMatchObject([{ at: at('2026-03-03') }]);
    expect(after.breaches).toEqual([]);
    expect(after.tally.limits).toEqual(before.tally.limits);
  });

  it('still stand where nothing ended it', () => {
    const [before, after] = told('ever');
    expect(after.breaches).toEqual(before.breaches);
    expect(after.breaches).toMatchObject([{ at: at('2026-03-03'), load: 2 }]);
  });

  it('leave the rate as it was', () => {
    const [before, after] = told('ever');
    expect([after.tally.rated, after.tally.evidence]).toEqual([before.tally.rated, before.tally.evidence]);
  });
});

describe('the first contact', () => {
  const { tally } = tallyOf('c', { past: [], contacts: [contact('2026-03-02 09:00')] }, rules(), at('2026-03-03'));

  it('speaks for limits and costs, not for the rate', () => {
    expect(tally).toMatchObject({ counted: 1, rated: 0, firstAt: at('2026-03-02 09:00') });
    expect(tally.evidence).toBeUndefined();
    expect(tally.limits[0]?.window).toHaveLength(1);
    expect(tally.days).toMatchObject([{ day: '2026-03-02', counted: 1, minutes: 12, costMinor: 1300 }]);
  });
});

describe('double submits', () => {
  const twice = (minutes: number, more: Partial<Contact>): number =>
    tallyOf(
      'c',
      {
        past: [],
        contacts: [
          contact('2026-03-02 09:00', { topic: 'printer' }),
          contact(at('2026-03-02 09:00') + minutes * MINUTE, { id: 'x', ...more }),
        ],
      },
      rules(),
      at('2026-03-03'),
    ).tally.counted;

  it.each([
    ['the same kind after 59 minutes', 59, {}, 1],
    ['the same kind after an hour', 60, {}, 2],
    ['another kind, same subject', 59, { kind: 'chat', topic: 'printer' }, 1],
    ['another kind, another subject', 1, { kind: 'call', topic: 'network' }, 2],
    ['another kind without a subject', 1, { kind: 'call' }, 2],
  ] as const)('%s', (_, minutes, more, counted) => {
    expect(twice(minutes, more)).toBe(counted);
  });

  it('are measured from the last that counted, not from the last double', () => {
    const every50 = [0, 50, 100, 150].map((minutes) => contact(at('2026-03-02 09:00') + minutes * MINUTE));
    expect(tallyOf('c', { past: [], contacts: every50 }, rules(), at('2026-03-03')).tally.counted).toBe(2);
  });
});
