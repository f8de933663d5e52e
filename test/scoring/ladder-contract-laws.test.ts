import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { CAUSES, type Contact, DAY } from '@/lib/scoring/contact';
import { ARTICLE } from '@/lib/scoring/ladder';
import { LADDERS } from '@/lib/scoring/ladders/all';
import { advance, append, emptyTally, tallyOf } from '@/lib/scoring/tally';

import { at, contact } from './given';
import { rulesOf, standingOf } from './policy-holder';

function withoutAnswer<T extends { readonly loss?: Contact['loss'] }>(one: T): Omit<T, 'loss'> {
  const { loss: _, ...rest } = one;
  return rest;
}

describe('laws of a contract', () => {
  const start = at('2019-05-10');
  const histories = fc
    .array(
      fc.record({
        after: fc.integer({ min: 0, max: 2500 }),
        cause: fc.constantFrom(...CAUSES),
        causeBy: fc.constantFrom('person' as const, 'rule' as const),
        loss: fc.option(fc.constantFrom('confirmed' as const, 'refused' as const), { nil: undefined }),
      }),
      { maxLength: 14 },
    )
    .map((drawn) =>
      drawn.map(({ after, cause, causeBy, loss }, index) =>
        contact(start + after * DAY + index, { id: `s/${index}/open`, cause, causeBy, ...(loss && { loss }) }),
      ),
    );
  const day = (after: number): string => Temporal.PlainDate.from('2019-05-10').add({ days: after }).toString();
  const terms = fc
    .record({
      zone: fc.constantFrom('UTC', 'Europe/Zurich', 'Pacific/Auckland'),
      start: fc.constantFrom('2019-05-10', '2020-02-29'),
      pause: fc.record({
        after: fc.integer({ min: 1, max: 1500 }),
        days: fc.option(fc.integer({ min: 1, max: 900 }), { nil: undefined }),
        loss: fc.constantFrom(undefined, 'confirmed' as const, 'refused' as const),
      }),
      ladderId: fc.constantFrom(...LADDERS.map(({ id }) => id)),
    })
    .map(({ zone, start: first, pause, ladderId }) => ({
      zone,
      start: first,
      ladderId,
      pauses: [
        {
          from: day(pause.after),
          ...(pause.days !== undefined && { to: day(pause.after + pause.days) }),
          ...(pause.loss && { loss: pause.loss }),
        },
      ],
    }));
  const end = start + 3000 * DAY;

  it('replay equals increments, on every ladder, across pauses', () => {
    fc.assert(
      fc.property(terms, histories, (agreed, contacts) => {
        const own = rulesOf(agreed);
        const replayed = tallyOf('c', { past: [], contacts }, own, end).tally;
        let tally = emptyTally('c');
        for (const one of contacts.toSorted((a, b) => a.at - b.at)) {
          tally = append(advance(tally, own, one.at - 1).tally, one, own).tally;
        }
        const grown = advance(tally, own, end).tally;
        expect([grown.ladder, grown.year]).toEqual([replayed.ladder, replayed.year]);
      }),
    );
  });

  it('order of arrival does not matter', () => {
    fc.assert(
      fc.property(terms, histories, fc.nat(), (agreed, contacts, turn) => {
        const place = turn % (contacts.length || 1);
        const mixed = [...contacts.slice(place), ...contacts.slice(0, place)].toReversed();
        expect(standingOf(agreed, mixed, end)).toEqual(standingOf(agreed, contacts, end));
      }),
    );
  });

  it('discounts never leave the ladder', () => {
    fc.assert(
      fc.property(terms, histories, (agreed, contacts) => {
        const { rung, discounts, next, risk, earlier = [], proposed } = standingOf(agreed, contacts, end);
        const places = [rung, next?.rung ?? 0, risk?.rung ?? 0, ...earlier.map((one) => one.rung)];
        for (const place of [...places, ...proposed.map(({ to }) => to)]) expect(discounts[place]).toBeDefined();
      }),
    );
  });

  it('a fault of ours never costs a rung', () => {
    fc.assert(
      fc.property(terms, histories, (agreed, contacts) => {
        const without = contacts.filter(({ cause }) => cause !== 'product_fault');
        expect(standingOf(agreed, contacts, end)).toEqual(standingOf(agreed, without, end));
      }),
    );
  });

  it('nobody falls without a person, by a contact or by a pause', () => {
    fc.assert(
      fc.property(terms, histories, (agreed, contacts) => {
        const unanswered = { ...agreed, pauses: agreed.pauses.map(withoutAnswer) };
        const unjudged = contacts.map((one): Contact => ({ ...withoutAnswer(one), causeBy: 'rule' }));
        const { fell, rung, earlier = [] } = standingOf(unanswered, unjudged, end);
        expect(fell).toBeUndefined();
        const path = [...earlier.map((one) => one.rung), rung];
        expect(path).toEqual(path.toSorted((a, b) => a - b));
      }),
    );
  });

  it('what is taken back is given back: a refusal is as if the cause had cost nothing', () => {
    fc.assert(
      fc.property(terms, histories, (agreed, contacts) => {
        const refused = contacts.map((one): Contact => ({ ...one, loss: 'refused' }));
        const harmless = contacts.map((answered): Contact => {
          const one = withoutAnswer(answered);
          const { stepBack } = LADDERS.find(({ id }) => id === agreed.ladderId) ?? ARTICLE;
          return stepBack[one.cause] ? { ...one, cause: 'user_error', loss: 'refused' } : one;
        });
        expect(standingOf(agreed, refused, end).rung).toBe(standingOf(agreed, harmless, end).rung);
      }),
    );
  });

  it('a proposal tells the rung that its confirmation leaves', () => {
    fc.assert(
      fc.property(histories, (contacts) => {
        const waiting = contacts.map((one): Contact => ({ ...withoutAnswer(one), causeBy: 'rule' }));
        const now = end - 20 * DAY;
        for (const { contactId, to, from } of standingOf({}, waiting, now).proposed) {
          const confirmed = waiting.map((one): Contact => (one.id === contactId ? { ...one, loss: 'confirmed' } : one));
          expect(from).toBe(standingOf({}, waiting, now).rung);
          expect(standingOf({}, confirmed, now).rung).toBe(to);
        }
      }),
    );
  });
});
