import { describe, expect, it } from 'vitest';

import { rulesFor } from '@/lib/scoring/subject';
import type { Contact } from '@/lib/scoring/contact';
import type { LimitRule } from '@/lib/scoring/rules';
import { LIMIT_PRESETS } from '@/lib/scoring/rules';
import { append, emptyTally, tallyOf } from '@/lib/scoring/tally';

import { at, contact, limit, rules } from './given';

const by = (customerId: string, instant: string, more: Partial<Contact> = {}): Contact =>
  contact(instant, { id: `s/${customerId}${instant}/open`, customerId, ...more });

const broken = (rule: LimitRule, contacts: readonly Contact[], organisation = false) => {
  const circumstances = rulesFor(rules({ limits: [rule] }), { organisation });
  return tallyOf('o', { past: [], contacts }, circumstances, at('2026-04-01')).breaches;
};

it('the presets are the four of the article, all on, none beyond one customer', () => {
  expect(LIMIT_PRESETS.map(({ id, max, window, kinds }) => [id, max, window, kinds])).toEqual([
    ['week', 3, { days: 7 }, undefined],
    ['month', 5, { days: 30 }, undefined],
    ['contract-year', 12, 'contract', undefined],
    ['weekly-conference', 1, { days: 7 }, ['conference']],
  ]);
  for (const rule of LIMIT_PRESETS) {
    expect(rule).toMatchObject({ on: true, release: 1, cooldownDays: 7 });
    expect([rule.scope, rule.includeProductFault, rule.weights]).toEqual([undefined, undefined, undefined]);
  }
});

describe('an organisation', () => {
  const rule = limit({ scope: 'organisation', max: 2 });
  const three = [
    by('a', '2026-03-02 09:00'),
    by('b', '2026-03-02 09:10'),
    by('c', '2026-03-03 09:00', { kind: 'call' }),
  ];

  it('is over its limit by what its people do together, none of them twice within the hour', () => {
    expect(broken(rule, three, true)).toMatchObject([{ at: at('2026-03-03 09:00'), load: 3, max: 2 }]);
  });

  it('is told from one person who writes twice', () => {
    const twice = three.map((one) => ({ ...one, customerId: 'a' }));
    expect(broken(rule, twice, true)).toEqual([]);
  });

  it('grows by one contact as by all', () => {
    const circumstances = rulesFor(rules({ limits: [rule] }), { organisation: true });
    const grown = three.reduce((tally, one) => append(tally, one, circumstances).tally, emptyTally('o'));
    expect(grown).toEqual(tallyOf('o', { past: [], contacts: three }, circumstances, at('2026-03-03 09:00')).tally);
    expect(grown).toMatchObject({ counted: 3, rated: 2 });
  });

  it('is not what a limit of one customer counts', () => {
    expect(broken(limit({ max: 2 }), three, true)).toEqual([]);
    expect(broken(rule, three)).toEqual([]);
  });
});

describe('faults of ours', () => {
  const fault = { cause: 'product_fault' } as const;
  const two = [contact('2026-03-02 09:00', fault), contact('2026-03-03 09:00', fault)];

  it('count in a limit that includes them, and in no other', () => {
    expect(broken(limit({ max: 1, includeProductFault: true }), two)).toMatchObject([{ load: 2 }]);
    expect(broken(limit({ max: 1 }), two)).toEqual([]);
    expect(broken(limit({ max: 1, includeProductFault: false }), two)).toEqual([]);
  });

  it('speak for nothing else', () => {
    const circumstances = rules({ limits: [limit({ includeProductFault: true })] });
    const { tally } = tallyOf('c', { past: [], contacts: two }, circumstances, at('2026-04-01'));
    expect(tally).toMatchObject({ counted: 0, rated: 0 });
    expect(tally).not.toHaveProperty('evidence');
  });

  it('sent twice count once', () => {
    const doubled = [two[0], contact('2026-03-02 09:59', fault)].filter((one) => one !== undefined);
    expect(broken(limit({ max: 1, includeProductFault: true }), doubled)).toEqual([]);
    expect(
      broken(limit({ max: 1, includeProductFault: true }), [...doubled, contact('2026-03-02 10:00', fault)]),
    ).toMatchObject([{ load: 2 }]);
  });

  it('do not hide what the customer does within the hour', () => {
    const theirs = [contact('2026-03-02 09:30'), contact('2026-03-03 09:30')];
    expect(broken(limit({ max: 1 }), [...two, ...theirs])).toMatchObject([{ load: 2 }]);
  });

  it('are not outages, nor what a third party did', () => {
    const rule = limit({ max: 0, includeProductFault: true });
    const others = [
      contact('2026-03-02 09:00', { outageId: 'o', cause: 'product_fault' }),
      contact('2026-03-05 09:00', { cause: 'third_party' }),
    ];
    expect(broken(rule, others)).toEqual([]);
  });
});

describe('weights', () => {
  it('of nought make a kind free', () => {
    const rule = limit({ max: 0, weights: { chat: 0 } });
    expect(broken(rule, [contact('2026-03-02 09:00', { kind: 'chat' })])).toEqual([]);
    expect(broken(rule, [contact('2026-03-02 09:00', { kind: 'visit' })])).toMatchObject([{ load: 1 }]);
  });

  it('may be fractions', () => {
    const rule = limit({ max: 1, weights: { chat: 0.4 } });
    const chats = ['09:00', '11:00', '13:00'].map((hour) => contact(`2026-03-02 ${hour}`, { kind: 'chat' }));
    expect(broken(rule, chats.slice(0, 2))).toEqual([]);
    expect(broken(rule, chats)[0]?.load).toBeCloseTo(1.2, 12);
  });
});
