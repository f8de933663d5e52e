import { type Cause, type Contact, type Kind, MINUTE, type NotCounted } from './contact';

/** A contact of the last hour by which a double submit is known. */
export interface Recent {
  readonly at: number;
  readonly kind: Kind;
  readonly topic?: string;
  readonly customerId?: string;
  /** A fault of ours: it makes a double only where faults count. */
  readonly fault?: true;
}

const DOUBLE_WITHIN = 60 * MINUTE;

/** Causes that never count against a customer: faults that are not theirs, services to us, work that was ordered. */
const NEVER: ReadonlySet<Cause | NotCounted> = new Set(['product_fault', 'third_party', 'helpful_report', 'request']);

/** No demand of the customer at all: nothing begins with it. */
const NO_DEMAND: ReadonlySet<NotCounted> = new Set([
  'outbound',
  'our-message',
  'spam',
  'deleted',
  'merged',
  'split',
  'cancelled',
  'automatic',
  'test',
]);

/** Why a contact does not count, in view of those counted before it; undefined when it counts (docs/SCORING.md §1.1). */
export function whyNot(contact: Contact, recent: readonly Recent[]): NotCounted | undefined {
  const { excluded, initiator, cause, outageId } = contact;
  if (excluded) return excluded;
  if (initiator !== 'customer') return 'outbound';
  if (outageId !== undefined) return 'outage';
  if (isNever(cause)) return cause;
  return recent.some((earlier) => !earlier.fault && isDouble(earlier, contact)) ? 'duplicate' : undefined;
}

export const isNever = (cause: Cause): cause is Cause & NotCounted => NEVER.has(cause);

/** A fault of ours, once and no double: what a limit counts that includes faults. */
export const isFault = (contact: Contact, why: NotCounted | undefined, recent: readonly Recent[]): boolean =>
  why === 'product_fault' && !recent.some((earlier) => isDouble(earlier, contact));

const isDouble = (earlier: Recent, { at, kind, topic, customerId }: Contact): boolean =>
  at - earlier.at < DOUBLE_WITHIN &&
  earlier.customerId === customerId &&
  (earlier.kind === kind || (topic !== undefined && topic !== '' && earlier.topic === topic));

/** The customer came to us, whether it counts or not. */
export const isDemand = (why: NotCounted | undefined): boolean => !why || !NO_DEMAND.has(why);

/** Those that a contact after this one may double. */
export const remembered = (recent: readonly Recent[], contact: Contact, fault = false): Recent[] => {
  const { at, kind, topic, customerId } = contact;
  return [
    ...recent.filter((earlier) => at - earlier.at < DOUBLE_WITHIN),
    { at, kind, ...(topic && { topic }), ...(customerId && { customerId }), ...(fault && { fault }) },
  ];
};
