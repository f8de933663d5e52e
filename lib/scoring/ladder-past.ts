import type { Cause, Contact, Kind } from './contact';

/** What is still needed of a contact after it was pruned. */
export interface LadderPast {
  /** The contact's id. */
  readonly id: string;
  readonly at: number;
  readonly cause: Cause;
  readonly causeBy?: Contact['causeBy'];
  readonly loss?: Contact['loss'];
  readonly kind?: Kind;
  readonly counted: boolean;
}

/** As a contact that costs nothing any more. One that did not count was no demand, unless its cause says otherwise. */
export function asContact({ id, at, cause, causeBy, loss, kind = 'message', counted }: LadderPast): Contact {
  const theirs = counted || cause === 'product_fault' || cause === 'third_party' || cause === 'helpful_report';
  return {
    id,
    at,
    kind,
    initiator: 'customer',
    minutes: 0,
    cause,
    ...(causeBy && { causeBy }),
    ...(loss && { loss }),
    ...(!theirs && { excluded: 'merged' as const }),
  };
}
