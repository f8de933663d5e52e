import type { ObservedPerson, ObservedTicket } from '@/lib/observation';

import type { Person, Ticket } from './ticket.ts';

/** A ticket as the history endpoint tells it (docs/MARKUP.md). */
export function observed(ticket: Ticket): ObservedTicket {
  const { opener, entries, mergedInto } = ticket;
  return {
    ticketId: String(ticket.id),
    subject: ticket.subject,
    status: ticket.status,
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    solvedAt: ticket.solvedAt,
    minutes: ticket.minutes,
    requesters: ticket.requesters.map(observedPerson),
    opener: { userId: opener.id, ...(opener.email && ticket.requesters.includes(opener) && { email: opener.email }) },
    ...(mergedInto !== undefined && { mergedInto: String(mergedInto) }),
    entries: [...entries],
    hints: { channel: ticket.channel, queue: ticket.queue },
  };
}

const observedPerson = ({ id, name, email, phone, organisation }: Person): ObservedPerson => ({
  userId: id,
  email,
  name,
  phones: phone ? [phone] : [],
  organisation,
});
