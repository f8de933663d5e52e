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
      { numRuns: 300 },
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
