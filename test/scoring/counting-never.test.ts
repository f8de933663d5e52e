import { describe, expect, it } from 'vitest';

import { LABELS } from '@/lib/scoring/contact';
import { contactsOf, type CountingRules } from '@/lib/scoring/counting';

import { created, days, plain, ticket } from './given';

describe('what takes up another ticket', () => {
  const followed = (after: number, solvedAt?: number) =>
    contactsOf(ticket({ createdAt: created + after, followUpOf: solvedAt === undefined ? {} : { solvedAt } }), plain)[0]
      ?.excluded;

  it.each([
    ['a follow-up 14 days after the solve', days(14), 'follow-up'],
    ['a millisecond later', days(14) + 1, undefined],
  ])('%s: %s', (_, after, excluded) => {
    expect(followed(after, created)).toBe(excluded);
  });

  it('a follow-up of what nobody can date is in doubt, for the customer', () => {
    expect(followed(days(90))).toBe('follow-up');
  });

  it('waits as long as the setting says', () => {
    const soon = { mapping: [], reopenDays: 3 };
    const late = ticket({ createdAt: created + days(4), followUpOf: { solvedAt: created } });
    expect(contactsOf(late, soon)[0]).not.toHaveProperty('excluded');
  });

  it('split off by us is our doing; what is written to it later is the customer’s', () => {
    const entries = [{ entry: 'txn-2', at: created + days(40), what: 'reopened' as const, solvedAt: created }];
    expect(contactsOf(ticket({ splitFrom: 'src/16', entries }), plain).map(({ excluded }) => excluded)).toEqual([
      'split',
      undefined,
    ]);
  });
});

describe('a conference', () => {
  const held = { entry: 'ics-1', at: created, what: 'conference' as const };

  it('that was held is one contact of its kind for each time', () => {
    const entries = [held, { ...held, entry: 'ics-2', at: created + days(7) }];
    expect(contactsOf(ticket({ entries }), plain).slice(1)).toMatchObject([
      { id: 'src/17/ics-1', kind: 'conference', at: created },
      { id: 'src/17/ics-2', kind: 'conference', at: created + days(7) },
    ]);
  });

  it('that was cancelled does not count', () => {
    expect(contactsOf(ticket({ entries: [{ ...held, cancelled: true }] }), plain)[1]?.excluded).toBe('cancelled');
    expect(contactsOf(ticket({ entries: [{ ...held, cancelled: false }] }), plain)[1]).not.toHaveProperty('excluded');
  });
});

describe('a label', () => {
  const labelled: CountingRules = {
    ...plain,
    never: [
      ...LABELS.map((why) => ({ hint: 'tag' as const, value: why, why })),
      { hint: 'queue', value: 'Sales desk', why: 'sales' },
      { hint: 'field', field: 'Topic', value: 'GDPR', why: 'privacy' },
    ],
  };

  it.each(LABELS)('%s takes the ticket out, with all that is in it', (why) => {
    const entries = [{ entry: 'txn-3', at: created + days(30), what: 'call' as const }];
    const contacts = contactsOf(ticket({ hints: { tags: ['other', why.toUpperCase()] }, entries }), labelled);
    expect(contacts.map(({ excluded }) => excluded)).toEqual([why, why]);
  });

  it.each([
    [{ queue: 'sales desk' }, 'sales'],
    [{ fields: { Topic: 'gdpr' } }, 'privacy'],
    [{ fields: { Other: 'gdpr' } }, undefined],
    [{ queue: 'sales' }, undefined],
    [{}, undefined],
  ])('%o: %s', (hints, why) => {
    expect(contactsOf(ticket({ hints }), labelled)[0]?.excluded).toBe(why);
  });

  it('means nothing unless the user has named it', () => {
    expect(contactsOf(ticket({ hints: { tags: ['privacy'] } }), plain)[0]).not.toHaveProperty('excluded');
  });

  it('comes after what says that the ticket is none at all', () => {
    expect(contactsOf(ticket({ status: 'spam', hints: { tags: ['test'] } }), labelled)[0]?.excluded).toBe('spam');
  });
});

it('a known problem of ours is an outage of its own', () => {
  const entries = [{ entry: 'txn-4', at: created + days(30), what: 'call' as const }];
  expect(contactsOf(ticket({ problemId: '88', entries }), plain)).toMatchObject([
    { outageId: 'problem:88' },
    { outageId: 'problem:88' },
  ]);
});
