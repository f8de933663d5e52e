import { outageOf, type Outage, type Struck } from '@/lib/scoring/outage';
import { proposedCause, type ProposalRule } from '@/lib/scoring/proposal-rule';
import type { Contact } from '@/lib/scoring/contact';

import type { NoclaimsDatabase } from './database';
import { sourceIdIn } from './ids';
import type { ContactRow, TicketRow } from './rows';

/** What is laid over contacts, beside what their tickets say of them. */
export interface Ruling {
  readonly outages: readonly Outage[];
  readonly proposals: readonly ProposalRule[];
  readonly now: number;
}

/** A cause, and the answer to the fall it proposed. */
export type Said = Pick<ContactRow, 'cause' | 'causeBy' | 'loss'>;

export const rulingOf = async (
  db: NoclaimsDatabase,
  { proposals = [], now }: { readonly proposals?: readonly ProposalRule[]; readonly now: number },
): Promise<Ruling> => ({ outages: await db.outages.toArray(), proposals, now });

/**
 * The outage that a contact fell into, and its cause: what a person said, else what an outage or a rule proposes. A proposal
 * goes when its rule does, unless a person confirmed the fall that it was for.
 */
export function ruled(
  contact: Pick<Contact, 'at' | 'outageId'>,
  ticket: TicketRow | undefined,
  said: Said | undefined,
  { outages, proposals, now }: Ruling,
): Said & Pick<ContactRow, 'outageId'> {
  const outageId = isProblem(contact.outageId) ? contact.outageId : outageOf(outages, struckOf(contact, ticket))?.id;
  const loss = said?.loss && { loss: said.loss };
  if (said && isKept(said)) {
    const { cause, causeBy } = said;
    return { cause, ...(causeBy && { causeBy }), ...loss, ...(outageId && { outageId }) };
  }
  if (outageId) return { cause: 'product_fault', causeBy: 'rule', outageId, ...loss };
  const cause = ticket && proposedCause(proposals, ticket, now);
  return cause ? { cause, causeBy: 'rule', ...loss } : { cause: 'pending', ...loss };
}

/** The helpdesk itself links the ticket to a known problem. */
const isProblem = (outageId: string | undefined): outageId is string => outageId?.startsWith('problem:') ?? false;

const isKept = ({ causeBy, loss }: Said): boolean =>
  causeBy === 'person' || causeBy === 'import' || loss === 'confirmed';

/** What an outage is held against. */
export const struckOf = ({ at }: Pick<Contact, 'at'>, ticket: TicketRow | undefined): Struck => ({
  at,
  ...(ticket && { sourceId: sourceIdIn(ticket.id) }),
  ...(ticket?.hints && { hints: ticket.hints }),
});

/** A contact on record, with what is laid over it now. */
export function ruledAgain(row: ContactRow, ticket: TicketRow | undefined, ruling: Ruling): ContactRow {
  const { causeBy: _, loss: __, outageId, ...rest } = row;
  const contact = { ...rest, ...(isProblem(outageId) && { outageId }) };
  return { ...contact, ...ruled(contact, ticket, row, ruling) };
}
