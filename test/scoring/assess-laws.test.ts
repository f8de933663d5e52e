import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Contact, DAY } from '@/lib/scoring/contact';

import { at, contact } from './given';
import { ago, every, now, standing } from './standing-of';

describe('who is not scored', () => {
  it.each([
    [
      { exempt: true, note: 'a friend' },
      { kind: 'unscored', why: 'exempt', note: 'a friend' },
    ],
    [
      { objection: true, exempt: true },
      { kind: 'unscored', why: 'objection' },
    ],
    [{ sharedMailbox: true }, { kind: 'unscored', why: 'shared-mailbox' }],
  ] as const)('%o', (person, reason) => {
    const found = standing(every(40, 5), { person });
    expect(found).toMatchObject({
      level: 'unscored',
      unscored: reason.why,
      flags: [],
      limits: [],
      loved: false,
      reasons: [reason],
    });
    expect(found).not.toHaveProperty('suggestion');
  });

  it('an objection leaves nothing computed', () => {
    const found = standing(every(40, 5), { person: { objection: true } });
    expect(found.year.counted).toBe(0);
    expect(found.rate.credibility).toBe(0);
    expect(found).not.toHaveProperty('firstAt');
  });

  it('stays so since it was', () => {
    const found = standing([], { person: { exempt: true }, previous: { level: 'unscored', levelSince: 5 } });
    expect(found.levelSince).toBe(5);
  });
});

describe('looking again', () => {
  it('on the same day changes nothing', () => {
    const contacts = [...every(5, 40), contact(at('2026-11-25 08:00'), { id: 'today', kind: 'call' })];
    const morning = standing(contacts, { now: at('2026-11-25 08:30') });
    const evening = standing(contacts, {
      now: at('2026-11-25 23:30'),
      previous: { level: morning.level, levelSince: morning.levelSince },
    });
    expect({ ...evening, changedAt: 0 }).toEqual({ ...morning, changedAt: 0 });
  });

  it('later, only the nightly run lets a level fall', () => {
    const busy = every(20, 5);
    const before = standing(busy);
    const later = { now: now + 400 * DAY, previous: { level: before.level, levelSince: before.levelSince } };
    expect(before.level).toBe('expensive');
    expect(standing(busy, { ...later, occasion: 'time' }).level).toBe('expensive');
    expect(standing(busy, { ...later, occasion: 'nightly' }).level).toBe('watch');
  });
});

describe('laws', () => {
  const ages = fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 20 });
  const contactsAt = (drawn: readonly number[], more: Partial<Contact> = {}): Contact[] =>
    drawn.map((age) => contact(ago(age), { id: `s/${age}/open`, ...more }));

  it('a fault of ours never raises the expectation, breaks a limit or costs a rung', () => {
    fc.assert(
      fc.property(ages, ages, (theirs, ours) => {
        const first = contact(ago(1000));
        const counted = contactsAt(theirs);
        const faults = contactsAt(ours, { cause: 'product_fault' }).map((one) => ({
          ...one,
          id: `${one.id}/x`,
          at: one.at + 5,
        }));
        const [without, having] = [standing([first, ...counted]), standing([first, ...counted, ...faults])];
        expect(having.rate.mean).toBeCloseTo(without.rate.mean, 9);
        expect([having.limits, having.ladder, having.year.costMinor]).toEqual([
          without.limits,
          without.ladder,
          without.year.costMinor,
        ]);
      }),
    );
  });

  it('one more contact never lowers the expectation', () => {
    fc.assert(
      fc.property(ages, (drawn) => {
        const [added = 1, ...rest] = drawn;
        const first = contact(ago(1000));
        const [before, after] = [
          standing([first, ...contactsAt(rest)]),
          standing([first, ...contactsAt([...rest, added])]),
        ];
        expect(after.rate.mean).toBeGreaterThan(before.rate.mean);
      }),
    );
  });

  it('what is expected lies between its bounds', () => {
    fc.assert(
      fc.property(ages, (drawn) => {
        const { low, mean, high, aboveLimit, aboveMean, credibility } = standing(contactsAt(drawn)).rate;
        expect(low).toBeLessThan(mean);
        expect(mean).toBeLessThan(high);
        for (const share of [aboveLimit, aboveMean, credibility]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
