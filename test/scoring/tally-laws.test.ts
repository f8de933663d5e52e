import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Contact } from '@/lib/scoring/contact';
import {
  advance,
  append,
  type Breach,
  canAppend,
  type Cleared,
  emptyTally,
  settled,
  type Tally,
  tallyOf,
  type TallyRules,
} from '@/lib/scoring/tally';

import { after, contactsIn, either, start } from './drawn-history';
import { contact, days } from './given';

const history = contactsIn(14);
const whole = (contacts: readonly Contact[], rules: TallyRules, now: number) =>
  tallyOf('c', { past: [], contacts }, rules, now);
const byId = (contacts: readonly Contact[]): Map<string, Contact> => new Map(contacts.map((one) => [one.id, one]));

/** A customer's tally as it lives in a browser: appended to where that is allowed, else folded again. */
function lifeUnder(rules: TallyRules) {
  let tally: Tally = emptyTally('c');
  let breaches: Breach[] = [];
  let cleared: Cleared[] = [];
  let contacts = new Map<string, Contact>();
  const take = (step: ReturnType<typeof append>): void => {
    tally = step.tally;
    cleared.push(...step.cleared);
    breaches = settled([...breaches, ...step.breaches], cleared);
  };
  const foldAgain = (now: number): void => {
    const found = whole([...contacts.values()], rules, Math.max(now, tally.through));
    tally = found.tally;
    breaches = [...found.breaches];
    cleared = [];
  };
  return {
    known: () => ({ tally, breaches, contacts: [...contacts.values()] }),
    arrive(one: Contact, seenAt = one.at): void {
      const now = Math.max(seenAt, tally.through);
      contacts.set(one.id, one);
      if (one.at <= now && canAppend(tally, one)) take(append(tally, one, rules));
      else foldAgain(now);
    },
    correct(to: Map<string, Contact>, now = tally.through): void {
      contacts = to;
      foldAgain(now);
    },
    look: (now: number): void => take(advance(tally, rules, now)),
  };
}

const pauses = fc.array(
  fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: 40 }).map((share) => days(share / 3)),
      fc.constant(days(800)),
    ),
    {
      nil: undefined,
    },
  ),
  { minLength: 14, maxLength: 14 },
);

describe('law: increments are as a replay', () => {
  it('whatever looks lie between', () => {
    fc.assert(
      fc.property(history, pauses, either, (contacts, looks, rules) => {
        const now = after(contacts);
        const life = lifeUnder(rules);
        for (const [index, one] of contacts.entries()) {
          life.arrive(one);
          const pause = looks[index];
          if (pause !== undefined) life.look(Math.min(now, one.at + pause));
        }
        life.look(now);
        const replay = whole(contacts, rules, now);
        expect(life.known().tally).toEqual(replay.tally);
        expect(life.known().breaches).toEqual(replay.breaches);
      }),
    );
  });

  it('however late each arrives', () => {
    const delays = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 14, maxLength: 14 });
    fc.assert(
      fc.property(history, delays, either, (contacts, late, rules) => {
        const life = lifeUnder(rules);
        const arrivals = contacts
          .map((one, index) => ({ one, seenAt: one.at + days(late[index] ?? 0) }))
          .toSorted((a, b) => a.seenAt - b.seenAt);
        for (const { one, seenAt } of arrivals) life.arrive(one, seenAt);
        const now = after(contacts) + days(60);
        life.look(now);
        expect(life.known().tally).toEqual(whole(contacts, rules, now).tally);
      }),
    );
  });

  const corrections = fc.array(
    fc.record({
      pick: fc.nat(13),
      change: fc.constantFrom<Partial<Contact> | 'gone'>(
        'gone',
        { cause: 'product_fault', causeBy: 'person' },
        { cause: 'unknown_crash', causeBy: 'person' },
        { cause: 'user_error', causeBy: 'rule' },
        { excluded: 'spam' },
        { outageId: 'o2' },
      ),
    }),
    { maxLength: 6 },
  );

  it('through deletions, reclassification, spam and outages, with contacts between', () => {
    fc.assert(
      fc.property(history, corrections, either, (contacts, changes, rules) => {
        const life = lifeUnder(rules);
        for (const [index, one] of contacts.entries()) {
          life.arrive(one);
          const correction = changes[index];
          const meant = life.known().contacts[correction?.pick ?? -1];
          if (!correction || !meant) continue;
          const next = byId(life.known().contacts);
          if (correction.change === 'gone') next.delete(meant.id);
          else next.set(meant.id, { ...meant, ...correction.change });
          life.correct(next);
        }
        const now = after(contacts);
        life.look(now);
        expect(life.known().tally).toEqual(whole(life.known().contacts, rules, now).tally);
      }),
    );
  });

  it('through a merge, and a split that undoes it', () => {
    fc.assert(
      fc.property(history, contactsIn(6), either, (contacts, others, rules) => {
        const theirs = others.map((one) => ({ ...one, id: `t/${one.id}` }));
        const half = Math.floor(contacts.length / 2);
        const life = lifeUnder(rules);
        for (const one of contacts.slice(0, half)) life.arrive(one);
        life.correct(byId([...life.known().contacts, ...theirs]));
        for (const one of contacts.slice(half)) life.arrive(one);
        const now = Math.max(after(contacts), after(theirs));
        life.look(now);
        expect(life.known().tally).toEqual(whole([...contacts, ...theirs], rules, now).tally);
        life.correct(byId(contacts), now);
        expect(life.known().tally).toEqual(whole(contacts, rules, now).tally);
      }),
    );
  });
});

describe('law: order and looks do not matter', () => {
  it('in which order contacts are found', () => {
    fc.assert(
      fc.property(
        history.chain((contacts) =>
          fc.tuple(fc.constant(contacts), fc.shuffledSubarray(contacts, { minLength: contacts.length })),
        ),
        either,
        ([contacts, shuffled], rules) => {
          expect(whole(shuffled, rules, start + days(900))).toEqual(whole(contacts, rules, start + days(900)));
        },
      ),
    );
  });

  it('how often anybody looks', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 8 }),
        either,
        (contacts, looks, rules) => {
          const first = whole(contacts, rules, start).tally;
          const often = looks
            .toSorted((a, b) => a - b)
            .reduce((tally, day) => advance(tally, rules, start + days(day)).tally, first);
          expect(advance(often, rules, start + days(1000)).tally).toEqual(
            advance(first, rules, start + days(1000)).tally,
          );
        },
      ),
    );
  });

  it('and until the next instant nothing is to be done', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 900 }), either, (contacts, day, rules) => {
        const now = start + days(day);
        const { tally } = whole(contacts, rules, now);
        expect(tally.nextAt ?? Infinity).toBeGreaterThan(now);
        expect(advance(tally, rules, (tally.nextAt ?? now + 1) - 1).tally).toBe(tally);
      }),
    );
  });

  it('a contact of the future changes nothing before its time', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 900 }), either, (contacts, ahead, rules) => {
        const now = after(contacts);
        const future = contact(now + days(ahead), { id: 'z' });
        const { held, nextAt, ...waiting } = whole([...contacts, future], rules, now).tally;
        const { held: none, nextAt: _, ...without } = whole(contacts, rules, now).tally;
        expect([waiting, none]).toEqual([without, []]);
        expect(held).toEqual([future]);
        expect(nextAt).toBeLessThanOrEqual(future.at);
      }),
    );
  });
});
