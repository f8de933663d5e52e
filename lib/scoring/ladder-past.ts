import type { Cause, Contact, Kind, NotCounted } from './contact';
import { isNever } from './verdict';

/** What is still needed of a contact after it was pruned. */
export interface LadderPast {
  /** The contact's id. */
  readonly id: string;
  /** Whose it was. */
  readonly holder?: string;
  readonly at: number;
  readonly cause: Cause;
  readonly causeBy?: Contact['causeBy'];
  readonly loss?: Contact['loss'];
  readonly kind?: Kind;
  readonly counted: boolean;
  /** It did not count, and the customer had come to us all the same. */
  readonly demand?: true;
}

/** As a contact that costs nothing any more. */
export const asContact = ({ id, holder, at, cause, causeBy, loss, kind = 'message' }: LadderPast): Contact => ({
  id,
  ...(holder && { customerId: holder }),
  at,
  kind,
  initiator: 'customer',
  minutes: 0,
  cause,
  ...(causeBy && { causeBy }),
  ...(loss && { loss }),
});

/** Why it did not count; where only a demand of the customer is told from none, any other reason stands for none. */
export const whyNotPast = ({ cause, counted, demand }: LadderPast): NotCounted | undefined => {
  if (counted) return undefined;
  if (isNever(cause)) return cause;
  return demand ? 'duplicate' : 'merged';
};
