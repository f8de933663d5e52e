import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Contact } from '@/lib/scoring/contact';
import { tallyOf, type TallyRules } from '@/lib/scoring/tally';

import { after, agreed, contactsIn, either, known, start } from './drawn-history';
import { days } from './given';

const history = contactsIn(14);
const whole = (contacts: readonly Contact[], rules: TallyRules, now: number) =>
  tallyOf('c', { past: [], contacts }, rules, now);

describe('law: what does not count', () => {
  it('faults of ours speak for nothing and break no limit that does not include them', () => {
    fc.assert(
      fc.property(history, either, (contacts, rules) => {
        const faults = contacts.map((one): Contact => ({ ...one, cause: 'product_fault' }));
        const { tally, breaches } = whole(faults, rules, start + days(900));
        expect([tally.counted, tally.rated, tally.evidence]).toEqual([0, 0, undefined]);
        expect(breaches.filter(({ ruleId }) => ruleId !== 'ever')).toEqual([]);
        expect(tally.days.every(({ costMinor }) => costMinor === 0)).toBe(true);
      }),
    );
  });

  it('every contact is on its day, counted or with the reason why not', () => {
    fc.assert(
      fc.property(contactsIn(8), either, (contacts, rules) => {
        const { tally } = whole(contacts, rules, after(contacts));
        const last = Math.max(...contacts.map((one) => one.at), start);
        const recent = contacts.filter((one) => one.at > last - days(300));
        const onDays = tally.days.reduce(
          (sum, { counted, not }) => sum + counted + Object.values(not).reduce((more, count) => more + count, 0),
          0,
        );
        expect(onDays).toBeGreaterThanOrEqual(recent.length);
        expect(onDays).toBeLessThanOrEqual(contacts.length);
      }),
    );
  });

  it('fewer speak for the rate than count, and no more than one less without a contract', () => {
    fc.assert(
      fc.property(history, (contacts) => {
        const now = after(contacts);
        const without = whole(contacts, known, now).tally;
        expect(without.counted - without.rated).toBeLessThanOrEqual(1);
        const having = whole(contacts, agreed, now).tally;
        expect(having.rated).toBeLessThanOrEqual(having.counted);
        expect(having.counted).toBe(without.counted);
      }),
    );
  });
});
