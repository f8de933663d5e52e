import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Cause, CAUSES, type Contact, DAY } from '@/lib/scoring/contact';
import { ARTICLE, type Ladder, SANE } from '@/lib/scoring/ladder';
import { lossesOf } from '@/lib/scoring/losses';
import type { LadderPast } from '@/lib/scoring/tally';

import { at, contact, rules } from './given';
import { by, standing } from './ladder-of';

describe('what the ladder still knows of contacts that were pruned', () => {
  const history = [
    contact('2019-05-10'),
    contact('2020-08-01', { cause: 'unknown_crash', causeBy: 'rule', loss: 'confirmed' }),
    by('product_fault', '2021-08-01'),
    by('unknown_crash', '2023-08-01'),
    contact('2024-08-01'),
  ];
  const past: LadderPast[] = history.map(({ id, at: when, cause, causeBy, loss, kind }) => ({
    id,
    at: when,
    cause,
    kind,
    counted: cause !== 'product_fault',
    ...(causeBy && { causeBy }),
    ...(loss && { loss }),
  }));

  it.each([0, 1, 2, 3, 4, 5])('after %d of them, the same rung', (pruned) => {
    const found = standing(history.slice(pruned), '2026-06-01', { past: past.slice(0, pruned) });
    expect(found).toEqual(standing(history, '2026-06-01'));
  });
});

describe('the loss before the click', () => {
  const history = [contact('2019-05-10'), contact('2024-08-01')];
  const id = history[1]?.id ?? '';
  const losses = (ladder: Ladder, contacts: readonly Contact[] = history) =>
    lossesOf({ contactId: id, past: [], contacts, rules: rules({ ladder }), now: at('2024-08-02') });

  it("is only the crash on the article's ladder", () => {
    expect(losses(ARTICLE)).toEqual({ unknown_crash: { rung: 0 } });
  });

  it('comes later on the sane one, unless it is forgiven', () => {
    const young = [contact('2022-05-10'), history[1] ?? contact('2024-08-01')];
    expect(losses(SANE, young)).toEqual({ unknown_crash: { rung: 1, at: at('2025-05-10') } });
    expect(losses(SANE)).toEqual({});
  });

  it('is told for a year long past, with all that followed', () => {
    const old = [contact('2019-05-10'), contact('2021-08-01', { id, cause: 'product_fault' })];
    expect(losses(ARTICLE, old)).toEqual({ pending: { rung: 4 }, user_error: { rung: 4 }, unknown_crash: { rung: 2 } });
  });

  it('of a contact that is not there is nothing', () => {
    expect(lossesOf({ contactId: 'none', past: [], contacts: history, rules: rules(), now: at('2024-08-02') })).toEqual(
      {},
    );
    expect(lossesOf({ contactId: 'none', past: [], contacts: [], rules: rules(), now: at('2024-08-02') })).toEqual({});
  });
});

describe('laws', () => {
  const start = at('2018-01-15');
  const claims = fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 3000 }),
      cause: fc.constantFrom(...CAUSES),
      causeBy: fc.constantFrom('person' as const, 'rule' as const),
    }),
    { maxLength: 12 },
  );
  const historyOf = (drawn: readonly { after: number; cause: Cause; causeBy: 'person' | 'rule' }[]): Contact[] => [
    contact(start),
    ...drawn.map(({ after, cause, causeBy }, index) =>
      contact(start + after * DAY + index, { id: `s/${index}/open`, cause, causeBy }),
    ),
  ];
  const years = fc.integer({ min: 0, max: 9 });

  it('never takes a discount from a customer who waits', () => {
    fc.assert(
      fc.property(claims, years, (drawn, more) => {
        const contacts = historyOf(drawn);
        const last = Math.max(...contacts.map((one) => one.at));
        const rungAt = (now: number) => standing(contacts, now).rung;
        expect(rungAt(last + (more + 1) * 366 * DAY)).toBeGreaterThanOrEqual(rungAt(last + more * 366 * DAY));
      }),
    );
  });

  it('a fault of ours is as if it had not been', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(ARTICLE, SANE), (drawn, ladder) => {
        const contacts = historyOf(drawn);
        const without = contacts.filter(({ cause }) => cause !== 'product_fault');
        expect(standing(contacts, start + 3300 * DAY, { ladder })).toEqual(
          standing(without, start + 3300 * DAY, { ladder }),
        );
      }),
    );
  });

  it('takes nothing that no person has confirmed', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(ARTICLE, SANE), (drawn, ladder) => {
        const proposed = historyOf(drawn.map((one) => ({ ...one, causeBy: 'rule' })));
        const harmless = historyOf(
          drawn.map(({ cause, ...one }) => ({
            ...one,
            cause: cause === 'unknown_crash' || cause === 'user_error' ? 'pending' : cause,
          })),
        );
        expect(standing(proposed, start + 3300 * DAY, { ladder }).rung).toBe(
          standing(harmless, start + 3300 * DAY, { ladder }).rung,
        );
      }),
    );
  });

  it('stays on its rungs', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom(ARTICLE, SANE), (drawn, ladder) => {
        const { rung, next, discounts } = standing(historyOf(drawn), start + 3300 * DAY, { ladder });
        for (const place of [rung, next?.rung ?? 0]) expect(discounts[place]).toBeDefined();
      }),
    );
  });
});
