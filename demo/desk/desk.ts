import type { TicketStatus } from '@/lib/observation';

import type { Plan } from '../plan/shape.ts';
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
  /** A call is an entry of its own; work is only time. */
  logTime(id: number, minutes: number, what: 'work' | 'call' | 'conference'): void;
  merge(id: number, into: number): void;
}

const isDone = (status: TicketStatus): boolean => status === 'solved' || status === 'closed';

export function deskOf(plan: Plan, now: () => number): Desk {
  const start = fromPlan(plan);
  const people = [...start.people];
  const tickets = new Map(start.tickets.map((ticket) => [ticket.id, ticket]));
  let entries = 0;

  const person = (key: string): Person | undefined =>
    people.find(({ id, email }) => id === key || email?.toLowerCase() === key.toLowerCase());

  function change(id: number, changed: (ticket: Ticket) => Partial<Ticket>): void {
    const ticket = tickets.get(id);
    if (ticket) tickets.set(id, { ...ticket, updatedAt: now(), ...changed(ticket) });
  }

  function requesterOf(wanted: NewTicket['requester']): Person {
    const details = typeof wanted === 'string' ? { name: wanted, email: wanted } : wanted;
    const known = person(typeof wanted === 'string' ? wanted : (wanted.email ?? ''));
    if (known) return known;
    const { name, email = null, phone = null, organisation = null } = { phone: null, organisation: null, ...details };
    const newcomer = { id: String(101 + people.length), name, email, phone, organisation };
    people.push(newcomer);
    return newcomer;
  }

  return {
    people: () => people,
    person,
    tickets: () => [...tickets.values()].sort((a, b) => b.createdAt - a.createdAt || b.id - a.id),
    ticket: (id) => tickets.get(id),

    add({ requester, subject, text, channel = 'email', by = 'customer', status = 'new', at = now(), minutes = 0 }) {
      const asker = requesterOf(requester);
      const opener = by === 'agent' ? AGENT : asker;
      const ticket: Ticket = {
        id: Math.max(2000, ...tickets.keys()) + 1,
        subject, channel, status, minutes, opener,
        queue: 'Support',
        requesters: [asker],
        createdAt: at,
        updatedAt: at,
        solvedAt: isDone(status) ? at : null,
        messages: [{ at, by, author: opener.name, text, minutes }],
        entries: [],
      };
      tickets.set(ticket.id, ticket);
      return ticket;
    },

    say(id, { by, text, minutes }) {
      change(id, (ticket) => {
        const author = by === 'customer' ? (ticket.requesters[0]?.name ?? 'Customer') : AGENT.name;
        return {
          minutes: ticket.minutes + minutes,
          messages: [...ticket.messages, { at: now(), by, author, text, minutes }],
        };
      });
    },

    setStatus(id, status) {
      change(id, (ticket) => {
        const { solvedAt } = ticket;
        if (isDone(status)) return { status, solvedAt: solvedAt ?? now() };
        if (solvedAt === null || status === 'spam' || status === 'deleted') return { status };
        const reopening = { entry: `event-${++entries}`, at: now(), what: 'reopened' as const, solvedAt };
        return { status, solvedAt: null, entries: [...ticket.entries, reopening] };
      });
    },

    logTime(id, minutes, what) {
      change(id, (ticket) => {
        const call = what === 'work' ? [] : [{ entry: `event-${++entries}`, at: now(), what, minutes }];
        return { minutes: ticket.minutes + minutes, entries: [...ticket.entries, ...call] };
      });
    },

    merge(id, into) {
      if (id !== into && tickets.has(into)) change(id, () => ({ mergedInto: into, status: 'closed', solvedAt: now() }));
    },
  };
}
