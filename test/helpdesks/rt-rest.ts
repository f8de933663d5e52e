import type { HistoryPart, HistoryWish } from '@/lib/helpdesks/adapter';
import { rt } from '@/lib/helpdesks/adapters/rt';

import { all, deskOf, type Desk } from './desk';
import { storedPage } from './stored';

export type Item = Readonly<Record<string, unknown>>;

export const HUGO = { id: 59, Name: 'hugo@acme.example', EmailAddress: 'hugo@acme.example', RealName: 'Hugo Eriksen' };

export const ticketItem = (id: number, more: Item = {}): Item => ({
  id: String(id),
  type: 'ticket',
  Subject: `Ticket ${id}`,
  Status: 'open',
  Created: '2026-09-25T10:47:00Z',
  LastUpdated: '2026-10-03T10:47:00Z',
  Resolved: '1970-01-01T00:00:00Z',
  TimeWorked: '5',
  Requestor: [HUGO],
  Creator: HUGO,
  CustomFields: [],
  ...more,
});

export const statusChange = (id: number, ticket: number, [from, to]: readonly [string, string], at: string): Item => ({
  id: String(id),
  Type: 'Status',
  Field: 'Status',
  OldValue: from,
  NewValue: to,
  Created: at,
  ObjectId: String(ticket),
});

interface Rows {
  readonly tickets?: readonly Item[];
  readonly transactions?: readonly Item[];
  /** RT counts only where the agent sees everything. */
  readonly counted?: boolean;
  /** What it says in place of its rows. */
  readonly instead?: (asked: URL, number: number) => unknown;
}

/** RT's REST 2, as far as a history asks: tickets, transactions of those asked about, and a ticket's own history. */
export function rtDesk({ tickets = [], transactions = [], counted = true, instead }: Rows): Desk {
  return deskOf((url, number) => {
    const said = instead?.(url, number);
    if (said !== undefined) return said;
    if (url.pathname.endsWith('/tickets')) return pageOf(tickets, url, counted);
    const own = url.pathname.match(/\/ticket\/(\d+)\/history$/)?.[1];
    if (own)
      return pageOf(
        transactions.filter(({ ObjectId }) => ObjectId === own),
        url,
        false,
      );
    const query = url.searchParams.get('query') ?? '';
    const link = query.match(/NewValue = '([^']+\/ticket\/\d+)'/)?.[1];
    const found = transactions.filter(({ ObjectId, NewValue }) =>
      link ? NewValue === link : new RegExp(`TicketId = ${String(ObjectId)}\\b`).test(query),
    );
    return pageOf(found, url, false);
  });
}

function pageOf(rows: readonly Item[], url: URL, counted: boolean): Item {
  const [page, size] = [Number(url.searchParams.get('page')), Number(url.searchParams.get('per_page'))];
  const items = rows.slice((page - 1) * size, page * size);
  const pages = counted ? Math.ceil(rows.length / size) : null;
  return { page, per_page: size, count: items.length, total: counted ? rows.length : null, pages, items };
}

export const requester = { userId: '59', email: 'hugo@acme.example' };
export const many = (count: number): Item[] => Array.from({ length: count }, (_, index) => ticketItem(index + 1));
export const isAboutChanges = ({ pathname }: URL): boolean => pathname.endsWith('/transactions');

const stored = Object.fromEntries(
  ['ticket', 'merged-german', 'deleted-german'].map((name) => [name, storedPage('rt', name).page]),
);

/** What the adapter makes of it, on a stored page. */
export async function history(desk: Desk, wish: Partial<HistoryWish> = {}, name = 'ticket'): Promise<HistoryPart[]> {
  const page = stored[name];
  return page && rt.history ? all(rt.history(page, desk.ask, { requester, ...wish })) : [];
}
