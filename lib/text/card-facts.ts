import type { Cause } from '@/lib/scoring/contact';
import type { Standing } from '@/lib/scoring/standing';

import { badgeView, type OpenAlert } from './badge-view';
import type { Clock } from './formats';
import type { BadgeView } from './view';
import type { Words } from './words';

/** Where a cause would leave the customer, as a rung; `at` when it takes effect later. */
export interface CauseLoss {
  readonly rung: number;
  readonly at?: number;
}

export interface Freshness {
  /** When the history was last read to its end; absent = never. */
  readonly readAt?: number;
  readonly reopeningsRead: boolean;
  /** What only colleagues opened cannot have been seen: this helpdesk is read page by page. */
  readonly colleague?: boolean;
  /** Tickets that are taken for calls without a mark that says so. */
  readonly assumed?: number;
  /** Tickets without an exact time: kept, and no contact until it is read. */
  readonly untimed?: number;
}

export interface CardFacts extends Clock {
  readonly standing: Standing;
  readonly name: string;
  readonly organisation?: string;
  readonly openAlert?: OpenAlert;
  readonly snoozedUntil?: number;
  readonly freshness: Freshness;
  /** The cause of the ticket that is shown; absent when the ticket holds no contact of this customer. */
  readonly ticketCause?: { readonly contactId?: string; readonly cause: Cause };
  /** What each cause would cost; an unknown crash is read from the standing where nothing is said. */
  readonly losses?: Readonly<Partial<Record<Cause, CauseLoss>>>;
  readonly canThank: boolean;
  readonly words: Words;
  /** ISO 4217, of the costs in the standing. */
  readonly currency: string;
}

/** The badge that belongs to the card. */
export const badgeOf = ({ standing, openAlert, ...facts }: CardFacts): BadgeView =>
  badgeView(standing, { ...facts, ...(openAlert && { alert: openAlert }) });
