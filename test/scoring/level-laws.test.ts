import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Circumstances } from '@/lib/scoring/assess';
import type { Contact } from '@/lib/scoring/contact';
import { type LevelFacts, levelOf, type LevelSince, type Occasion } from '@/lib/scoring/levels';

import { contact, days } from './given';
import { ago, now, standing } from './standing-of';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const facts: fc.Arbitrary<LevelFacts> = fc
  .record({ above: share, rated: fc.nat(6), more: fc.nat(1), days: fc.double({ min: 0, max: 90, noNaN: true }) })
  .map(({ more, rated, ...rest }) => ({ ...rest, rated, counted: rated + more }));
const before: fc.Arbitrary<LevelSince> = fc.record({
  level: fc.constantFrom('new', 'calm', 'watch', 'expensive', 'unscored' as const),
  levelSince: fc.integer({ min: now - days(20), max: now }),
});
const occasion = fc.constantFrom<Occasion>('contact', 'correction', 'time', 'nightly');
const HEIGHT = { new: 0, calm: 0, watch: 1, expensive: 2, unscored: 0 } as const;

describe('law: a level', () => {
  it('is never expensive below 30 days or three counted contacts, whatever it was', () => {
    fc.assert(
      fc.property(facts, fc.option(before, { nil: undefined }), occasion, (one, previous, why) => {
        const { level } = levelOf(one, previous, { now, occasion: why });
        expect(level === 'expensive' && (one.days < 30 || one.rated < 3)).toBe(false);
      }),
    );
  });

  it('is never expensive nor watch at first sight of two contacts in a month', () => {
    fc.assert(
      fc.property(facts, occasion, (one, why) => {
        const { level } = levelOf(one, undefined, { now, occasion: why });
        expect(level === 'new').toBe(one.days < 30 && one.counted < 3);
      }),
    );
  });

  it('never falls but in the night, a week after the last change, or by a correction', () => {
    fc.assert(
      fc.property(facts, before, occasion, (one, previous, why) => {
        const mayStay = previous.level !== 'expensive' || (one.days >= 30 && one.rated >= 3);
        fc.pre(previous.level !== 'unscored' && mayStay);
        const { level } = levelOf(one, previous, { now, occasion: why });
        const rested = why === 'nightly' && now - previous.levelSince >= days(7);
        expect(HEIGHT[level]).toBeGreaterThanOrEqual(why === 'correction' || rested ? 0 : HEIGHT[previous.level]);
      }),
    );
  });

  it('never falls by a rate that rose', () => {
    fc.assert(
      fc.property(facts, share, fc.option(before, { nil: undefined }), occasion, (one, other, previous, why) => {
        const [low, high] = one.above < other ? [one.above, other] : [other, one.above];
        const at = (above: number) => levelOf({ ...one, above }, previous, { now, occasion: why }).level;
        expect(HEIGHT[at(high)]).toBeGreaterThanOrEqual(HEIGHT[at(low)]);
      }),
    );
  });

  it('looked at again, stays', () => {
    fc.assert(
      fc.property(facts, fc.option(before, { nil: undefined }), occasion, occasion, (one, previous, why, next) => {
        const first = levelOf(one, previous, { now, occasion: why });
        const again = levelOf(one, first, { now, occasion: next });
        fc.pre(next === why || next === 'contact' || next === 'time');
        expect(again).toEqual(first);
      }),
    );
  });

  it('between its bounds is the one it was', () => {
    const between = fc.double({ min: 0.65, max: 0.7999, noNaN: true });
    fc.assert(
      fc.property(between, fc.constantFrom('watch' as const, 'expensive' as const), occasion, (above, level, why) => {
        const one = { above, rated: 9, counted: 10, days: 400 };
        expect(levelOf(one, { level, levelSince: 0 }, { now, occasion: why }).level).toBe(level);
      }),
    );
  });
});

describe('law: an assessment', () => {
  const ages = fc.uniqueArray(fc.integer({ min: 1, max: 600 }), { maxLength: 25 });
  const having = (drawn: readonly number[], more: Partial<Contact> = {}): Contact[] =>
    drawn.map((age) => contact(ago(age), { id: `s/${age}/open`, ...more }));
  const first = contact(ago(700));

  it('of a customer of under 30 days or three contacts is never expensive', () => {
    const brief = fc.uniqueArray(fc.integer({ min: 0, max: 29 * 12 }), { maxLength: 60 });
    fc.assert(
      fc.property(brief, fc.nat(2), (slots, rated) => {
        const young = standing(slots.map((slot) => contact(ago(slot / 12), { id: `s/${slot}/open` })));
        const rare = standing([first, ...having(Array.from({ length: rated }, (_, index) => index + 1))]);
        expect([young.level, rare.level]).not.toContain('expensive');
      }),
    );
  });

  it('rises no higher by a contact that does not count', () => {
    const reason = fc.constantFrom<Partial<Contact>>(
      { excluded: 'privacy' },
      { excluded: 'security' },
      { excluded: 'accessibility' },
      { excluded: 'billing' },
      { cause: 'product_fault' },
      { cause: 'helpful_report' },
      { cause: 'request' },
      { outageId: 'o' },
    );
    fc.assert(
      fc.property(ages, ages, reason, (theirs, others, why) => {
        const without = standing([first, ...having(theirs)]);
        const more = others.map((age) => contact(ago(age) + 7, { id: `x/${age}/open`, ...why }));
        const withThem = standing([first, ...having(theirs), ...more]);
        expect([withThem.level, withThem.flags, withThem.ladder]).toEqual([
          without.level,
          without.flags,
          without.ladder,
        ]);
        expect(withThem.rate.mean).toBeLessThanOrEqual(without.rate.mean * (1 + 1e-12));
      }),
    );
  });

  it('of more contacts never stands lower', () => {
    fc.assert(
      fc.property(ages, fc.integer({ min: 1, max: 600 }), (theirs, age) => {
        const without = standing([first, ...having(theirs.filter((one) => one !== age))]);
        const more = standing([first, ...having([...new Set([...theirs, age])])]);
        expect(HEIGHT[more.level]).toBeGreaterThanOrEqual(HEIGHT[without.level]);
        expect(more.rate.aboveLimit).toBeGreaterThan(without.rate.aboveLimit);
      }),
    );
  });

  it('says the same of a customer in whatever order the contacts came', () => {
    fc.assert(
      fc.property(
        ages.chain((drawn) => fc.tuple(fc.constant(drawn), fc.shuffledSubarray(drawn, { minLength: drawn.length }))),
        ([drawn, shuffled]) => {
          expect(standing(having(shuffled))).toEqual(standing(having(drawn)));
        },
      ),
    );
  });

  it('of who is unscored has no flag, no limit, no suggestion and one reason', () => {
    const person = fc.constantFrom<Circumstances['person']>(
      { exempt: true },
      { objection: true },
      { organisation: true },
      { sharedMailbox: true },
    );
    fc.assert(
      fc.property(ages, person, (drawn, who) => {
        const margin = { minor: -1, currency: 'EUR', lossMaking: true };
        const found = standing(having(drawn), { person: who, margin });
        expect([found.level, found.loved, found.flags, found.limits, found.reasons.length]).toEqual([
          'unscored',
          false,
          [],
          [],
          1,
        ]);
        expect(found).not.toHaveProperty('suggestion');
      }),
    );
  });

  it('loves nobody who is frequent, dormant, open or hit of late', () => {
    const few = fc.uniqueArray(fc.integer({ min: 150, max: 600 }), { maxLength: 1 });
    const ageOr = fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined });
    fc.assert(
      fc.property(few, fc.nat(1), fc.tuple(ageOr, ageOr, ageOr), (drawn, openTickets, [used, hit, complained]) => {
        const found = standing([first, ...having(drawn)], {
          openTickets,
          ...(used !== undefined && { usedAt: ago(used) }),
          ...(hit !== undefined && { outageAt: ago(hit) }),
          ...(complained !== undefined && { complaintAt: ago(complained) }),
        });
        fc.pre(found.loved);
        expect([found.level, found.flags, openTickets]).toEqual(['calm', [], 0]);
        expect(hit ?? 14).toBeGreaterThanOrEqual(14);
        expect(complained ?? 90).toBeGreaterThanOrEqual(90);
        expect(Math.min(used ?? 0, ...drawn, 700)).toBeLessThan(180);
      }),
    );
  });
});
