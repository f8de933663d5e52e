import type { Contact } from './contact';
import type { Ladder } from './ladder';
import type { Lapse } from './lapse';
import { claimed, fallen, onEntry, type Rung, stepOf, turned } from './rung';

/** The ladder as replayed so far, and how it would be had a person confirmed the one or the other fall. */
export interface LadderState {
  readonly now: Rung;
  readonly proposed: readonly Proposal[];
}

/** A fall that waits for a person: an own replay from there on, since a year lost long ago costs those after it too. */
export type Proposal = ({ readonly contactId: string } | { readonly pausedFrom: string }) & {
  readonly at: number;
  readonly confirmed: Rung;
};

export const ladderFrom = (ladder: Ladder, at: number, cleanYears?: number): LadderState => ({
  now: onEntry(ladder, at, cleanYears),
  proposed: [],
});

/** A person set the cause, having been shown the loss, or has confirmed the proposal. */
const isConfirmed = ({ causeBy, loss }: Contact): boolean =>
  loss !== 'refused' && (causeBy === 'person' || loss === 'confirmed');

const inAll = ({ now, proposed }: LadderState, next: (rung: Rung) => Rung): LadderState => ({
  now: next(now),
  proposed: proposed.map((proposal) => ({ ...proposal, confirmed: next(proposal.confirmed) })),
});

/** A counted contact after the first. A request is work that was ordered, no claim. */
export function ladderClaimed(ladder: Ladder, state: LadderState, contact: Contact): LadderState {
  if (contact.cause === 'request') return state;
  const confirmed = isConfirmed(contact);
  const after = inAll(state, (rung) => claimed(ladder, rung, contact, confirmed));
  if (confirmed || contact.loss === 'refused' || !stepOf(ladder, state.now, contact)) return after;
  const { id: contactId, at } = contact;
  const proposal = { contactId, at, confirmed: claimed(ladder, state.now, contact, true) };
  return { ...after, proposed: [...after.proposed, proposal] };
}

/** An anniversary. A proposal that no longer makes a difference is dropped. */
export function ladderTurned(ladder: Ladder, state: LadderState, at: number): LadderState {
  const { now, proposed } = inAll(state, (rung) => turned(ladder, rung, at));
  const stillCosts = ({ confirmed }: Proposal): boolean => confirmed.rung < now.rung || confirmed.free < now.free;
  return { now, proposed: proposed.filter(stillCosts) };
}

/** The contract has paused for longer than a rung is honoured: back to where one begins, once a person says so. */
export function ladderLapsed(ladder: Ladder, state: LadderState, { pause, at }: Lapse): LadderState {
  if (pause.loss === 'refused') return state;
  const lapsed = (rung: Rung): Rung => ({ ...fallen(rung, ladder.entry, { at, cause: 'pause' }), free: 0 });
  if (pause.loss === 'confirmed') return inAll(state, lapsed);
  if (state.now.rung <= ladder.entry) return state;
  return { ...state, proposed: [...state.proposed, { pausedFrom: pause.from, at, confirmed: lapsed(state.now) }] };
}
