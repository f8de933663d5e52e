import { describe, expect, it } from 'vitest';

import { contactsOf, topicOf, type CountingRules, type TicketFacts } from '@/lib/scoring/counting';

import { created, days, plain, ticket } from './given';

const mapped: CountingRules = {
  reopenDays: 14,
  mapping: [
    { hint: 'field', field: 'Channel', value: 'Phone', kind: 'call' },
    { hint: 'field', field: 'Channel', value: 'E-mail', kind: 'message' },
    { hint: 'queue', value: 'Conferences', kind: 'conference' },
    { hint: 'tag', value: 'chat', kind: 'chat' },
  ],
};

describe('a ticket', () => {
  it('of a customer is one contact, at the time it arrived', () => {
    expect(contactsOf(ticket({ subject: 'Re: Printer is offline' }), plain)).toEqual([
      {
        id: 'src/17/open',
        at: created,
        kind: 'message',
        initiator: 'customer',
        cause: 'pending',
        topic: 'printer is offline',
      },
    ]);
  });

  it('without an exact time is none', () => {
    const { createdAt: _, ...undated } = ticket();
    expect(contactsOf(undated, plain)).toEqual([]);
  });

  it.each([
    ['spam', { status: 'spam' }, 'spam'],
    ['deleted', { status: 'deleted' }, 'deleted'],
    ['merged into another', { mergedInto: '18' }, 'merged'],
    ['our own message', { ours: true, openedBy: 'agent' }, 'our-message'],
  ] as const)('that is %s does not count', (_, more, excluded) => {
    expect(contactsOf(ticket(more), plain)).toMatchObject([{ excluded }]);
  });

  it.each([
    ['a custom field', { fields: { Channel: 'phone' } }, 'call'],
    ['a queue', { queue: 'conferences' }, 'conference'],
    ['a tag', { tags: ['vip', 'Chat'] }, 'chat'],
    ['nothing', {}, 'message'],
  ] as const)('gets its kind from %s', (_, hints, kind) => {
    expect(contactsOf(ticket({ hints }), mapped)).toMatchObject([{ kind, initiator: 'customer' }]);
  });

  it('whose opener is not known is taken for the customer’s', () => {
    expect(contactsOf(ticket({ openedBy: 'unknown' }), mapped)).toMatchObject([
      { kind: 'message', initiator: 'customer' },
    ]);
  });
});

describe('opened by an agent', () => {
  const opened = (rules: CountingRules, more: Partial<TicketFacts> = {}) =>
    contactsOf(ticket({ openedBy: 'agent', ...more }), rules);

  it('is a call that came in, if the mapping says so', () => {
    expect(opened(mapped, { hints: { fields: { Channel: 'Phone' } } })).toMatchObject([
      { kind: 'call', initiator: 'customer' },
    ]);
  });

  it('is ours, if the mapping says that it was a message, or does not know it', () => {
    expect(opened(mapped, { hints: { fields: { Channel: 'E-mail' } } })).toMatchObject([
      { initiator: 'agent', excluded: 'outbound' },
    ]);
    expect(opened(mapped)).toMatchObject([{ initiator: 'agent', excluded: 'outbound' }]);
  });

  it('is taken for a call where nothing could say so, and marked as a guess', () => {
    expect(opened(plain)).toMatchObject([{ kind: 'call', initiator: 'customer', assumed: true }]);
  });
});

describe('a reopening', () => {
  const reopened = (after: number, more = {}) =>
    contactsOf(
      ticket({
        entries: [
          { entry: 'txn-9', at: created + days(30) + after, what: 'reopened', solvedAt: created + days(30), ...more },
        ],
      }),
      plain,
    )[1];

  it.each([
    ['at once', 0, 'reopened-soon'],
    ['14 days later to the millisecond', days(14), 'reopened-soon'],
    ['a millisecond after that', days(14) + 1, undefined],
  ])('%s: %s', (_, after, excluded) => {
    expect(reopened(after)?.excluded).toBe(excluded);
    expect(reopened(after)).toMatchObject({
      id: 'src/17/txn-9',
      at: created + days(30) + after,
      initiator: 'customer',
    });
  });

  it('after a solve that nobody can date is in doubt, for the customer', () => {
    const entries = [{ entry: 'txn-9', at: created + days(90), what: 'reopened' as const }];
    expect(contactsOf(ticket({ entries }), plain)[1]?.excluded).toBe('reopened-soon');
  });

  it('of a spam ticket is spam', () => {
    const entries = [{ entry: 'txn-9', at: created + days(90), what: 'reopened' as const, solvedAt: created }];
    expect(contactsOf(ticket({ entries, status: 'spam' }), plain)[1]?.excluded).toBe('spam');
  });
});

describe('minutes', () => {
  const call = { entry: 'voice-5', at: created + days(1), what: 'call' as const };

  it('of the ticket belong to its opening', () => {
    expect(contactsOf(ticket({ minutes: 50 }), plain)).toMatchObject([{ minutes: 50 }]);
    expect(contactsOf(ticket(), plain)[0]).not.toHaveProperty('minutes');
  });

  it('that an entry names are its own, and none is counted twice', () => {
    const contacts = contactsOf(
      ticket({
        minutes: 50,
        entries: [
          { ...call, minutes: 20 },
          { ...call, entry: 'voice-6' },
        ],
      }),
      plain,
    );
    expect(contacts.map(({ minutes }) => minutes)).toEqual([30, 20, 0]);
  });

  it('nobody measured stay unknown', () => {
    expect(contactsOf(ticket({ entries: [call] }), plain).map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['message', undefined],
      ['call', undefined],
    ]);
  });
});

it.each([
  ['Printer', 'printer'],
  ['RE: AW: Fwd: Printer', 'printer'],
  ['[acme #123] Re[2]: Printer', 'printer'],
  ['  Printer \t is  offline ', 'printer is offline'],
  ['Return of goods', 'return of goods'],
  ['Re:', ''],
])('the topic of %j is %j', (subject, topic) => {
  expect(topicOf(subject)).toBe(topic);
});
