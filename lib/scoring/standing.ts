import type { Cause, Kind, NotCounted } from './contact';

export type Level = 'new' | 'calm' | 'watch' | 'expensive' | 'unscored';
export type Flag = 'over-limit';
/** Why nothing is computed for a customer. */
export type Unscored = 'objection' | 'exempt' | 'shared-mailbox';
/** Whom to be nice to, and why (docs/SCORING.md §5). */
export type Suggestion = 'thank' | 'rung-near' | 'fell';

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
  /** The next anniversary, and whether the customer rises on it if nothing happens until then. */
  readonly next?: { readonly at: number; readonly rung: number; readonly claims: number; readonly allowed: number };
  /** What an unknown crash would cost now. */
  readonly risk?: { readonly rung: number; readonly immediate: boolean };
  /** The last confirmed fall. */
  readonly fell?: { readonly at: number; readonly from: number; readonly to: number; readonly cause: Cause };
  /** Falls that wait for a person. */
  readonly proposed: readonly {
    readonly contactId: string;
    readonly at: number;
    readonly from: number;
    readonly to: number;
  }[];
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
  | { readonly kind: 'quiet'; readonly since: number; readonly years: number; readonly thankedAt?: number }
  | { readonly kind: 'new'; readonly days: number; readonly contacts: number }
  | { readonly kind: 'fell'; readonly from: number; readonly to: number; readonly at: number }
  | { readonly kind: 'rung-near'; readonly discount: number; readonly at: number }
  | { readonly kind: 'not-counted'; readonly count: number; readonly why: NotCounted }
  | { readonly kind: 'unscored'; readonly why: Unscored; readonly note?: string }
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
    readonly measured: boolean;
  };
  readonly firstAt?: number;
  readonly lastAt?: number;
  readonly suggestion?: Suggestion;
  /** Smaller is sooner. Present with `suggestion`. */
  readonly rank?: number;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
  readonly changedAt: number;
}
