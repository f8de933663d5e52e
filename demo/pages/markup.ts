import type { ObservedEntry } from '@/lib/observation';

import type { Person, Ticket } from '../desk/ticket.ts';
import { attributes, type Html } from './html.ts';

/** The marks of docs/MARKUP.md, as this helpdesk sets them. */

const instant = (at: number): string => new Date(at).toISOString();

export const ticketMarks = (ticket: Ticket): Html =>
  attributes({
    'data-noclaims-ticket': ticket.id,
    'data-noclaims-subject': ticket.subject,
    'data-noclaims-status': ticket.status,
    'data-noclaims-created': instant(ticket.createdAt),
    'data-noclaims-updated': instant(ticket.updatedAt),
    'data-noclaims-solved': ticket.solvedAt === null ? '' : instant(ticket.solvedAt),
    'data-noclaims-minutes': ticket.minutes,
    'data-noclaims-channel': ticket.channel,
    'data-noclaims-queue': ticket.queue,
    'data-noclaims-opener': ticket.opener.id,
    'data-noclaims-merged-into': ticket.mergedInto,
  });

export const requesterMarks = ({ id, email, name, organisation, phone }: Person): Html =>
  attributes({
    'data-noclaims-requester': id,
    'data-noclaims-email': email ?? '',
    'data-noclaims-name': name,
    'data-noclaims-organisation': organisation ?? '',
    'data-noclaims-phone': phone ?? '',
  });

export const rowMarks = (ticket: Ticket): Html => attributes({ 'data-noclaims-row': ticket.id });

export const entryMarks = ({ entry, what, at, solvedAt, minutes }: ObservedEntry): Html =>
  attributes({
    'data-noclaims-entry': entry,
    'data-noclaims-what': what,
    'data-noclaims-at': instant(at),
    'data-noclaims-solved': solvedAt === undefined ? undefined : instant(solvedAt),
    'data-noclaims-minutes': minutes,
  });
