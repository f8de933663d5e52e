import type { TicketStatus } from '@/lib/observation';

import type { Ticket } from '../desk/ticket.ts';

export interface View {
  readonly id: string;
  readonly name: string;
  readonly statuses: readonly TicketStatus[];
}

const ACTIVE: View = { id: 'active', name: 'To do', statuses: ['new', 'open', 'waiting'] };

/** The lists in the side bar; the first one is the front page. */
export const VIEWS: readonly View[] = [
  ACTIVE,
  { id: 'new', name: 'New', statuses: ['new'] },
  { id: 'open', name: 'Open', statuses: ['open'] },
  { id: 'waiting', name: 'Waiting', statuses: ['waiting'] },
  { id: 'solved', name: 'Solved', statuses: ['solved', 'closed'] },
  { id: 'all', name: 'All tickets', statuses: ['new', 'open', 'waiting', 'solved', 'closed'] },
  { id: 'removed', name: 'Spam and deleted', statuses: ['spam', 'deleted'] },
];

export const viewOf = (id: string | null): View => VIEWS.find((view) => view.id === id) ?? ACTIVE;

export const inView = ({ statuses }: View, tickets: readonly Ticket[]): Ticket[] =>
  tickets.filter(({ status }) => statuses.includes(status));
