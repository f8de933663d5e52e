import type { Reading } from '@/lib/helpdesks/adapter';
import { given } from '@/lib/helpdesks/given';
import { chargedAmong, isSame, refOf } from '@/lib/helpdesks/people';
import type { ObservedEntry, ObservedPerson, ObservedTicket, PersonRef } from '@/lib/observation';

import { factsOf, id, instant, list, minutes, oneOf, own, textOrNone, word, type Facts } from './facts';

const STATUSES = ['new', 'open', 'waiting', 'solved', 'closed', 'deleted', 'spam'] as const;

/** What an element marked as a ticket says of it. */
export function readTicket(shown: Element): Reading {
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

export function personOf(element: Element): ObservedPerson {
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
