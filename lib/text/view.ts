import type { Level } from '@/lib/scoring/standing';

/** Strings to paint. What reaches a helpdesk page is nothing but these. */

export type Icon =
  | 'new' | 'calm' | 'watch' | 'expensive' | 'loved'
  | 'over' | 'lost' | 'rung' | 'exempt' | 'snoozed' | 'shared' | 'paused' | 'unread' | 'unknown'
  | 'mail' | 'chat' | 'phone' | 'conference' | 'visit';

/** Colour of a part: one of the levels, or loved. */
export type Tone = Exclude<Level, 'unscored'> | 'loved';

export interface BadgeView {
  readonly tone: Tone;
  readonly icon: Icon;
  /** *Over limit*, *Calm*, … */
  readonly word: string;
  /** *4 of 3*, *30%*; at most two. */
  readonly figures: readonly string[];
  /** An open alert: the lead is filled. */
  readonly alert?: true;
  /** We do not know, or do not look: dashed outline. */
  readonly quiet?: true;
  /** The whole sentence, for those who listen. */
  readonly label: string;
  /** The row mark of this customer in a list; absent where it earns none (calm, new). */
  readonly mark?: { readonly icon: Icon; readonly tone: Tone; readonly figure?: string; readonly title: string };
}

export interface CardView {
  readonly customerId: string;
  readonly name: string;
  readonly organisation?: string;
  /** Language of names, for hyphenation. */
  readonly badge: BadgeView;
  /** One or two spoken sentences in place of a list, for those who give little to say. */
  readonly said?: string;
  readonly reasons: readonly { readonly icon: Icon; readonly tone?: Tone; readonly text: string }[];
  readonly months?: {
    readonly title: string;
    readonly note?: string;
    /** Whole plot in words. */
    readonly label: string;
    readonly bars: readonly { readonly letter: string; readonly counted: number; readonly excluded: number; readonly seen: boolean }[];
  };
  readonly rate?: {
    readonly title: string;
    readonly value: string;
    readonly label: string;
    readonly mean: number;
    readonly low: number;
    readonly high: number;
    readonly limit: number;
    readonly limitWord: string;
    /** End of the axis and its ticks, in contacts a year. */
    readonly ticks: readonly number[];
  };
  /** One line of figures: *Cost to serve, 12 months* → *€1,910*. */
  readonly cost?: { readonly title: string; readonly value: string; readonly note?: string };
  readonly ladder?: {
    readonly title: string;
    readonly value: string;
    readonly rungs: readonly { readonly discount: number; readonly state: 'had' | 'at' | 'ahead'; readonly mark?: 'next' | 'risk' }[];
    readonly next?: string;
    readonly risk?: string;
  };
  /** *Read 5 minutes ago*, *reopenings not read*, … */
  readonly freshness: readonly string[];
  readonly actions: CardActions;
}

/** Which buttons the card has, ready worded; an absent one is not drawn. */
export interface CardActions {
  readonly thank?: { readonly word: string; readonly full: boolean };
  readonly logCall: string;
  readonly causes: {
    readonly word: string;
    readonly now: string;
    readonly choices: readonly {
      readonly cause: string;
      readonly word: string;
      /** What choosing it takes away, shown before the click. */
      readonly loss?: string;
    }[];
  };
  readonly more: readonly {
    readonly action: 'snooze' | 'exempt' | 'unexempt' | 'objects' | 'unobjects' | 'erase' | 'confirm-loss' | 'refuse-loss';
    readonly word: string;
    /** Asked before it is done. */
    readonly confirm?: string;
    /** A reason must be given. */
    readonly reason?: string;
    /** What the action is about, where it is not the customer: a contact or an alert. */
    readonly subject?: string;
  }[];
}
