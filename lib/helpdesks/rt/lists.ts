import type { Page, Row } from '@/lib/helpdesks/adapter';
import { refOf } from '@/lib/helpdesks/people';

import { personOf } from './page';
import type { Site } from './site';

/** The rows of every ticket list: search results, queues, the home page and dashboards, a user's tickets. */
export function listRows({ document }: Page, site: Site): Row[] {
  return [...document.querySelectorAll('table.collection-as-table[data-class="RT::Ticket"]')].flatMap((table) => {
    const place = requestorsPlace(table.getAttribute('data-display-format') ?? '');
    const items = [...table.querySelectorAll(':scope > .list-item[data-record-id]')];
    return items.flatMap((item) => rowOf(item, place, site));
  });
}

/** Beside the requester, or the subject where no column names one. */
function rowOf(item: Element, place: Place | undefined, { agent }: Site): Row[] {
  const ticketId = item.getAttribute('data-record-id') ?? '';
  const cells = [...item.children].flatMap((line) => [...line.children]);
  const cell = place && cells.length === place.of ? cells[place.at] : undefined;
  const users = [...(cell?.querySelectorAll('span.user[data-user-id]') ?? [])];
  const [user] = users;
  const anchor = user ?? subjectIn(item) ?? cells[0]?.firstElementChild;
  if (!/^\d+$/.test(ticketId) || !anchor) return [];
  const person = user && users.length === 1 ? personOf(user) : undefined;
  const requester = person && person.userId !== agent?.userId ? refOf(person) : undefined;
  return [{ ticketId, anchor, ...(requester && { requester }) }];
}

const subjectIn = (item: Element): Element | undefined =>
  [...item.querySelectorAll('a[href*="/Ticket/Display.html?id="]')].at(-1);

interface Place {
  readonly at: number;
  readonly of: number;
}

/**
 * Which cell names the requestors: people in other columns are printed alike, and every desk chooses its columns. The
 * format names them in order, as `'<small>__Requestors__</small>'` or a bare `Requestors`.
 */
function requestorsPlace(format: string): Place | undefined {
  const columns = [...format.matchAll(/\s*('(?:[^'\\]|\\.)*'|[^,]+)\s*(?:,|$)/g)]
    .map(([, column = '']) => column.trim())
    .filter((column) => column && !column.includes('__NEWLINE__') && column !== 'NEWLINE');
  const at = columns.findIndex((column) =>
    /^'?[^']*\bRequestors?\b|__Requestors?__/.test(column.replaceAll(/\/TITLE:.*/g, '')),
  );
  return at === -1 ? undefined : { at, of: columns.length };
}

/** What happened to a ticket, on a page of its own, names nobody who asks; a ticket known before may still be marked. */
export function historyRow({ document }: Page): Row[] {
  const ticketId = document.querySelector('.history.ticket[id]')?.id.match(/^ticket-(\d+)-history$/)?.[1];
  const anchor = document.querySelector('.history.ticket .transaction .description span.user');
  return ticketId && anchor ? [{ ticketId, anchor }] : [];
}
