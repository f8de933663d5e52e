import type { Cause, Contact, Kind, NotCounted } from './contact';
import { isNotTheirs } from './verdict';

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

/** As a contact that costs nothing any more. */
export const asContact = ({ id, at, cause, causeBy, loss, kind = 'message' }: LadderPast): Contact => ({
  id,
  at,
  kind,
  initiator: 'customer',
  minutes: 0,
  cause,
  ...(causeBy && { causeBy }),
  ...(loss && { loss }),
});

/** Why it did not count; where only a demand of the customer is told from none, any other reason stands for none. */
export const whyNotPast = ({ cause, counted }: LadderPast): NotCounted | undefined => {
  if (counted) return undefined;
  return isNotTheirs(cause) ? cause : 'merged';
};
