import fc from 'fast-check';

import { rulesFor } from '@/lib/scoring/subject';
import { CAUSES, type Contact, KINDS, MINUTE } from '@/lib/scoring/contact';
import { SANE } from '@/lib/scoring/ladder';
import type { TallyRules } from '@/lib/scoring/tally';

import { at, contact, days, limit, rules } from './given';

export const start = at('2023-11-30 22:00');

const limits = [
  limit({ window: { days: 2.5 }, max: 1, cooldownDays: 3 }),
  limit({ id: 'month', window: { days: 30 }, max: 3, weights: { conference: 2.5 } }),
  limit({ id: 'year', window: 'contract', max: 4 }),
  limit({ id: 'ever', window: 'ever', max: 6, kinds: ['call', 'message'], includeProductFault: true }),
];

/** Under these, every rule of counting has something to do. */
export const known: TallyRules = rules({ limits, zone: 'Pacific/Auckland', ladder: SANE });

/** The same, of a customer with a contract that begins among the contacts, and pauses. */
export const agreed: TallyRules = rulesFor(known, {
  contract: {
    id: 'k',
    holder: 'c',
    start: '2024-02-29',
    zone: 'America/St_Johns',
    pauses: [{ from: '2024-05-01', to: '2024-05-20' }],
    currency: 'EUR',
    revenue: [],
  },
});

export const either = fc.constantFrom(known, agreed);

const gap = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 0, max: 200 }).map(days),
);

const drawnContact = fc.record({
  gap,
  kind: fc.constantFrom(...KINDS),
  cause: fc.constantFrom(...CAUSES),
  causeBy: fc.constantFrom('person' as const, 'rule' as const),
  excluded: fc.constantFrom(undefined, undefined, undefined, 'spam' as const, 'outbound' as const, 'split' as const),
  outageId: fc.constantFrom(undefined, undefined, undefined, undefined, 'o'),
  topic: fc.constantFrom('printer', 'network', ''),
});

export const contactsIn = (maxLength: number): fc.Arbitrary<Contact[]> =>
  fc.array(drawnContact, { maxLength }).map((drawn) => {
    let when = start;
    return drawn.map(({ gap: waited, kind, cause, causeBy, excluded, outageId, topic }, index) => {
      when += waited;
      return contact(when, {
        id: `s/${String(index).padStart(2, '0')}/open`,
        kind,
        cause,
        causeBy,
        ...(excluded && { excluded }),
        ...(outageId && { outageId }),
        ...(topic && { topic }),
      });
    });
  });

/** Long after all of them. */
export const after = (contacts: readonly Contact[]): number => (contacts.at(-1)?.at ?? start) + days(500);
