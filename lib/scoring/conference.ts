import { type Contact, DAY } from './contact';
import { attendeeMinutes, costOf, type CostTerms } from './cost';

/** A conference that was held and counts; minutes of our own people in it, minor units. */
export interface Held {
  readonly at: number;
  readonly attendeeMinutes: number;
  readonly costMinor: number;
}

/** What is known of a meeting, a call, or a ticket about one. */
export interface Meeting {
  readonly minutes: number;
  readonly ownAttendees: number;
  readonly people: number;
  /** By an invitation of the customer that one of us accepted. */
  readonly invited: boolean;
}

const LEAST_MINUTES = 15;

/** A conference, not a call: two of us, or three people, or an invitation; a quarter of an hour at least (docs/SCORING.md §6). */
export const isConference = ({ minutes, ownAttendees, people, invited }: Meeting): boolean =>
  minutes >= LEAST_MINUTES && (ownAttendees >= 2 || people >= 3 || invited);

/** Twelve complete weeks and the one that runs. */
const KEPT = 13 * 7 * DAY;

/** One more, after all others; those are dropped that no window can reach any more. */
export const heldAdded = (held: readonly Held[] | undefined, contact: Contact, terms: CostTerms): readonly Held[] => [
  ...(held ?? []).filter(({ at }) => at > contact.at - KEPT),
  {
    at: contact.at,
    attendeeMinutes: attendeeMinutes(contact, terms.costs),
    costMinor: costOf(contact, undefined, terms).costMinor,
  },
];
