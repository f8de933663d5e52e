import type { Fit } from './fit';
import type { LevelSince, Occasion } from './levels';
import type { Interval } from './rate';
import type { ConferenceStanding, MarginStanding } from './standing';
import type { TallyRules } from './tally-state';

/** What is known of a customer beside the contacts. */
export interface Person {
  readonly exempt?: boolean;
  readonly objection?: boolean;
  readonly sharedMailbox?: boolean;
  /** Acts for an organisation that holds the contract: the badge sits there. */
  readonly organisation?: boolean;
  /** Why a colleague exempted the customer. */
  readonly note?: string;
  /** Wants no thank-you mail. */
  readonly unsubscribed?: boolean;
}

/** All that an assessment needs beside the tally. */
export interface Circumstances {
  readonly now: number;
  /** As they hold for this subject. */
  readonly rules: TallyRules;
  readonly fit: Fit;
  /** When contacts could have been made and would have been seen: apart from each other, oldest first. */
  readonly exposure: readonly Interval[];
  readonly occasion: Occasion;
  readonly thanksEveryDays: number;
  readonly openTickets: number;
  readonly person: Person;
  readonly thankedAt?: number;
  readonly previous?: LevelSince;
  /** Where revenue is known. */
  readonly margin?: MarginStanding;
  readonly conference?: ConferenceStanding;
  /** The last complaint that is not settled, or bad rating. */
  readonly complaintAt?: number;
  /** The end of the last outage that hit them; one in which they contacted us is known from the tally. */
  readonly outageAt?: number;
  /** The last sign of use: a login, a paid invoice, a renewal. Absent where nobody can know. */
  readonly usedAt?: number;
}
