// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { FAILURES, ticketsIn } from './desk';
import { history, isAboutChanges, many, requester, rtDesk, statusChange, ticketItem } from './rt-rest';

describe('reopenings', () => {
  const cameBack = [
    statusChange(11, 1, ['open', 'resolved'], '2026-06-01T10:00:00Z'),
    statusChange(12, 1, ['resolved', 'open'], '2026-06-05T10:00:00Z'),
    statusChange(13, 1, ['open', 'rejected'], '2026-06-06T10:00:00Z'),
    statusChange(14, 1, ['rejected', 'resolved'], '2026-06-07T10:00:00Z'),
    statusChange(15, 1, ['resolved', 'new'], '2026-08-01T10:00:00Z'),
  ];
  const entries = [
    {
      entry: 'txn-12',
      what: 'reopened',
      at: Date.parse('2026-06-05T10:00:00Z'),
      solvedAt: Date.parse('2026-06-01T10:00:00Z'),
    },
    {
      entry: 'txn-15',
      what: 'reopened',
      at: Date.parse('2026-08-01T10:00:00Z'),
      solvedAt: Date.parse('2026-06-06T10:00:00Z'),
    },
  ];

  it('are those from done to active, in whatever order RT lists them', async () => {
    const parts = await history(rtDesk({ tickets: many(2), transactions: cameBack.toReversed() }));
    expect(ticketsIn(parts).map((ticket) => ticket.entries)).toEqual([entries, []]);
  });

  it('are no restored spam, and no status of the desk’s own', async () => {
    const transactions = [
      statusChange(11, 1, ['deleted', 'open'], '2026-06-01T10:00:00Z'),
      statusChange(12, 1, ['resolved', 'with vendor'], '2026-06-02T10:00:00Z'),
    ];
    expect(ticketsIn(await history(rtDesk({ tickets: many(1), transactions })))[0]?.entries).toEqual([]);
  });

  it('come from one search for a hundred tickets', async () => {
    const desk = rtDesk({ tickets: many(100), transactions: cameBack });
    await history(desk);
    expect(desk.asked.map(({ pathname }) => pathname)).toEqual(['/REST/2.0/tickets', '/REST/2.0/transactions']);
  });

  it('are read of the shown ticket alone where RT forbids the search, which is not asked for again', async () => {
    const tickets = [...many(130), ticketItem(540)];
    const transactions = cameBack.map((change) => ({ ...change, ObjectId: '540' }));
    const desk = rtDesk({
      tickets,
      transactions,
      instead: (url) => (isAboutChanges(url) ? FAILURES.forbidden : undefined),
    });
    const parts = await history(desk);
    const read = ticketsIn(parts).filter((ticket) => ticket.entries);
    expect(read).toMatchObject([{ ticketId: '540', entries }]);
    expect(desk.asked.filter(isAboutChanges)).toHaveLength(1);
    expect(parts.at(-1)).toMatchObject({ observation: { complete: { requester } } });
  });
});

describe('tickets that no search finds', () => {
  const link = 'fsck.com-rt://desk.example.org/ticket/2';
  const merge = (id: number, ticket: number) => ({
    id: String(id),
    Type: 'AddLink',
    Field: 'MergedInto',
    OldValue: '',
    NewValue: link,
    ObjectId: String(ticket),
  });

  it('are told as merged beside the one that stays', async () => {
    const parts = await history(rtDesk({ tickets: [ticketItem(2)], transactions: [merge(7, 1), merge(8, 2)] }));
    expect(ticketsIn(parts)).toEqual([
      expect.objectContaining({ ticketId: '2', entries: [] }),
      { ticketId: '1', mergedInto: '2' },
    ]);
  });

  it('are asked for by number when a deleted one is looked at', async () => {
    const gone = ticketItem(383, { Status: 'deleted', LastUpdated: '2026-11-25T09:54:23Z' });
    const desk = rtDesk({ instead: (url) => (url.pathname.endsWith('/ticket/383') ? gone : undefined) });
    const parts = await history(desk, {}, 'deleted-german');
    expect(ticketsIn(parts)).toEqual([
      { ticketId: '383', status: 'deleted', updatedAt: Date.parse('2026-11-25T09:54:23Z') },
    ]);
  });
});
