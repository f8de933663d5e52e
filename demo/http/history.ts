import type { ObservedTicket } from '@/lib/observation';

import type { Desk } from '../desk/desk.ts';
import { observed } from '../desk/observed.ts';

const ON_A_PAGE = 50;

export interface HistoryPage {
  readonly pages: number;
  readonly tickets: readonly ObservedTicket[];
}

/** The history that docs/MARKUP.md describes: a requester's tickets, oldest first, from an instant (epoch ms) on if given. */
export function historyPage(desk: Desk, query: URLSearchParams): HistoryPage {
  const person = desk.person(query.get('requester') ?? '');
  const since = Number(query.get('since') ?? 0);
  const number = Math.max(1, Math.floor(Number(query.get('page') ?? 1)) || 1);
  const theirs = desk
    .tickets()
    .filter(({ requesters, updatedAt }) => updatedAt >= since && requesters.some(({ id }) => id === person?.id))
    .toReversed();
  const tickets = theirs.slice((number - 1) * ON_A_PAGE, number * ON_A_PAGE).map(observed);
  return { pages: Math.max(1, Math.ceil(theirs.length / ON_A_PAGE)), tickets };
}
