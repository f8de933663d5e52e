import { type Cause, CAUSES, type Contact } from './contact';
import type { LadderPast } from './ladder-past';
import { ladderStanding } from './ladder-standing';
import { tallyOf, type TallyRules } from './tally';

export interface Loss {
  /** Where the cause would leave the customer. */
  readonly rung: number;
  /** When, if not at once. */
  readonly at?: number;
}

export interface LossQuestion {
  readonly contactId: string;
  readonly past: readonly LadderPast[];
  /** All of the customer. */
  readonly contacts: readonly Contact[];
  readonly rules: TallyRules;
  readonly now: number;
}

/** What each cause would cost if a person set it on this contact: the ladder replayed with it. Causes that cost nothing are left out. */
export function lossesOf(question: LossQuestion): Partial<Record<Cause, Loss>> {
  const present = outlookOf(question, question.contacts);
  if (!present) return {};
  const losses = CAUSES.map((cause) => [cause, lossOf(question, present, cause)] as const);
  return Object.fromEntries(losses.filter(([, loss]) => loss !== undefined));
}

function lossOf(question: LossQuestion, present: { rung: number; next: number }, cause: Cause): Loss | undefined {
  const changed = question.contacts.map((contact): Contact => {
    if (contact.id !== question.contactId) return contact;
    const { loss: _, ...rest } = contact;
    return { ...rest, cause, causeBy: 'person' };
  });
  const then = outlookOf(question, changed);
  if (!then) return undefined;
  if (then.rung < present.rung) return { rung: then.rung };
  return then.next < present.rung && then.next < present.next ? { rung: then.next, at: then.at } : undefined;
}

function outlookOf(
  { past, rules, now }: LossQuestion,
  contacts: readonly Contact[],
): { rung: number; next: number; at: number } | undefined {
  const { year, ladder: state } = tallyOf('', { past, contacts }, rules, now).tally;
  if (!year || !state) return undefined;
  const { rung, next } = ladderStanding({ ...rules, state, year }, now);
  return { rung, next: next?.rung ?? rung, at: year.until };
}
