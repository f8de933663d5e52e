import type { ObservedEntry, TicketStatus } from '@/lib/observation';

import type { Channel } from '../plan/shape.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organisation: string | null;
}

/** The one who is at the desk: there is no signing in. */
export const AGENT: Person = {
  id: 'agent-1',
  name: 'Robin Quay',
  email: 'robin.quay@harbour-desk.example',
  phone: null,
  organisation: 'Harbour Desk',
};

export interface Message {
  readonly at: number;
  readonly by: 'customer' | 'agent' | 'internal';
  readonly author: string;
  readonly text: string;
  readonly minutes: number;
}

export interface Ticket {
  readonly id: number;
  readonly subject: string;
  readonly channel: Channel;
  readonly queue: string;
  readonly status: TicketStatus;
  readonly requesters: readonly Person[];
  readonly opener: Person;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly solvedAt: number | null;
  readonly minutes: number;
  readonly messages: readonly Message[];
  readonly entries: readonly ObservedEntry[];
  readonly mergedInto?: number;
}

/** What a colleague types in, or a customer sends. */
export interface NewTicket {
  /** Somebody's id or address; an address nobody has becomes a new person. */
  readonly requester: string | (Partial<Omit<Person, 'id'>> & { readonly name: string });
  readonly subject: string;
  readonly text: string;
  readonly channel?: Channel;
  /** Who opened it; the requester unless said otherwise. */
  readonly by?: 'customer' | 'agent';
  readonly status?: TicketStatus;
  readonly at?: number;
  readonly minutes?: number;
}
