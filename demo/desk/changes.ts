import type { TicketStatus } from '@/lib/observation';

import { AGENT, type Message, type Ticket } from './ticket.ts';

/** What becomes of a ticket at an instant. `entry` is the id that a new entry gets. */
interface Moment {
  readonly now: number;
  readonly entry: string;
}

export const isDone = (status: TicketStatus): boolean => status === 'solved' || status === 'closed';

export function said(
  ticket: Ticket,
  { by, text, minutes }: Pick<Message, 'by' | 'text' | 'minutes'>,
  now: number,
): Ticket {
  const author = by === 'customer' ? (ticket.requesters[0]?.name ?? 'Customer') : AGENT.name;
  return {
    ...ticket,
    minutes: ticket.minutes + minutes,
    messages: [...ticket.messages, { at: now, by, author, text, minutes }],
  };
}

/** Whatever leaves the solved ones for work is reopened; what is thrown away is not. */
export function withStatus(ticket: Ticket, status: TicketStatus, { now, entry }: Moment): Ticket {
  const { solvedAt, entries } = ticket;
  if (isDone(status)) return { ...ticket, status, solvedAt: solvedAt ?? now };
  if (solvedAt === null || status === 'spam' || status === 'deleted') return { ...ticket, status };
  return { ...ticket, status, solvedAt: null, entries: [...entries, { entry, at: now, what: 'reopened', solvedAt }] };
}

export interface TimeSpent {
  /** A call is an entry of its own; work is only time. */
  readonly what: 'work' | 'call' | 'conference';
  readonly minutes: number;
}

export function withTime(ticket: Ticket, { what, minutes }: TimeSpent, { now, entry }: Moment): Ticket {
  const call = what === 'work' ? [] : [{ entry, at: now, what, minutes }];
  return { ...ticket, minutes: ticket.minutes + minutes, entries: [...ticket.entries, ...call] };
}

export const mergedInto = (ticket: Ticket, into: number, now: number): Ticket => ({
  ...ticket,
  mergedInto: into,
  status: 'closed',
  solvedAt: now,
});
