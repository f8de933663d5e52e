import type { TicketStatus } from '@/lib/observation';

import type { Plan } from '../plan/shape.ts';
import { isDone, mergedInto, said, withStatus, withTime, type TimeSpent } from './changes.ts';
import { fromPlan } from './from-plan.ts';
import { AGENT, type Message, type NewTicket, type Person, type Ticket } from './ticket.ts';

/** A helpdesk in memory: it forgets everything when it stops. */
export interface Desk {
  people(): readonly Person[];
  /** By id or address. */
  person(key: string): Person | undefined;
  /** The newest first. */
  tickets(): readonly Ticket[];
  ticket(id: number): Ticket | undefined;
  add(ticket: NewTicket): Ticket;
  say(id: number, said: Pick<Message, 'by' | 'text' | 'minutes'>): void;
  setStatus(id: number, status: TicketStatus): void;
  logTime(id: number, spent: TimeSpent): void;
  merge(id: number, into: number): void;
}

export function deskOf(plan: Plan, now: () => number): Desk {
  const start = fromPlan(plan);
  const people = [...start.people];
  const tickets = new Map(start.tickets.map((ticket) => [ticket.id, ticket]));
  let entries = 0;

  function change(id: number, changed: (ticket: Ticket) => Ticket): void {
    const ticket = tickets.get(id);
    if (ticket) tickets.set(id, { ...changed(ticket), updatedAt: now() });
  }
  const moment = () => ({ now: now(), entry: `event-${++entries}` });

  return {
    people: () => people,
    person: (key) => personIn(people, key),
    tickets: () => [...tickets.values()].toSorted((a, b) => b.createdAt - a.createdAt || b.id - a.id),
    ticket: (id) => tickets.get(id),
    add(wanted) {
      const ticket = opened(wanted, {
        id: Math.max(2000, ...tickets.keys()) + 1,
        asker: requesterIn(people, wanted.requester),
        now: now(),
      });
      tickets.set(ticket.id, ticket);
      return ticket;
    },
    say: (id, words) => change(id, (ticket) => said(ticket, words, now())),
    setStatus: (id, status) => change(id, (ticket) => withStatus(ticket, status, moment())),
    logTime: (id, spent) => change(id, (ticket) => withTime(ticket, spent, moment())),
    merge(id, into) {
      if (id !== into && tickets.has(into)) change(id, (ticket) => mergedInto(ticket, into, now()));
    },
  };
}

const personIn = (people: readonly Person[], key: string): Person | undefined =>
  people.find(({ id, email }) => id === key || email?.toLowerCase() === key.toLowerCase());

/** Somebody known, or a newcomer, who is known from then on. */
function requesterIn(people: Person[], wanted: NewTicket['requester']): Person {
  const known = personIn(people, typeof wanted === 'string' ? wanted : (wanted.email ?? ''));
  if (known) return known;
  const details = typeof wanted === 'string' ? { name: wanted, email: wanted } : wanted;
  const newcomer = { email: null, phone: null, organisation: null, ...details, id: String(101 + people.length) };
  people.push(newcomer);
  return newcomer;
}

interface Opening {
  readonly id: number;
  readonly asker: Person;
  readonly now: number;
}

function opened(wanted: NewTicket, { id, asker, now }: Opening): Ticket {
  const { subject, text, channel = 'email', by = 'customer', status = 'new', at = now, minutes = 0 } = wanted;
  const opener = by === 'agent' ? AGENT : asker;
  return {
    id,
    subject,
    channel,
    status,
    minutes,
    opener,
    queue: 'Support',
    requesters: [asker],
    createdAt: at,
    updatedAt: at,
    solvedAt: isDone(status) ? at : null,
    messages: [{ at, by, author: opener.name, text, minutes }],
    entries: [],
  };
}
