import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Contact, DAY, KINDS } from '@/lib/scoring/contact';
import { limitDueAt, limitHit, limitPassed, limitStanding, type LimitState, untouched } from '@/lib/scoring/limit';
import type { LimitRule } from '@/lib/scoring/rules';
import { tallyOf } from '@/lib/scoring/tally';

import { at, contact, days, limit, rules } from './given';

const start = at('2025-01-01');
const rule: fc.Arbitrary<LimitRule> = fc
  .record({
    max: fc.integer({ min: 0, max: 5 }),
    length: fc.integer({ min: 1, max: 60 }),
    release: fc.integer({ min: 0, max: 3 }),
    cooldownDays: fc.integer({ min: 0, max: 10 }),
    conference: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ length, conference, ...more }) => limit({ ...more, window: { days: length / 4 }, weights: { conference } }));

/** Two hours apart at least, so that none is the double of another. */
const contacts = fc
  .uniqueArray(fc.integer({ min: 0, max: 700 }), { maxLength: 20 })
  .chain((slots) =>
    fc.tuple(
      ...slots.toSorted((a, b) => a - b).map((slot) => fc.constantFrom(...KINDS).map((kind) => ({ slot, kind }))),
    ),
  )
  .map((drawn): Contact[] => drawn.map(({ slot, kind }) => contact(start + slot * (DAY / 12), { kind })));

const lengthOf = ({ window }: LimitRule): number => (typeof window === 'object' ? window.days * DAY : 0);
const weightOf = ({ weights = {} }: LimitRule, { kind }: Contact): number => weights[kind] ?? 1;

/** The definition, without any state. */
const loadBy = (one: LimitRule, all: readonly Contact[], now: number): number =>
  all
    .filter(({ at: when }) => when > now - lengthOf(one) && when <= now)
    .reduce((load, each) => load + weightOf(one, each), 0);

const whole = (one: LimitRule, all: readonly Contact[], now: number) =>
  tallyOf('c', { past: [], contacts: all.filter(({ at: when }) => when <= now) }, rules({ limits: [one] }), now);
const stateOf = (one: LimitRule, all: readonly Contact[], now: number): LimitState =>
  whole(one, all, now).tally.limits[0] ?? untouched(one);

describe('law: a limit', () => {
  it('has the load of its definition, at every instant', () => {
    fc.assert(
      fc.property(rule, contacts, fc.integer({ min: 0, max: 900 }), (one, all, hours) => {
        const now = start + hours * (DAY / 12);
        expect(limitStanding(one, stateOf(one, all, now), now).load).toBe(loadBy(one, all, now));
      }),
    );
  });

  it('is broken while the load is above it, and never at the load that clears it', () => {
    fc.assert(
      fc.property(rule, contacts, fc.integer({ min: 0, max: 900 }), (one, all, hours) => {
        const now = start + hours * (DAY / 12);
        const load = loadBy(one, all, now);
        const { broken } = stateOf(one, all, now);
        expect(load > one.max && !broken).toBe(false);
        expect(load <= Math.max(0, one.max - one.release) && broken !== undefined).toBe(false);
      }),
    );
  });

  it('breaks at the instant of a contact, by its load then', () => {
    fc.assert(
      fc.property(rule, contacts, (one, all) => {
        for (const { at: when, load } of whole(one, all, start + days(90)).breaches) {
          expect(all.some((each) => each.at === when)).toBe(true);
          expect(load).toBe(loadBy(one, all, when));
          expect(load).toBeGreaterThan(one.max);
        }
      }),
    );
  });

  it('alerts no two times within its cooldown', () => {
    fc.assert(
      fc.property(rule, contacts, (one, all) => {
        const alerts = whole(one, all, start + days(90))
          .breaches.filter(({ silent }) => !silent)
          .map(({ at: when, remindedAt }) => remindedAt ?? when);
        const rests = alerts.slice(1).map((when, index) => when - (alerts[index] ?? 0));
        expect(Math.min(...rests)).toBeGreaterThanOrEqual(days(one.cooldownDays));
      }),
    );
  });

  it('clears when it said that it would, if nothing more happens', () => {
    fc.assert(
      fc.property(rule, contacts, (one, all) => {
        const now = all.at(-1)?.at ?? start;
        const { clearsAt } = limitStanding(one, stateOf(one, all, now), now);
        fc.pre(clearsAt !== undefined);
        expect(stateOf(one, all, clearsAt - 1).broken).toBeDefined();
        expect(stateOf(one, all, clearsAt).broken).toBeUndefined();
      }),
    );
  });

  it('one more contact never lowers its load', () => {
    fc.assert(
      fc.property(rule, contacts, fc.nat(700), (one, all, slot) => {
        const more = contact(start + slot * (DAY / 12) + DAY / 24, { id: 'more', kind: 'visit' });
        const now = start + days(60);
        const load = (having: readonly Contact[]): number => limitStanding(one, stateOf(one, having, now), now).load;
        expect(load([...all, more])).toBeGreaterThanOrEqual(load(all));
      }),
    );
  });

  it('a higher one is not broken where a lower one holds', () => {
    fc.assert(
      fc.property(rule, contacts, (one, all) => {
        const now = start + days(90);
        const lower = whole({ ...one, release: 0 }, all, now).breaches;
        const higher = whole({ ...one, release: 0, max: one.max + 1 }, all, now).breaches;
        expect(higher.length > 0 && lower.length === 0).toBe(false);
      }),
    );
  });

  it('never moves by time but at the instant that is due', () => {
    fc.assert(
      fc.property(rule, contacts, fc.integer({ min: 0, max: 2000 }), (one, all, hours) => {
        let state = untouched(one);
        for (const each of all) state = limitHit(one, state, each).state;
        const due = limitDueAt(one, state);
        const now = start + hours * (DAY / 24);
        fc.pre(now < (due ?? Infinity));
        expect(limitPassed(one, state, now)).toEqual({ state });
      }),
    );
  });
});
