import type { Kind } from './contact';
import type { LimitWindow } from './standing';

/** "At most `max` per window" (docs/SCORING.md §1.2). */
export interface LimitRule {
  readonly id: string;
  readonly on: boolean;
  /** Whose contacts it counts: one customer's, unless it says all those of an organisation. */
  readonly scope?: 'customer' | 'organisation';
  /** Counted kinds; absent = all. */
  readonly kinds?: readonly Kind[];
  /** Weight of a kind; 1 where nothing is said. */
  readonly weights?: Readonly<Partial<Record<Kind, number>>>;
  readonly max: number;
  readonly window: LimitWindow;
  /** Hysteresis: the limit clears at a load of `max - release`. */
  readonly release: number;
  readonly cooldownDays: number;
  /** Faults of ours count, too: for who must know how often somebody called, whoever was to blame. */
  readonly includeProductFault?: boolean;
}

/** Deliberately low, as the article wants. */
export const LIMIT_PRESETS: readonly LimitRule[] = [
  { id: 'week', on: true, max: 3, window: { days: 7 }, release: 1, cooldownDays: 7 },
  { id: 'month', on: true, max: 5, window: { days: 30 }, release: 1, cooldownDays: 7 },
  { id: 'contract-year', on: true, max: 12, window: 'contract', release: 1, cooldownDays: 7 },
  {
    id: 'weekly-conference',
    on: true,
    kinds: ['conference'],
    max: 1,
    window: { days: 7 },
    release: 1,
    cooldownDays: 7,
  },
];

/** What a contact costs (docs/SCORING.md §3.1). Money in minor units. */
export interface CostRates {
  /** Loaded cost of an agent's minute. */
  readonly minuteMinor: number;
  /** The same for a kind that other people do: a field engineer's visit. */
  readonly minuteMinorOf?: Readonly<Partial<Record<Kind, number>>>;
  /** Fixed cost of any contact. */
  readonly contactMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  /** How long one takes or lasts where nothing was measured. */
  readonly defaultMinutes: Readonly<Record<Kind, number>>;
  /** For each further message of the customer in a ticket. */
  readonly furtherMessageMinutes: number;
  /** Notes and follow-up after the telephone is put down. */
  readonly afterCallMinutes: number;
  /** Chats that one agent holds at once. */
  readonly chatsAtOnce: number;
  /** Of each of our people, before a conference. */
  readonly preparationMinutes: number;
}

export const COST_RATES: CostRates = {
  minuteMinor: 100,
  contactMinor: 100,
  currency: 'EUR',
  defaultMinutes: { message: 12, chat: 10, call: 9, conference: 60, visit: 120 },
  furtherMessageMinutes: 3,
  afterCallMinutes: 3,
  chatsAtOnce: 2,
  preparationMinutes: 15,
};
