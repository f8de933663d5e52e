import type { Contact } from './contact';
import type { Ladder } from './ladder';
import { claimed, onEntry, type Rung, stepOf, turned } from './rung';
import type { LadderStanding } from './standing';

/** The ladder as replayed so far, and how it would be had a person confirmed the one or the other fall. */
export interface LadderState {
  readonly now: Rung;
  readonly proposed: readonly Proposal[];
}

/** A fall that waits for a person: an own replay from there on, since a year lost long ago costs those after it too. */
interface Proposal {
  readonly contactId: string;
  readonly at: number;
  readonly confirmed: Rung;
}

export const ladderFrom = (ladder: Ladder, at: number): LadderState => ({ now: onEntry(ladder, at), proposed: [] });

/** A person set the cause, having been shown the loss, or has confirmed the proposal. */
const isConfirmed = ({ causeBy, loss }: Contact): boolean =>
  loss !== 'refused' && (causeBy === 'person' || loss === 'confirmed');

/** A counted contact after the first. A request is work that was ordered, no claim. */
export function ladderClaimed(ladder: Ladder, state: LadderState, contact: Contact): LadderState {
  if (contact.cause === 'request') return state;
  const confirmed = isConfirmed(contact);
  const proposed = state.proposed.map((proposal) => ({
    ...proposal,
    confirmed: claimed(ladder, proposal.confirmed, contact, confirmed),
  }));
  if (!confirmed && contact.loss !== 'refused' && stepOf(ladder, state.now, contact)) {
    const { id: contactId, at } = contact;
    proposed.push({ contactId, at, confirmed: claimed(ladder, state.now, contact, true) });
  }
  return { now: claimed(ladder, state.now, contact, confirmed), proposed };
}

/** An anniversary. A proposal that no longer makes a difference is dropped. */
export function ladderTurned(ladder: Ladder, state: LadderState, at: number): LadderState {
  const now = turned(ladder, state.now, at);
  const proposed = state.proposed
    .map((proposal) => ({ ...proposal, confirmed: turned(ladder, proposal.confirmed, at) }))
    .filter(({ confirmed }) => confirmed.rung < now.rung);
  return { now, proposed };
}

/** The rung now, and what lies ahead until the next anniversary at `until`. */
export function ladderStanding(
  ladder: Ladder,
  { now: rung, proposed }: LadderState,
  until: number,
  now: number,
): LadderStanding {
  const next = turned(ladder, rung, until);
  const risk = riskOf(ladder, rung, until, now);
  return {
    ladderId: ladder.id,
    discounts: ladder.discounts,
    rung: rung.rung,
    since: rung.since,
    next: { at: until, rung: next.rung, claims: rung.claims, allowed: ladder.claimFreeMax },
    ...(risk && { risk }),
    ...(rung.fell && { fell: rung.fell }),
    proposed: proposed
      .map(({ contactId, at, confirmed }) => {
        const to = confirmed.rung < rung.rung ? confirmed.rung : turned(ladder, confirmed, until).rung;
        return { contactId, at, from: rung.rung, to };
      })
      .filter(({ from, to }) => to < from),
  };
}

/** What a crash that nobody can explain would cost, if it happened now. */
function riskOf(ladder: Ladder, rung: Rung, until: number, now: number): LadderStanding['risk'] {
  const after = claimed(ladder, rung, { at: now, cause: 'unknown_crash' }, true);
  if (after.rung < rung.rung) return { rung: after.rung, immediate: true };
  const later = turned(ladder, after, until);
  return later.rung < rung.rung ? { rung: later.rung, immediate: false } : undefined;
}
