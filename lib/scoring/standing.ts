import type { Account } from './account';
import type { Kind, NotCounted } from './contact';
import type { Recharge } from './recharge';
import type { Fall, Place } from './rung';

export type Level = 'new' | 'calm' | 'watch' | 'expensive' | 'unscored';
/** What stands beside the level and never changes it. */
export type Flag = 'over-limit' | 'loss-making' | 'weekly-conference';
/** Why nothing is computed for a customer; where the contract is an organisation's, the badge sits there. */
export type Unscored = 'objection' | 'exempt' | 'organisation' | 'shared-mailbox';

/** What would be good to do, by case (docs/SCORING.md §5). The most pressing first: a customer has one. */
export const SUGGESTIONS = [
  'fell',
  'contract-talk',
  'stand-in',
  'training',
  'dormant',
  'protection',
  'rung-reached',
  'call',
  'thank',
  'rung-near',
] as const;
export type Suggestion = (typeof SUGGESTIONS)[number];

export type LimitWindow = { readonly days: number } | 'contract' | 'ever';

/** A limit as it stands now. */
export interface LimitStanding {
  readonly ruleId: string;
  readonly window: LimitWindow;
  /** Sum of weights in the window. */
  readonly load: number;
  readonly max: number;
  /** Counted kinds; absent = all. */
  readonly kinds?: readonly Kind[];
  /** Since when it is broken. */
  readonly breachedAt?: number;
  /** When it clears if nothing more happens; absent if only a person or a renewal clears it. */
  readonly clearsAt?: number;
}

/** Contacts a year, as far as the evidence goes (docs/SCORING.md §2.1). */
export interface RateStanding {
  readonly mean: number;
  /** 5 % and 95 % points. */
  readonly low: number;
  readonly high: number;
  /** Probability that the true rate is above `limit`. */
  readonly aboveLimit: number;
  /** Probability that it is above the portfolio mean. */
  readonly aboveMean: number;
  /** Weight of the customer's own experience, 0 to 1. */
  readonly credibility: number;
  readonly limit: number;
  readonly priorMean: number;
}

export interface LadderStanding {
  readonly ladderId: string;
  readonly discounts: readonly number[];
  readonly rung: number;
  /** Since when the customer stands there. */
  readonly since: number;
  /** Places before, oldest first. */
  readonly earlier?: readonly Place[];
  /** The next anniversary, and whether the customer rises on it if nothing happens until then; absent where nobody knows its day. */
  readonly next?: { readonly at: number; readonly rung: number; readonly claims: number; readonly allowed: number };
  /** The rise of the last anniversary can still be had, if what is pending turns out to be no claim. */
  readonly undecided?: { readonly until: number; readonly rung: number };
  /** What an unknown crash would cost now. */
  readonly risk?: { readonly rung: number; readonly immediate: boolean };
  /** The last confirmed fall. */
  readonly fell?: Fall & { readonly recharge?: Recharge };
  /** Falls that wait for a person. */
  readonly proposed: readonly ({ readonly contactId: string } & ProposedFall)[];
  /** The fall that a pause of over two years proposes; `pausedFrom` is its first day. */
  readonly lapse?: { readonly pausedFrom: string } & ProposedFall;
}

interface ProposedFall {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  /** What of this year's discount would be charged again. */
  readonly recharge?: Recharge;
}

/** What the trailing year earned beyond what it cost, minor units (docs/SCORING.md §3.2). */
export interface MarginStanding {
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly lossMaking: boolean;
  /** 1 earns least, 10 most; absent among fewer than twenty customers. */
  readonly decile?: number;
  readonly account?: Account;
  /** A currency without a rate is in it: shown, but in no sum, decile or curve. */
  readonly alone?: true;
}

/** By a weekly rule in the invitation; in each week at one time, or at any; each fortnight. */
export type ConferencePattern = 'declared' | 'weekly-fixed' | 'weekly-any' | 'fortnightly';

/** A conference call by habit (docs/SCORING.md §6). */
export interface ConferenceStanding {
  readonly weekly: boolean;
  /** Minutes of our own people a week. */
  readonly minutesAWeek: number;
  /** So many that a stand-in is worth offering. */
  readonly standIn: boolean;
  readonly pattern?: ConferencePattern;
  /** What they cost a week, minor units. */
  readonly costMinorAWeek?: number;
  /** Weeks with one, of those in which one was to be expected. */
  readonly hits?: number;
  readonly weeks?: number;
}

/** A calendar month in the vendor's zone. */
export interface Month {
  /** `2026-11` */
  readonly month: string;
  readonly counted: number;
  readonly excluded: number;
  /** Minutes measured or by default, and what they cost. */
  readonly minutes: number;
  readonly costMinor: number;
  /** False where nobody watched at all: drawn as a band, never as zero. */
  readonly seen: boolean;
}

export interface NotCountedShare {
  readonly why: NotCounted;
  readonly count: number;
}

/** Rule, figures and window of one statement about a customer; `lib/text` makes the sentence. */
export type Reason =
  | {
      readonly kind: 'over-limit';
      readonly load: number;
      readonly max: number;
      readonly window: LimitWindow;
      readonly kinds?: readonly string[];
      readonly breachedAt?: number;
    }
  | { readonly kind: 'many'; readonly contacts: number; readonly months: number; readonly average: number }
  | {
      readonly kind: 'expected';
      readonly mean: number;
      readonly low: number;
      readonly high: number;
      readonly limit: number;
      readonly aboveLimit: number;
    }
  | { readonly kind: 'little-history' }
  | { readonly kind: 'quiet'; readonly since: number; readonly years: number; readonly thankedAt?: number }
  | { readonly kind: 'new'; readonly days: number; readonly contacts: number }
  /** Discounts, percent. */
  | { readonly kind: 'fell'; readonly from: number; readonly to: number; readonly at: number }
  | { readonly kind: 'rung-near'; readonly discount: number; readonly at: number }
  | { readonly kind: 'rung-reached'; readonly discount: number; readonly at: number; readonly top?: true }
  | { readonly kind: 'dormant'; readonly since: number }
  | { readonly kind: 'best' }
  | { readonly kind: 'pays-its-way'; readonly minor: number; readonly currency: string }
  | { readonly kind: 'loss-making'; readonly minor: number; readonly currency: string; readonly talk?: true }
  | { readonly kind: 'weekly-conference'; readonly minutes: number; readonly standIn: boolean }
  | { readonly kind: 'doubled'; readonly count: number }
  | { readonly kind: 'not-counted'; readonly count: number; readonly whys: readonly NotCountedShare[] }
  /** `rate` where so many contacts a year are no single person's. */
  | { readonly kind: 'unscored'; readonly why: Unscored; readonly note?: string; readonly rate?: number }
  | { readonly kind: 'as-expected'; readonly contacts: number; readonly months: number };

/** The whole assessment of a customer: what is shown, and why. */
export interface Standing {
  readonly customerId: string;
  readonly level: Level;
  readonly levelSince: number;
  readonly unscored?: Unscored;
  readonly flags: readonly Flag[];
  /** Calm, well-behaved, and due for thanks: drawn as *loved*. */
  readonly loved: boolean;
  /** Nearest to being broken first. */
  readonly limits: readonly LimitStanding[];
  readonly rate: RateStanding;
  readonly ladder: LadderStanding;
  /** The last twelve months, oldest first, the present one last. */
  readonly months: readonly Month[];
  /** Contacts of the last 365 days, and what they cost. */
  readonly year: {
    readonly counted: number;
    readonly excluded: number;
    readonly minutes: number;
    readonly costMinor: number;
    /** What our own faults cost, beside it: we owe them. */
    readonly oursMinor?: number;
    readonly measured: boolean;
    /** Whole months of acquaintance that these figures speak of, 1 to 12. */
    readonly months: number;
  };
  readonly margin?: MarginStanding;
  readonly conference?: ConferenceStanding;
  readonly firstAt?: number;
  readonly lastAt?: number;
  readonly suggestion?: Suggestion;
  /** Smaller is sooner. Present with `suggestion`. */
  readonly rank?: number;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
  readonly changedAt: number;
}

/** A standing before anybody is judged by it. */
export type BareStanding = Omit<Standing, 'reasons' | 'unscored'>;
