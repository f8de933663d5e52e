// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import type { HistoryPart, HistoryWish } from '@/lib/helpdesks/adapter';
import { markedUp } from '@/lib/helpdesks/adapters/marked-up';

import { all, deskOf, FAILURES, ticketsIn, type Desk } from './desk';
import { pageOf, storedPage } from './stored';

const requester = { userId: '104', email: 'gwen@acme.example' };
const { page } = storedPage('marked-up', 'ticket');
const ticket = (ticketId: string) => ({ ticketId, createdAt: 1_790_000_000_000, requesters: [requester] });

async function history(desk: Desk, wish: Partial<HistoryWish> = {}, on = page): Promise<HistoryPart[]> {
  return markedUp.history ? all(markedUp.history(on, desk.ask, { requester, ...wish })) : [];
}

describe('the history of a marked-up helpdesk', () => {
  it('is asked for page by page, and complete with the last', async () => {
    const desk = deskOf((url) => ({ pages: 3, tickets: [ticket(url.searchParams.get('page') ?? '')] }));
    const parts = await history(desk);
    expect(ticketsIn(parts).map(({ ticketId }) => ticketId)).toEqual(['1', '2', '3']);
    expect(parts.map((part) => part.kind === 'part' && part.observation.complete)).toEqual([
      undefined,
      undefined,
      { requester },
    ]);
    expect(desk.asked[0]?.pathname).toBe('/desk/api/history');
    expect(Object.fromEntries(desk.asked[0]?.searchParams ?? [])).toEqual({ requester: '104', page: '1' });
  });

  it('is asked for by address where there is no id, and since an instant', async () => {
    const desk = deskOf(() => ({ pages: 1, tickets: [] }));
    await history(desk, { requester: { email: 'gwen@acme.example' }, since: 1_790_000_000_000 });
    expect(Object.fromEntries(desk.asked[0]?.searchParams ?? [])).toEqual({
      requester: 'gwen@acme.example',
      since: '1790000000000',
      page: '1',
    });
  });

  it.each(Object.entries(FAILURES))('stops when %s', async (_, failure) => {
    const parts = await history(
      deskOf((_url, number) => (number === 2 ? failure : { pages: 2, tickets: [ticket('1')] })),
    );
    expect(parts.at(-1)).toEqual({ kind: 'stopped', why: failure.kind });
  });

  it.each([
    ['a bare list', [ticket('1')]],
    ['no number of pages', { tickets: [] }],
    ['a fraction of a page', { pages: 1.5, tickets: [] }],
    ['no list', { pages: 1, tickets: 'none' }],
    ['an empty page before the last', { pages: 9, tickets: [] }],
    ['nothing', null],
  ])('is not understood when it is %s', async (_, body) => {
    expect(await history(deskOf(() => body))).toEqual([{ kind: 'stopped', why: 'not-understood' }]);
  });

  it('is not asked for where none is declared, or one on another host', async () => {
    for (const declared of ['1', '1; history=https://evil.example/h', '1; history=//evil.example/h', '1; history=h']) {
      const desk = deskOf(() => ({ pages: 1, tickets: [] }));
      const bare = pageOf(`<head><meta name="noclaims" content="${declared}"></head>`, 'https://desk.example.org/');
      expect(await history(desk, {}, bare)).toEqual([]);
      expect(desk.asked).toEqual([]);
    }
  });
});
