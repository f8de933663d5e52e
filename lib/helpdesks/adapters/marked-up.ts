import type { HelpdeskAdapter, HistoryPart, Page, Reading, Row } from '@/lib/helpdesks/adapter';
import { given } from '@/lib/helpdesks/given';
import { chargedAmong, isSame, refOf } from '@/lib/helpdesks/people';
import {
  factsOf,
  id,
  instant,
  list,
  minutes,
  oneOf,
  own,
  seen,
  textOrNone,
  word,
  type Facts,
} from '@/lib/helpdesks/markup';
import type { ObservedEntry, ObservedPerson, ObservedTicket, PersonRef } from '@/lib/observation';

/** Any helpdesk whose pages say by `data-noclaims-…` attributes what they show: docs/MARKUP.md, version 1. */
export const markedUp: HelpdeskAdapter = {
  id: 'marked-up',
  name: 'Helpdesk with Noclaims markup',
  mapping: [
    { hint: 'channel', value: 'phone', kind: 'call' },
    { hint: 'channel', value: 'conference', kind: 'conference' },
    { hint: 'channel', value: 'chat', kind: 'chat' },
    { hint: 'channel', value: 'visit', kind: 'visit' },
    { hint: 'channel', value: 'email', kind: 'message' },
    { hint: 'channel', value: 'web', kind: 'message' },
  ],

  recognises: (page) => declaration(page) !== undefined,
  basePath: (page) => declaration(page)?.get('base')?.replace(/\/+$/, '') ?? '',

  read(page): Reading {
    if (isSignedOut(page)) return { kind: 'elsewhere' };
    if (isLoading(page)) return { kind: 'loading' };
    const shown = ticketElement(page);
    return shown ? readTicket(shown) : { kind: 'elsewhere' };
  },

  badgeAnchor(page) {
    const shown = ticketElement(page);
    if (!shown || isSignedOut(page) || isLoading(page)) return undefined;
    const reading = readTicket(shown);
    if (reading.kind !== 'ticket') return undefined;
    const asked = own(shown, 'requester').find((element) => isSame(personOf(element), reading.requester ?? {}));
    const besideNobody = own(shown, 'anchor').find((element) => !element.closest('[data-noclaims-requester]'));
    return (asked && own(asked, 'anchor')[0]) ?? besideNobody ?? asked;
  },

  rows: (page) => (isSignedOut(page) ? [] : seen(page.document, 'row').flatMap(rowOf)),
  pane: ({ document }) => document.querySelector('[data-noclaims-pane]') ?? document.body,

  async *history(page, ask, { requester, since }): AsyncGenerator<HistoryPart> {
    const endpoint = addressOf(page, 'history');
    if (!endpoint) return;
    endpoint.searchParams.set('requester', requester.userId ?? requester.email ?? '');
    if (since !== undefined) endpoint.searchParams.set('since', String(since));
    for (let number = 1; number <= MOST_PAGES; number++) {
      endpoint.searchParams.set('page', String(number));
      const answer = await ask(endpoint.pathname + endpoint.search);
      if (answer.kind !== 'json') {
        yield { kind: 'stopped', why: answer.kind };
        return;
      }
      const { body } = answer;
      if (!isHistoryPage(body) || (body.tickets.length === 0 && number < body.pages)) break;
      const isLast = number >= body.pages;
      const complete = isLast ? { complete: { requester } } : {};
      yield { kind: 'part', observation: { readFrom: 'json', tickets: body.tickets, ...complete } };
      if (isLast) return;
    }
    yield { kind: 'stopped', why: 'not-understood' };
  },

  compose(page, { to, subject, body }) {
    const form = addressOf(page, 'compose');
    if (!form) {
      const [mailSubject, mailBody] = [subject, body].map(encodeURIComponent);
      return `mailto:${encodeURIComponent(to.email ?? '')}?subject=${mailSubject}&body=${mailBody}`;
    }
    form.searchParams.set('requester', to.userId ?? to.email ?? '');
    form.searchParams.set('subject', subject);
    form.searchParams.set('body', body);
    return form.href;
  },
};

const STATUSES = ['new', 'open', 'waiting', 'solved', 'closed', 'deleted', 'spam'] as const;

/** 20,000 tickets of one customer: an endpoint that promises more counts wrongly. */
const MOST_PAGES = 200;

/** What `<meta name="noclaims" content="1; base=/desk; history=/desk/api/history">` says, by its words. */
function declaration({ document }: Page): ReadonlyMap<string, string> | undefined {
  const content = document.querySelector('head > meta[name="noclaims"]')?.getAttribute('content') ?? '';
  const [version, ...words] = content.split(';').map((word) => word.trim());
  if (version !== '1') return undefined;
  return new Map(
    words.map((word) => {
      const [name = ''] = word.split('=', 1);
      return [name.trim(), word.slice(name.length + 1).trim()];
    }),
  );
}

const isSignedOut = (page: Page): boolean => declaration(page)?.has('signed-out') ?? true;

/** An address that the page declares, if it stays on the page's own origin. */
function addressOf(page: Page, name: 'history' | 'compose'): URL | undefined {
  const path = declaration(page)?.get(name);
  if (!path?.startsWith('/')) return undefined;
  const address = new URL(path, page.url);
  return address.origin === page.url.origin ? address : undefined;
}

const isLoading = ({ document }: Page): boolean => seen(document, 'loading').length > 0;
const ticketElement = ({ document }: Page): Element | undefined => seen(document, 'ticket')[0];

function readTicket(shown: Element): Reading {
  const facts = factsOf(shown);
  const ticketId = facts.need('ticket', id);
  const requesters = requestersOf(shown, facts.missing);
  const createdAt = facts.need('created', instant);
  const opener = facts.read('opener', (text) => openerOf(text, requesters));
  const ticket = given({
    subject: facts.read('subject', textOrNone(1000)),
    status: facts.read('status', oneOf(STATUSES)),
    createdAt,
    updatedAt: facts.read('updated', instant),
    solvedAt: facts.read('solved', (text) => (text === '' ? null : instant(text))),
    minutes: facts.read('minutes', minutes),
    opener,
    mergedInto: facts.read('merged-into', id),
    entries: entriesOf(shown, facts.missing),
    hints: hintsOf(facts),
  });
  const [missing] = facts.missing;
  if (ticketId === undefined || missing !== undefined) return { kind: 'unreadable', missing: missing ?? 'ticket' };

  const asked = chargedAmong(requesters, opener);
  return {
    kind: 'ticket',
    ticketId,
    requester: (asked && refOf(asked)) ?? null,
    observation: { readFrom: 'page', tickets: [{ ticketId, ...ticket, requesters }] },
  };
}

/** Those who ask, each once though a page may name one in its head and again at its side. */
function requestersOf(shown: Element, missing: string[]): ObservedPerson[] {
  const people = own(shown, 'requester').map(personOf);
  const isNobodys = shown.hasAttribute('data-noclaims-no-requester');
  if (people.some((person) => !refOf(person)) || (people.length === 0 && !isNobodys)) missing.push('requester');
  return people.filter((person, place) => people.findIndex((other) => isSame(other, person)) === place);
}

function personOf(element: Element): ObservedPerson {
  const { read } = factsOf(element);
  return given({
    userId: read('requester', (text) => text || undefined),
    email: read('email', textOrNone(200)),
    name: read('name', textOrNone(300)),
    phones: read('phone', list),
    organisation: read('organisation', textOrNone(300)),
  });
}

function openerOf(text: string, requesters: readonly ObservedPerson[]): PersonRef | null {
  if (text === '') return null;
  const asker = requesters.find(({ userId, email }) => userId === text || email === text);
  return (asker && refOf(asker)) ?? (text.includes('@') ? { email: text } : { userId: text });
}

function entriesOf(shown: Element, missing: string[]): ObservedEntry[] | undefined {
  const marked = own(shown, 'entry');
  if (marked.length === 0 && own(shown, 'entries').length === 0) return undefined;
  return marked.flatMap((element) => {
    const { need, read } = factsOf(element, missing);
    const entry = need('entry', id);
    const at = need('at', instant);
    const what = need('what', oneOf(['reopened', 'call', 'conference'] as const));
    if (entry === undefined || at === undefined || what === undefined) return [];
    return [{ entry, at, what, ...given({ solvedAt: read('solved', instant), minutes: read('minutes', minutes) }) }];
  });
}

function hintsOf({ read }: Facts): ObservedTicket['hints'] {
  const hints = given({
    channel: read('channel', word),
    queue: read('queue', word),
    type: read('type', word),
    tags: read('tags', list),
  });
  return Object.keys(hints).length > 0 ? hints : undefined;
}

function rowOf(row: Element): Row[] {
  const ticketId = factsOf(row).read('row', id);
  const [asker] = own(row, 'requester');
  const anchor = own(row, 'anchor')[0] ?? asker ?? row.querySelector('a');
  if (ticketId === undefined || !anchor) return [];
  const requester = asker && refOf(personOf(asker));
  return [{ ticketId, anchor, ...(requester && { requester }) }];
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
