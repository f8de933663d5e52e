import type { Plan, PlannedTicket } from '../plan/shape.ts';
import { AGENT, type Person, type Ticket } from './ticket.ts';

const FIRST_PERSON = 101;
const FIRST_TICKET = 2001;

/** Everybody in the plan and their tickets, numbered in the order in which they came. */
export function fromPlan({ customers, tickets }: Plan): { people: Person[]; tickets: Ticket[] } {
  const people = customers.map(({ name, email, phone, organisation }, index) => {
    return { id: String(FIRST_PERSON + index), name, email, phone, organisation };
  });
  const byEmail = new Map(people.map((person) => [person.email, person]));
  return { people, tickets: tickets.map((ticket, index) => asTicket(ticket, FIRST_TICKET + index, byEmail)) };
}

function asTicket(planned: PlannedTicket, id: number, people: ReadonlyMap<string, Person>): Ticket {
  const requesters = planned.requesters.flatMap((email) => people.get(email) ?? []);
  const [first] = requesters;
  if (!first) throw new RangeError(`nobody asks in “${planned.subject}”`);
  const messages = planned.messages.map(({ at, by, text, minutes }) => {
    return { at: Date.parse(at), by, author: by === 'customer' ? first.name : AGENT.name, text, minutes };
  });
  const solvedAt = planned.solvedAt === null ? null : Date.parse(planned.solvedAt);
  const entries = (planned.reopenings ?? []).map((reopening, index) => ({
    entry: `reopening-${id}-${index + 1}`,
    at: Date.parse(reopening.at),
    what: 'reopened' as const,
    solvedAt: Date.parse(reopening.solvedAt),
  }));
  return {
    id,
    subject: planned.subject,
    channel: planned.channel,
    queue: 'Support',
    status: planned.status,
    requesters,
    // Whoever picks up the phone opens the ticket.
    opener: planned.channel === 'phone' ? AGENT : first,
    createdAt: Date.parse(planned.createdAt),
    updatedAt: Math.max(...messages.map(({ at }) => at), solvedAt ?? 0),
    solvedAt,
    minutes: planned.minutes,
    messages,
    entries,
  };
}
