import type { Kind } from './contact';
import type { LimitWindow } from './standing';

/** "At most `max` per window" (docs/SCORING.md §1.2). */
export interface LimitRule {
  readonly id: string;
  readonly on: boolean;
  /** Counted kinds; absent = all. */
  readonly kinds?: readonly Kind[];
  /** Weight of a kind; 1 where nothing is said. */
  readonly weights?: Readonly<Partial<Record<Kind, number>>>;
  readonly max: number;
  readonly window: LimitWindow;
  /** Hysteresis: the limit clears at a load of `max - release`. */
  readonly release: number;
  readonly cooldownDays: number;
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

/** What a contact costs when the helpdesk names no minutes (docs/SCORING.md §3.1). */
export interface CostRates {
  /** Loaded cost of an agent's minute, minor units. */
  readonly minuteMinor: number;
  /** Fixed cost of any contact, minor units. */
  readonly contactMinor: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly defaultMinutes: Readonly<Record<Kind, number>>;
}

export const COST_RATES: CostRates = {
  minuteMinor: 100,
  contactMinor: 100,
  currency: 'EUR',
  defaultMinutes: { message: 12, chat: 5, call: 12, conference: 60, visit: 120 },
};
