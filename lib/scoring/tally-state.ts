import type { Agreed } from './agreed';
import type { Held } from './conference';
import type { Contact } from './contact';
import type { Day } from './days';
import type { Fading } from './evidence';
import type { Ladder } from './ladder';
import type { LadderState } from './ladder-state';
import type { LimitState } from './limit';
import type { PolicyYear } from './policy-year';
import type { CostRates, LimitRule } from './rules';
import type { Recent } from './verdict';

/** What counting is told by the settings, and by what was agreed with the subject. A change of any of these means a rebuild. */
export interface TallyRules {
  /** Those that are on, of the subject's scope. */
  readonly limits: readonly LimitRule[];
  readonly costs: CostRates;
  /** IANA zone of anniversaries, days and months. */
  readonly zone: string;
  readonly ladder: Ladder;
  readonly halfLifeDays: number;
  /** The contract. Without one the acquaintance stands in for it, which begins with the first contact. */
  readonly agreed?: Agreed;
  /** Minutes beyond those of the kind are not charged. */
  readonly accessibility?: boolean;
}

/** Where a contact stands in the order of contacts. */
export type Place = Pick<Contact, 'at' | 'id'>;

/**
 * All that the assessment of one customer needs (docs/SCORING.md §7), so that a contact costs the same however many came before.
 * Adding contacts in their order, with any pauses between, gives the same as folding all of them.
 */
export interface Tally {
  readonly subject: string;
  /** The next instant at which time alone changes something. */
  readonly nextAt?: number;
  /** The first demand. Without a contract the exposure and the ladder start here, and it counts for neither. */
  readonly firstAt?: number;
  readonly lastAt?: number;
  /** The last demand in an outage of ours. */
  readonly outageAt?: number;
  /** The last contact that was folded in. */
  readonly last?: Place;
  /** Nothing earlier than this can be appended: contacts or time have passed it. */
  readonly through: number;
  /** Contacts of the future, by skewed clocks: each waits for its time. */
  readonly held: readonly Contact[];
  /** Counted contacts; and those of them that speak for the rate. */
  readonly counted: number;
  readonly rated: number;
  readonly recent: readonly Recent[];
  readonly evidence?: Fading;
  readonly limits: readonly LimitState[];
  readonly year?: PolicyYear;
  readonly ladder?: LadderState;
  readonly days: readonly Day[];
  /** Counted conferences of the last thirteen weeks, oldest first. */
  readonly conferences?: readonly Held[];
}

export const emptyTally = (subject: string): Tally => ({
  subject,
  through: 0,
  held: [],
  counted: 0,
  rated: 0,
  recent: [],
  limits: [],
  days: [],
});
