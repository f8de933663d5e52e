import { describe, expect, it } from 'vitest';

import { type Breach, type Cleared, settled } from '@/lib/scoring/limit';
import type { Contact } from '@/lib/scoring/contact';
import { type LimitRule } from '@/lib/scoring/rules';
import { advance, append, emptyTally, tallyOf } from '@/lib/scoring/tally';

import { at, contact, days, limit, rules } from './given';

/** What one limit did until `until`: breaches, clearings. */
function story(
  rule: LimitRule,
  contacts: readonly Contact[],
  until: string,
): { breaches: Breach[]; cleared: Cleared[] } {
  const breaches: Breach[] = [];
  const cleared: Cleared[] = [];
  let tally = emptyTally('c');
  const circumstances = rules({ limits: [rule] });
  for (const step of [
    ...contacts.map((one) => () => append(tally, one, circumstances)),
    () => advance(tally, circumstances, at(until)),
  ]) {
    const passed = step();
    tally = passed.tally;
    breaches.push(...passed.breaches);
    cleared.push(...passed.cleared);
  }
  return { breaches, cleared };
}

const L1 = [
  '2026-03-02 09:00',
  '2026-03-03 10:00',
  '2026-03-04 11:00',
  '2026-03-05 12:00',
  '2026-03-11 08:00',
  '2026-03-11 09:00',
].map((text) => contact(text));

describe('L1: three in seven days', () => {
  const { breaches, cleared } = story(limit(), L1, '2026-04-01');

  it('is broken by the fourth contact, at its instant', () => {
    expect(breaches[0]).toEqual({ ruleId: 'week', at: at('2026-03-05 12:00'), load: 4, max: 3 });
  });

  it('clears one contact below the limit, at the exact instant', () => {
    expect(cleared[0]).toEqual({
      ruleId: 'week',
      breachedAt: at('2026-03-05 12:00'),
      clearedAt: at('2026-03-10 10:00'),
    });
  });

  it('is broken again in silence, within the cooldown', () => {
    expect(breaches[1]).toMatchObject({ at: at('2026-03-11 09:00'), load: 4, silent: true });
  });

  it('needs no reminder, since it clears at the end of the cooldown', () => {
    expect(breaches).toHaveLength(2);
    expect(cleared[1]).toMatchObject({ breachedAt: at('2026-03-11 09:00'), clearedAt: at('2026-03-12 12:00') });
  });

  it.each([
    ['2026-03-09 08:59', 4, true],
    ['2026-03-09 09:00', 3, true],
    ['2026-03-10 09:59', 3, true],
    ['2026-03-10 10:00', 2, false],
    ['2026-03-11 08:00', 3, false],
    ['2026-03-11 10:59', 4, true],
    ['2026-03-11 11:00', 3, true],
    ['2026-03-12 12:00', 2, false],
  ])('at %s the load is %d', (instant, load, broken) => {
    const { limits } = tallyOf(
      'c',
      { past: [], contacts: L1.filter((one) => one.at <= at(instant)) },
      rules({ limits: [limit()] }),
      at(instant),
    ).tally;
    const window = limits[0]?.window.filter(([seen]) => seen > at(instant) - days(7)) ?? [];
    expect(window).toHaveLength(load);
    expect(limits[0]?.broken !== undefined).toBe(broken);
  });
});

it('L2: without hysteresis it clears as soon as the limit holds', () => {
  const { cleared } = story(limit({ release: 0 }), L1.slice(0, 5), '2026-04-01');
  expect(cleared).toEqual([{ ruleId: 'week', breachedAt: at('2026-03-05 12:00'), clearedAt: at('2026-03-09 09:00') }]);
});

describe('L3: a conference weighs three', () => {
  const rule = limit({ weights: { conference: 3 } });
  const conference = contact('2026-03-02 09:00', { kind: 'conference' });

  it('alone it breaks nothing', () => {
    expect(story(rule, [conference], '2026-03-03').breaches).toEqual([]);
  });

  it('the next message does', () => {
    expect(story(rule, [conference, contact('2026-03-09 08:59')], '2026-03-09 09:00').breaches).toMatchObject([
      { load: 4 },
    ]);
    expect(story(rule, [conference, contact('2026-03-09 09:00')], '2026-03-09 09:00').breaches).toEqual([]);
  });
});

describe('edges', () => {
  it('zero means that every contact alerts', () => {
    const { breaches, cleared } = story(
      limit({ max: 0, window: { days: 1 }, cooldownDays: 0 }),
      [contact('2026-03-02'), contact('2026-03-04')],
      '2026-03-06',
    );
    expect(breaches.map(({ at: when }) => when)).toEqual([at('2026-03-02'), at('2026-03-04')]);
    expect(cleared.map(({ clearedAt }) => clearedAt)).toEqual([at('2026-03-03'), at('2026-03-05')]);
  });

  it('counts only the kinds that are named', () => {
    const calls = [
      contact('2026-03-02 09:00', { kind: 'conference' }),
      contact('2026-03-03 09:00'),
      contact('2026-03-04 09:00', { kind: 'conference' }),
    ];
    expect(story(limit({ kinds: ['conference'], max: 1 }), calls, '2026-03-05').breaches).toMatchObject([
      { at: at('2026-03-04 09:00'), load: 2 },
    ]);
  });

  it('of two contacts at one instant the first by id comes first', () => {
    const two = [contact('2026-03-02 09:00', { id: 'b', kind: 'call' }), contact('2026-03-02 09:00', { id: 'a' })];
    const { tally } = tallyOf('c', { past: [], contacts: two }, rules(), at('2026-03-03'));
    expect(tally.last?.id).toBe('b');
  });

  it('reminds at the end of the cooldown if it is broken still', () => {
    const busy = [
      ...L1.slice(0, 4),
      ...['2026-03-10 20:00', '2026-03-11 08:00', '2026-03-11 12:00', '2026-03-11 20:00'].map((text) => contact(text)),
    ];
    const { breaches } = story(limit(), busy, '2026-03-13');
    expect(breaches.slice(1)).toMatchObject([
      { at: at('2026-03-11 08:00'), silent: true },
      { at: at('2026-03-11 08:00'), remindedAt: at('2026-03-12 12:00') },
    ]);
  });

  it('a contract year ends what it began', () => {
    const rule = limit({ window: 'contract', max: 2 });
    const contacts = ['2024-02-29 09:00', '2024-05-01', '2025-02-27'].map((text) => contact(text));
    const { breaches, cleared } = story(rule, contacts, '2025-03-01');
    expect(breaches).toMatchObject([{ at: at('2025-02-27'), load: 3 }]);
    expect(cleared).toMatchObject([{ clearedAt: at('2025-02-28') }]);
  });

  it('ever never clears by itself', () => {
    const { breaches, cleared } = story(
      limit({ window: 'ever', max: 1 }),
      [contact('2016-01-01'), contact('2026-01-01')],
      '2040-01-01',
    );
    expect(breaches).toMatchObject([{ load: 2 }]);
    expect(cleared).toEqual([]);
  });

  it('a contact of the future waits for its instant', () => {
    const contacts = [...L1.slice(0, 3), contact('2026-03-05 12:00')];
    const waiting = tallyOf('c', { past: [], contacts }, rules({ limits: [limit()] }), at('2026-03-05 11:59'));
    expect(waiting.breaches).toEqual([]);
    expect(waiting.tally.nextAt).toBe(at('2026-03-05 12:00'));
    const then = advance(waiting.tally, rules({ limits: [limit()] }), at('2026-03-05 12:00'));
    expect(then.breaches).toMatchObject([{ at: at('2026-03-05 12:00'), load: 4 }]);
  });

  it('what was cleared is told beside the breach', () => {
    expect(
      settled([{ ruleId: 'a', at: 1, load: 4, max: 3 }], [{ ruleId: 'a', breachedAt: 1, clearedAt: 9 }]),
    ).toMatchObject([{ clearedAt: 9 }]);
  });
});
