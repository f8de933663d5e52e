import { type Cause, type Contact, type Kind, MINUTE, type NotCounted } from './contact';

/** A counted contact of the last hour, by which a double submit is known. */
export interface Recent {
  readonly at: number;
  readonly kind: Kind;
  readonly topic?: string;
}

const DOUBLE_WITHIN = 60 * MINUTE;

/** Causes that never count against a customer. */
const NOT_THEIRS: ReadonlySet<Cause | NotCounted> = new Set(['product_fault', 'third_party', 'helpful_report']);

/** No demand of the customer at all: nothing begins with it. */
const NO_DEMAND: ReadonlySet<NotCounted> = new Set(['outbound', 'our-message', 'spam', 'deleted', 'merged']);

/** Why a contact does not count, in view of those counted before it; undefined when it counts (docs/SCORING.md §1.1). */
export function whyNot(contact: Contact, recent: readonly Recent[]): NotCounted | undefined {
  const { excluded, initiator, cause } = contact;
  if (excluded) return excluded;
  if (initiator !== 'customer') return 'outbound';
  if (isNotTheirs(cause)) return cause;
  return recent.some((earlier) => isDouble(earlier, contact)) ? 'duplicate' : undefined;
}

export const isNotTheirs = (cause: Cause): cause is Cause & NotCounted => NOT_THEIRS.has(cause);

const isDouble = (earlier: Recent, { at, kind, topic }: Contact): boolean =>
  at - earlier.at < DOUBLE_WITHIN &&
  (earlier.kind === kind || (topic !== undefined && topic !== '' && earlier.topic === topic));

/** The customer came to us, whether it counts or not. */
export const isDemand = (why: NotCounted | undefined): boolean => !why || !NO_DEMAND.has(why);

/** Those that a contact after `counted` may double. */
export const remembered = (recent: readonly Recent[], { at, kind, topic }: Contact): Recent[] => [
  ...recent.filter((earlier) => at - earlier.at < DOUBLE_WITHIN),
  { at, kind, ...(topic && { topic }) },
];
