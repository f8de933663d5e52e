import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';

import type { Desk } from '../desk/desk.ts';
import type { Html } from '../pages/html.ts';
import { page, type Content } from '../pages/layout.ts';
import { listPage } from '../pages/list.ts';
import { newTicketPage } from '../pages/new-ticket.ts';
import { missingPage, peoplePage, personPage } from '../pages/people.ts';
import { ticketPage } from '../pages/ticket.ts';
import { inView, viewOf, VIEWS } from '../pages/views.ts';
import type { Answer, Asked } from './answer.ts';
import { historyPage } from './history.ts';

const PUBLIC = new URL('../public/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Everything that can be looked at. */
export function shown(desk: Desk, asked: Asked): Answer {
  const { path, query } = asked;
  const type = TYPES[extname(path)];
  if (type && readdirSync(PUBLIC).includes(path.slice(1))) {
    return { kind: 'file', type, text: readFileSync(new URL(path.slice(1), PUBLIC), 'utf8') };
  }
  if (path === '/api/history') return { kind: 'json', value: historyPage(desk, query) };
  const { status = 200, ...content } = contentOf(desk, asked);
  const counts = Object.fromEntries(VIEWS.map((view) => [view.id, inView(view, desk.tickets()).length]));
  return { kind: 'page', status, text: page({ ...content, counts }) };
}

type Found = Omit<Content, 'counts'> & { readonly status?: 404 };

const missing = (what: string): Found => ({ status: 404, title: 'Not found', place: 'none', main: missingPage(what) });

function contentOf(desk: Desk, { path, query }: Asked): Found {
  const [room = '', id] = path.split('/').slice(1);
  if (path === '/') return list(desk, query);
  if (path === '/people') return { title: 'People', place: 'people', main: people(desk) };
  if (path === '/tickets/new') return newTicket(desk, query);
  if (room === 'people' && id) return person(desk, id);
  if (room === 'tickets' && id) return ticket(desk, id);
  return missing('page');
}

function list(desk: Desk, query: URLSearchParams): Found {
  const view = viewOf(query.get('view'));
  const tickets = inView(view, desk.tickets()).toSorted((a, b) => b.updatedAt - a.updatedAt || b.id - a.id);
  const number = Number(query.get('page')) || 1;
  return {
    title: view.name,
    place: view.id,
    main: listPage({ title: view.name, tickets, number, address: `/?view=${view.id}` }),
  };
}

function ticket(desk: Desk, id: string): Found {
  const found = /^\d{1,9}$/.test(id) ? desk.ticket(Number(id)) : undefined;
  return found ? { title: found.subject, place: 'none', main: ticketPage(found) } : missing('ticket');
}

function person(desk: Desk, id: string): Found {
  const found = desk.people().find((each) => each.id === id);
  if (!found) return missing('person');
  const theirs = desk.tickets().filter(({ requesters }) => requesters.includes(found));
  return { title: found.name, place: 'people', main: personPage(found, theirs) };
}

function people(desk: Desk): Html {
  const counts = new Map<string, number>();
  for (const { requesters } of desk.tickets()) {
    for (const { id } of requesters) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return peoplePage(desk.people(), ({ id }) => counts.get(id) ?? 0);
}

function newTicket(desk: Desk, query: URLSearchParams): Found {
  const given = query.get('requester') ?? '';
  const requester = desk.person(given)?.email ?? given;
  const [subject, body] = [query.get('subject') ?? '', query.get('body') ?? ''];
  return {
    title: 'New ticket',
    place: 'new-ticket',
    main: newTicketPage({ requester, subject, body, people: desk.people() }),
  };
}
