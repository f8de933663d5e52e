import type { Ask, HistoryPart, HistoryWish } from '@/lib/helpdesks/adapter';
import type { ObservedTicket, PersonRef } from '@/lib/observation';

import { changesOf, entriesOf, type Changes } from './rest-changes';
import { isItem, itemPages, type Item, type Stopped } from './rest-page';
import { TICKET_FIELDS, ticketOf } from './rest-ticket';
import type { Site } from './site';

const DAY = 86_400_000;

/** The tickets of a requester, oldest first, as REST 2 gives them to the agent's own session. */
export async function* requesterHistory(
  site: Site,
  ask: Ask,
  { requester, since }: HistoryWish,
  shownId: string | undefined,
): AsyncGenerator<HistoryPart> {
  const rest = `${site.webPath}/REST/2.0`;
  const query = [whose(requester), ...(since === undefined ? [] : [`LastUpdated > '${dayBefore(since)}'`])].join(
    ' AND ',
  );
  const parameters = { query, orderby: 'id', ...TICKET_FIELDS };
  let mayAskChanges = true;
  for await (const page of itemPages(ask, `${rest}/tickets`, parameters, { holes: true })) {
    const tickets = page.kind === 'items' ? ticketsOf(page.items, requester, site) : page;
    if ('kind' in tickets) return yield { kind: 'stopped', why: tickets.why };
    const ids = tickets.map(({ ticketId }) => ticketId);
    const changes: Changes | Stopped | undefined = mayAskChanges ? await changesOf(ask, rest, ids) : undefined;
    if (changes && 'kind' in changes && !isForbidden(changes)) return yield { kind: 'stopped', why: changes.why };
    const known =
      changes && 'entries' in changes
        ? withChanges(tickets, changes)
        : await withOwnHistory(tickets, ask, rest, shownId);
    mayAskChanges = changes !== undefined && 'entries' in changes;
    const complete = page.kind === 'items' && page.isLast ? { complete: { requester } } : {};
    yield { kind: 'part', observation: { readFrom: 'json', tickets: known, ...complete } };
  }
}

function ticketsOf(items: readonly Item[], requester: PersonRef, site: Site): ObservedTicket[] | Stopped {
  const tickets = items.map((item) => ticketOf(item, requester, site));
  const read = tickets.filter((ticket) => ticket !== undefined);
  return read.length === tickets.length ? read : { kind: 'stopped', why: 'not-understood' };
}

/** This agent may not search so, now or later; anything else may pass. */
const isForbidden = ({ status = 0 }: Stopped): boolean => [400, 403, 404, 405].includes(status);

/** A ticket that is gone is in no search: only by its number does RT tell when that happened. */
export async function deletedTicket(site: Site, ask: Ask, ticketId: string): Promise<ObservedTicket | undefined> {
  const answer = await ask(`${site.webPath}/REST/2.0/ticket/${ticketId}`);
  if (answer.kind !== 'json') return undefined;
  const { status, updatedAt } = (isItem(answer.body) && ticketOf(answer.body, { userId: '0' }, site)) || {};
  return status === 'deleted' && updatedAt !== undefined ? { ticketId, status, updatedAt } : undefined;
}

function whose({ userId, email = '' }: PersonRef): string {
  if (userId && /^\d+$/.test(userId)) return `Requestor.id = ${userId}`;
  return `Requestor.EmailAddress = '${email.replaceAll(/['\\]/g, '\\$&')}'`;
}

/** RT reads a bare date in the agent's zone: a day more than enough. */
const dayBefore = (since: number): string => new Date(since - DAY).toISOString().slice(0, 10);

const withChanges = (tickets: readonly ObservedTicket[], { entries, merged }: Changes): ObservedTicket[] => [
  ...tickets.map((ticket) => ({ ...ticket, entries: [...(entries.get(ticket.ticketId) ?? [])] })),
  ...[...merged].map(([ticketId, mergedInto]) => ({ ticketId, mergedInto })),
];

/** Where RT refuses the search, the history of the ticket that is looked at may still be read. */
async function withOwnHistory(
  tickets: readonly ObservedTicket[],
  ask: Ask,
  rest: string,
  shownId: string | undefined,
): Promise<ObservedTicket[]> {
  const shown = tickets.find(({ ticketId }) => ticketId === shownId);
  const entries = shown && (await entriesOf(ask, rest, shown.ticketId));
  return tickets.map((ticket) => (ticket === shown && entries ? { ...ticket, entries } : ticket));
}
