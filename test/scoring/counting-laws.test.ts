import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Contact, DAY, KINDS, LABELS, MINUTE } from '@/lib/scoring/contact';
import { contactsOf, type TicketEntry, type TicketFacts } from '@/lib/scoring/counting';
import { type Recent, remembered, whyNot } from '@/lib/scoring/verdict';

import { at, contact } from './given';

const created = at('2026-03-02 09:00');
const entry: fc.Arbitrary<TicketEntry> = fc
  .record({
    entry: fc.integer({ min: 1, max: 40 }).map((id) => `txn-${id}`),
    after: fc.integer({ min: 0, max: 90 }),
    what: fc.constantFrom('reopened' as const, 'call' as const, 'conference' as const),
    open: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    minutes: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
  })
  .map(({ entry: name, after, what, open, minutes }) => ({
    entry: name,
    at: created + after * DAY,
    what,
    ...(open !== undefined && { solvedAt: created + (after - open) * DAY }),
    ...(minutes !== undefined && { minutes }),
  }));
const entries = fc.uniqueArray(entry, { selector: (one) => one.entry, maxLength: 8 });
const ticket: fc.Arbitrary<TicketFacts> = fc
  .record({
    openedBy: fc.constantFrom('customer' as const, 'agent' as const, 'unknown' as const),
    entries,
    minutes: fc.option(fc.integer({ min: 0, max: 400 }), { nil: undefined }),
    tag: fc.constantFrom(...LABELS, 'vip'),
  })
  .map(({ openedBy, minutes, tag, ...more }) => ({
    ...more,
    id: 's/1',
    openedBy,
    createdAt: created,
    hints: { tags: [tag] },
    ...(minutes !== undefined && { minutes }),
  }));
const counting = (reopenDays: number) => ({ mapping: [], reopenDays });
const counted = (one: TicketFacts, reopenDays = 14): string[] =>
  contactsOf(one, counting(reopenDays)).flatMap(({ id, excluded }) => (excluded ? [] : [id]));

describe('law: the contacts of a ticket', () => {
  it('have ids that neither order nor settings move', () => {
    fc.assert(
      fc.property(ticket, fc.nat(60), (one, reopenDays) => {
        const turned = { ...one, entries: one.entries?.toReversed() ?? [] };
        const ids = (facts: TicketFacts, days: number) => contactsOf(facts, counting(days)).map(({ id }) => id);
        expect(new Set(ids(turned, reopenDays))).toEqual(new Set(ids(one, 14)));
        expect(new Set(ids(one, 14)).size).toBe(1 + (one.entries?.length ?? 0));
      }),
    );
  });

  it('are fewer, if anything, the longer a reopening is our failure', () => {
    fc.assert(
      fc.property(ticket, fc.nat(40), fc.nat(40), (one, days, more) => {
        expect(counted(one, days)).toEqual(expect.arrayContaining(counted(one, days + more)));
      }),
    );
  });

  it('count none where the ticket is gone, ours, or merged away', () => {
    const gone = fc.constantFrom<Partial<TicketFacts>>(
      { status: 'spam' },
      { status: 'deleted' },
      { ours: true },
      { mergedInto: '2' },
    );
    fc.assert(
      fc.property(ticket, gone, (one, why) => {
        expect(counted({ ...one, ...why })).toEqual([]);
      }),
    );
  });

  it('count none under a label that never counts, and as before under any other', () => {
    const never = LABELS.map((why) => ({ hint: 'tag' as const, value: why, why }));
    fc.assert(
      fc.property(ticket, (one) => {
        const labelled = contactsOf(one, { ...counting(14), never });
        const isVip = one.hints?.tags?.[0] === 'vip';
        const plain = contactsOf(one, counting(14));
        const untouched = labelled.map(({ excluded }, index) => excluded === plain[index]?.excluded);
        const out = labelled.map(({ excluded }) => excluded === one.hints?.tags?.[0]);
        expect(isVip ? untouched : out).not.toContain(false);
      }),
    );
  });

  it('share out the minutes of the ticket, and neither lose nor double any', () => {
    fc.assert(
      fc.property(ticket, (one) => {
        if (one.minutes === undefined) return;
        const named = (one.entries ?? []).reduce((sum, { minutes = 0 }) => sum + minutes, 0);
        const shared = contactsOf(one, counting(14)).reduce((sum, { minutes = 0 }) => sum + minutes, 0);
        expect(shared).toBe(Math.max(one.minutes, named));
      }),
    );
  });

  it('are all but the opening where nobody knows when it was opened', () => {
    fc.assert(
      fc.property(ticket, (one) => {
        const { createdAt: _, ...undated } = one;
        expect(contactsOf(undated, counting(14))).toEqual(contactsOf(one, counting(14)).slice(1));
      }),
    );
  });
});

describe('law: doubles', () => {
  const burst = fc
    .array(
      fc.record({
        gap: fc.integer({ min: 0, max: 80 }),
        kind: fc.constantFrom(...KINDS),
        topic: fc.constantFrom('printer', 'network', ''),
        customerId: fc.constantFrom('a', 'b'),
      }),
      { maxLength: 20 },
    )
    .map((drawn) => {
      let when = created;
      return drawn.map(({ gap, ...more }, index): Contact => {
        when += gap * MINUTE;
        return contact(when, { id: `s/${index}/open`, ...more });
      });
    });

  function countedOf(contacts: readonly Contact[]): Contact[] {
    let recent: readonly Recent[] = [];
    return contacts.filter((one) => {
      const counts = whyNot(one, recent) === undefined;
      if (counts) recent = remembered(recent, one);
      return counts;
    });
  }

  const isNear = (one: Contact, other: Contact): boolean =>
    one.customerId === other.customerId &&
    Math.abs(one.at - other.at) < 60 * MINUTE &&
    (one.kind === other.kind || (one.topic !== '' && one.topic === other.topic));

  it('no two that count are of one customer, near, and of one kind or subject', () => {
    fc.assert(
      fc.property(burst, (contacts) => {
        const all = countedOf(contacts);
        for (const [index, one] of all.entries()) {
          expect(all.slice(index + 1).filter((other) => isNear(one, other))).toEqual([]);
        }
      }),
    );
  });

  it('each that does not count has one before it that does', () => {
    fc.assert(
      fc.property(burst, (contacts) => {
        const all = countedOf(contacts);
        for (const one of contacts.filter((each) => !all.includes(each))) {
          expect(all.some((other) => other.at <= one.at && isNear(one, other))).toBe(true);
        }
      }),
    );
  });

  it('what one customer does never hides what another does', () => {
    fc.assert(
      fc.property(burst, (contacts) => {
        const theirs = (customerId: string): Contact[] => contacts.filter((one) => one.customerId === customerId);
        const apart = [...countedOf(theirs('a')), ...countedOf(theirs('b'))].toSorted((x, y) => (x.id < y.id ? -1 : 1));
        expect(countedOf(contacts).toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual(apart);
      }),
    );
  });
});
