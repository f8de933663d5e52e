/** Plain data that the scoring works on (docs/SCORING.md §1). Instants are epoch ms, durations ms, money minor units. */

export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const YEAR = 365.25 * DAY;

export const KINDS = ['message', 'chat', 'call', 'conference', 'visit'] as const;
export type Kind = (typeof KINDS)[number];

/** Those that somebody may name. */
export const NAMED_CAUSES = [
  'user_error',
  'request',
  'product_fault',
  'third_party',
  'unknown_crash',
  'helpful_report',
] as const;
export const CAUSES = ['pending', ...NAMED_CAUSES] as const;
export type NamedCause = (typeof NAMED_CAUSES)[number];
export type Cause = (typeof CAUSES)[number];

export type Initiator = 'customer' | 'agent' | 'system';

/** What a helpdesk's label can say of a ticket so that it never counts: rights, services to us, and what nobody asked for. */
export const LABELS = ['sales', 'billing', 'privacy', 'security', 'accessibility', 'automatic', 'test'] as const;
export type Label = (typeof LABELS)[number];

/** Why a contact does not count; shown to the agent beside it. */
export const NOT_COUNTED = [
  'reopened-soon',
  'follow-up',
  'split',
  'outbound',
  'our-message',
  'spam',
  'deleted',
  'merged',
  'cancelled',
  'duplicate',
  'outage',
  'product_fault',
  'third_party',
  'helpful_report',
  'request',
  ...LABELS,
] as const;
export type NotCounted = (typeof NOT_COUNTED)[number];

/** One demand of a customer on the service. */
export interface Contact {
  /** `<source id>/<ticket>/<entry>`, or `own/<uuid>` for a call logged by hand. */
  readonly id: string;
  /** Whose it is, where contacts of several customers are folded together. */
  readonly customerId?: string;
  readonly at: number;
  readonly kind: Kind;
  readonly initiator: Initiator;
  /** Measured handle time; absent when the helpdesk does not say. */
  readonly minutes?: number;
  /** Minutes that a call, chat, conference or visit lasted, where that was measured and not the handle time. */
  readonly length?: number;
  /** Messages of the customer in the ticket, the first included. */
  readonly messages?: number;
  /** Our own people in a conference; the customer's cost us nothing. */
  readonly ownAttendees?: number;
  /** Paid out for it: travel, parts. */
  readonly expensesMinor?: number;
  readonly cause: Cause;
  /** Who set the cause. A fall whose cause a person set is confirmed; any other is proposed. */
  readonly causeBy?: 'person' | 'rule' | 'import';
  /** What a person said of the fall that this contact proposes. */
  readonly loss?: 'confirmed' | 'refused';
  /** The outage of ours that it fell into, or the known problem that it is linked to. */
  readonly outageId?: string;
  /** Subject without case and *Re:*, to tell double submits. */
  readonly topic?: string;
  /** Known from the ticket alone; duplicates are found when contacts are put in order. */
  readonly excluded?: NotCounted;
  /** The kind is a guess: opened by an agent on a source without any mark of calls. */
  readonly assumed?: true;
}
