import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CAUSES, type Contact, KINDS, MINUTE } from '@/lib/scoring/contact';
import { SANE } from '@/lib/scoring/ladder';
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
} from '@/lib/scoring/tally';

import { at, contact, days, limit, rules } from './given';

const start = at('2023-11-30 22:00');

const limits = [
  limit({ window: { days: 2.5 }, max: 1, cooldownDays: 3 }),
  limit({ id: 'month', window: { days: 30 }, max: 3, weights: { conference: 2.5 } }),
  limit({ id: 'year', window: 'contract', max: 4 }),
  limit({ id: 'ever', window: 'ever', max: 6, kinds: ['call', 'message'] }),
];
const circumstances = rules({ limits, zone: 'Pacific/Auckland', ladder: SANE });

const drawnContact = fc.record({
  gap: fc.oneof(
    fc.integer({ min: 0, max: 90 }).map((minutes) => minutes * MINUTE),
    fc.integer({ min: 0, max: 200 }).map(days),
  ),
  kind: fc.constantFrom(...KINDS),
  cause: fc.constantFrom(...CAUSES),
  causeBy: fc.constantFrom('person' as const, 'rule' as const),
  excluded: fc.constantFrom(undefined, undefined, undefined, 'spam' as const, 'outbound' as const),
  topic: fc.constantFrom('printer', 'network', ''),
  pause: fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: 40 }).map((share) => days(share / 3)),
      fc.constant(days(800)),
    ),
    { nil: undefined },
  ),
});
const drawnHistory = fc.array(drawnContact, { maxLength: 14 });
type Drawn = typeof drawnHistory extends fc.Arbitrary<infer Value> ? Value : never;

function contactsFrom(drawn: Drawn): Contact[] {
  let when = start;
  return drawn.map(({ gap, kind, cause, causeBy, excluded, topic }, index) => {
    when += gap;
    return contact(when, {
      id: `s/${String(index).padStart(2, '0')}/open`,
      kind,
      cause,
      causeBy,
      ...(excluded && { excluded }),
      ...(topic && { topic }),
    });
  });
}

/** One by one as they come in, with looks at the tally between them; a late one is folded with all before it. */
function livedThrough(
  contacts: readonly Contact[],
  pauses: readonly (number | undefined)[],
  now: number,
): { tally: Tally; breaches: Breach[] } {
  let tally = emptyTally('c');
  let breaches: Breach[] = [];
  let cleared: Cleared[] = [];
  const take = (step: ReturnType<typeof append>): void => {
    tally = step.tally;
    breaches.push(...step.breaches);
    cleared.push(...step.cleared);
  };
  for (const [index, one] of contacts.entries()) {
    if (canAppend(tally, one)) take(append(tally, one, circumstances));
    else {
      const looked = Math.max(one.at, tally.through);
      const again = tallyOf('c', { past: [], contacts: contacts.slice(0, index + 1) }, circumstances, looked);
      tally = again.tally;
      breaches = [...again.breaches];
      cleared = [];
    }
    const pause = pauses[index];
    if (pause !== undefined) take(advance(tally, circumstances, Math.min(now, one.at + pause)));
  }
  take(advance(tally, circumstances, now));
  return { tally, breaches: settled(breaches, cleared) };
}

describe('a tally', () => {
  it('is the same grown one by one, with any looks between, as folded at once', () => {
    fc.assert(
      fc.property(drawnHistory, (drawn) => {
        const contacts = contactsFrom(drawn);
        const now = (contacts.at(-1)?.at ?? start) + days(500);
        const grown = livedThrough(
          contacts,
          drawn.map(({ pause }) => pause),
          now,
        );
        const folded = tallyOf('c', { past: [], contacts }, circumstances, now);
        expect(grown.tally).toEqual(folded.tally);
        expect(grown.breaches).toEqual(folded.breaches);
      }),
    );
  });

  it('does not care in which order contacts are found', () => {
    fc.assert(
      fc.property(
        drawnHistory.chain((drawn) =>
          fc.tuple(
            fc.constant(contactsFrom(drawn)),
            fc.shuffledSubarray(contactsFrom(drawn), { minLength: drawn.length }),
          ),
        ),
        ([contacts, shuffled]) => {
          const now = start + days(900);
          expect(tallyOf('c', { past: [], contacts: shuffled }, circumstances, now)).toEqual(
            tallyOf('c', { past: [], contacts }, circumstances, now),
          );
        },
      ),
    );
  });

  it('advanced by many looks is as advanced by one', () => {
    fc.assert(
      fc.property(drawnHistory, fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 8 }), (drawn, looks) => {
        const contacts = contactsFrom(drawn);
        const first = tallyOf('c', { past: [], contacts }, circumstances, start).tally;
        const often = looks
          .toSorted((a, b) => a - b)
          .reduce((tally, day) => advance(tally, circumstances, start + days(day)).tally, first);
        expect(advance(often, circumstances, start + days(1000)).tally).toEqual(
          advance(first, circumstances, start + days(1000)).tally,
        );
      }),
    );
  });

  it('says when to look again, and has nothing to do before', () => {
    fc.assert(
      fc.property(drawnHistory, fc.integer({ min: 0, max: 900 }), (drawn, day) => {
        const now = start + days(day);
        const { tally } = tallyOf('c', { past: [], contacts: contactsFrom(drawn) }, circumstances, now);
        expect(tally.nextAt ?? Infinity).toBeGreaterThan(now);
        expect(advance(tally, circumstances, (tally.nextAt ?? now + 1) - 1).tally).toBe(tally);
      }),
    );
  });

  it('never counts a fault of ours', () => {
    fc.assert(
      fc.property(drawnHistory, (drawn) => {
        const contacts = contactsFrom(drawn);
        const theirs = contacts.map((one): Contact => ({ ...one, cause: 'product_fault' }));
        const { tally, breaches } = tallyOf('c', { past: [], contacts: theirs }, circumstances, start + days(900));
        expect([tally.counted, tally.rated, tally.evidence, breaches]).toEqual([0, 0, undefined, []]);
        expect(tally.days.every(({ costMinor }) => costMinor === 0)).toBe(true);
      }),
    );
  });
});
