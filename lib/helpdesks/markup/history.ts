import type { Ask, HistoryPart, HistoryWish } from '@/lib/helpdesks/adapter';
import type { ObservedTicket } from '@/lib/observation';

/** 20,000 tickets of one customer: an endpoint that promises more counts wrongly. */
const MOST_PAGES = 200;

/** The pages of the endpoint that docs/MARKUP.md describes. */
export async function* declaredHistory(endpoint: URL, ask: Ask, wish: HistoryWish): AsyncGenerator<HistoryPart> {
  const { requester, since } = wish;
  endpoint.searchParams.set('requester', requester.userId ?? requester.email ?? '');
  if (since !== undefined) endpoint.searchParams.set('since', String(since));
  for (let number = 1; number <= MOST_PAGES; number++) {
    endpoint.searchParams.set('page', String(number));
    const answer = await ask(endpoint.pathname + endpoint.search);
    if (answer.kind !== 'json') return yield { kind: 'stopped', why: answer.kind };
    const { body } = answer;
    if (!isHistoryPage(body) || (body.tickets.length === 0 && number < body.pages)) break;
    const isLast = number >= body.pages;
    const complete = isLast ? { complete: { requester } } : {};
    yield { kind: 'part', observation: { readFrom: 'json', tickets: body.tickets, ...complete } };
    if (isLast) return;
  }
  yield { kind: 'stopped', why: 'not-understood' };
}

/** Only the outline is looked at: the worker checks every field, and refuses a ticket alone that does not hold. */
function isHistoryPage(body: unknown): body is { readonly pages: number; readonly tickets: ObservedTicket[] } {
  return (
    typeof body === 'object' &&
    body !== null &&
    'pages' in body &&
    Number.isInteger(body.pages) &&
    'tickets' in body &&
    Array.isArray(body.tickets)
  );
}
