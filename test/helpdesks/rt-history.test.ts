// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { checkObservation } from '@/lib/observation';

import { deskOf, FAILURES, ticketsIn } from './desk';
import { history, isAboutChanges, many, requester, rtDesk, ticketItem } from './rt-rest';

describe('a requester’s history', () => {
  it('is what a real RT 5.0.3 answered', async () => {
    const { tickets, transactions } = JSON.parse(
      readFileSync('test/fixtures/helpdesks/rt/ticket.answers.json', 'utf8'),
    );
    const parts = await history(deskOf((url) => (isAboutChanges(url) ? transactions : tickets)));
    expect(ticketsIn(parts).map(({ ticketId }) => ticketId)).toEqual(['72', '540', '598']);
    expect(ticketsIn(parts)[1]).toEqual({
      ticketId: '540',
      subject: 'Till prints every receipt twice',
      status: 'solved',
      createdAt: Date.parse('2026-09-25T10:47:00Z'),
      updatedAt: Date.parse('2026-10-03T10:47:00Z'),
      solvedAt: Date.parse('2026-10-03T10:47:00Z'),
      minutes: 35,
      requesters: [
        {
          userId: '59',
          email: 'hugo.eriksen@bluebell-nursery.example',
          name: 'Hugo Eriksen',
          organisation: 'Bluebell Nursery',
        },
      ],
      opener: { userId: '59', email: 'hugo.eriksen@bluebell-nursery.example' },
      hints: { queue: 'Support', fields: { Channel: 'Email' } },
      entries: [
        {
          entry: 'txn-6582',
          at: Date.parse('2026-10-02T10:47:00Z'),
          what: 'reopened',
          solvedAt: Date.parse('2026-09-26T10:47:00Z'),
        },
      ],
    });
    const observations = parts.flatMap((part) => (part.kind === 'part' ? [checkObservation(part.observation)] : []));
    expect(observations).toMatchObject([{ ok: true, value: { refused: [] } }]);
  });

  it('comes page by page, and is complete with the last', async () => {
    const parts = await history(rtDesk({ tickets: many(250) }));
    const sizes = parts.map(
      (part) => part.kind === 'part' && [part.observation.tickets.length, part.observation.complete],
    );
    expect(sizes).toEqual([
      [100, undefined],
      [100, undefined],
      [50, { requester }],
    ]);
    expect(new Set(ticketsIn(parts).map(({ ticketId }) => ticketId)).size).toBe(250);
  });

  it('goes on to an empty page where RT does not count', async () => {
    const parts = await history(rtDesk({ tickets: many(130), counted: false }));
    expect(ticketsIn(parts)).toHaveLength(130);
    expect(parts.at(-1)).toMatchObject({ kind: 'part', observation: { tickets: [], complete: { requester } } });
  });

  it('is complete for somebody without tickets', async () => {
    expect(await history(rtDesk({}))).toEqual([
      { kind: 'part', observation: { readFrom: 'json', tickets: [], complete: { requester } } },
    ]);
  });

  it('is asked for by number, else by address, below the path where RT lives', async () => {
    const byNumber = rtDesk({});
    await history(byNumber, {}, 'merged-german');
    expect(byNumber.asked[0]?.pathname).toBe('/rt/REST/2.0/tickets');
    expect(byNumber.asked[0]?.searchParams.get('query')).toBe('Requestor.id = 59');

    const byAddress = rtDesk({});
    await history(byAddress, { requester: { email: "o'neil\\@acme.example" } });
    expect(byAddress.asked[0]?.searchParams.get('query')).toBe(
      String.raw`Requestor.EmailAddress = 'o\'neil\\@acme.example'`,
    );
  });

  it('asks for what changed with so much overlap that no time zone loses anything', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1.5e12, max: 2.5e12 }), async (since) => {
        const desk = rtDesk({});
        await history(desk, { since });
        const query = desk.asked[0]?.searchParams.get('query') ?? '';
        const [, day = ''] = query.match(/^Requestor\.id = 59 AND LastUpdated > '(\d{4}-\d\d-\d\d)'$/) ?? [];
        const latestMidnight = Date.parse(`${day}T00:00:00-12:00`);
        expect(latestMidnight).toBeLessThan(since);
      }),
      { numRuns: 50 },
    );
  });

  it.each(Object.entries(FAILURES))('stops when %s, and is then not complete', async (_, failure) => {
    const { kind: why } = failure;
    for (const at of [1, 3]) {
      const parts = await history(
        rtDesk({ tickets: many(150), instead: (_url, number) => (number >= at ? failure : undefined) }),
      );
      expect(parts.at(-1)).toEqual({ kind: 'stopped', why });
      expect(parts.some((part) => part.kind === 'part' && part.observation.complete)).toBe(false);
    }
  });

  it.each([
    { said: 'nothing', body: null },
    { said: 'another shape', body: { tickets: [] } },
    { said: 'items that are none', body: { items: ['72'], pages: 1 } },
    { said: 'a ticket without its time', body: { items: [ticketItem(1, { Created: 'yesterday' })], pages: 1 } },
    { said: 'a ticket without a number', body: { items: [ticketItem(1, { id: 'one' })], pages: 1 } },
  ])('is not understood when RT says $said', async ({ body }) => {
    expect(await history(deskOf(() => body))).toEqual([{ kind: 'stopped', why: 'not-understood' }]);
  });

  it('ends when RT promises pages without end', async () => {
    const parts = await history(
      deskOf((url) => (isAboutChanges(url) ? { items: [], pages: null } : { items: [], pages: 1e9 })),
    );
    expect(parts.at(-1)).toEqual({ kind: 'stopped', why: 'not-understood' });
  });
});
