import type { Cause, Kind } from '@/lib/scoring/contact';
import type { Level } from '@/lib/scoring/standing';

/** Strings to paint. What reaches a helpdesk page is nothing but these. */

/** What badges and row marks are drawn with. */
export type StandingIcon =
  | 'new'
  | 'calm'
  | 'watch'
  | 'expensive'
  | 'loved'
  | 'over'
  | 'lost'
  | 'exempt'
  | 'snoozed'
  | 'shared'
  | 'paused'
  | 'unread'
  | 'unknown';

export type Icon = StandingIcon | 'rung' | 'loss' | 'phone' | 'conference' | 'chevron' | 'check';

/** Colour of a part: one of the levels, or loved. */
export type Tone = Exclude<Level, 'unscored'> | 'loved';

export interface BadgeView {
  readonly tone: Tone;
  readonly icon: StandingIcon;
  /** How the icon is drawn: what reaches a page needs no book of pictures. */
  readonly picture: string;
  /** *Over limit*, *Calm*, … */
  readonly word: string;
  /** *4 of 3*, *30%*; at most two. */
  readonly figures: readonly string[];
  /** An open alert: the lead is filled. */
  readonly alert?: true;
  /** We do not know, or do not look: dashed outline. */
  readonly quiet?: true;
  /** The whole sentence, for those who listen; begins with the word that is seen. */
  readonly label: string;
  /** The row mark of this customer in a list; absent where it earns none (calm, new). */
  readonly mark?: MarkView;
}

export interface MarkView {
  readonly icon: StandingIcon;
  readonly picture: string;
  readonly tone: Tone;
  /** *4/3*, for an open alert only. */
  readonly figure?: string;
  readonly title: string;
}

export interface ReasonView {
  readonly icon: Icon;
  readonly tone?: Tone;
  readonly text: string;
}

export interface MonthsView {
  readonly title: string;
  readonly note?: string;
  /** Whole plot in words. */
  readonly label: string;
  readonly bars: readonly {
    readonly letter: string;
    readonly counted: number;
    readonly excluded: number;
    readonly seen: boolean;
  }[];
}

export interface RateView {
  readonly title: string;
  readonly value: string;
  readonly label: string;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  readonly limit: number;
  readonly limitWord: string;
  /** The axis in contacts a year, from zero to its end. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

export interface LadderView {
  readonly title: string;
  readonly value: string;
  readonly rungs: readonly {
    /** *30%* */
    readonly text: string;
    readonly state: 'had' | 'at' | 'ahead';
    readonly mark?: 'next' | 'risk';
  }[];
  readonly next?: string;
  readonly risk?: string;
}

export interface CardView {
  readonly customerId: string;
  /** Of the words. */
  readonly lang: string;
  /** *Standing of …* */
  readonly label: string;
  readonly name: string;
  readonly organisation?: string;
  readonly badge: BadgeView;
  /** One or two spoken sentences in place of a list, for those who give little to say. */
  readonly said?: string;
  /** Strongest first, at most three. */
  readonly reasons: readonly ReasonView[];
  readonly months?: MonthsView;
  readonly rate?: RateView;
  /** One line of figures: *Cost to serve, 12 months* → *€1,910*; with a margin *€1,680 − €1,910 = −€230*. */
  readonly cost?: {
    readonly title: string;
    readonly value: string;
    /** What it comes to, ruled off. */
    readonly sum?: { readonly text: string; readonly below?: true };
    readonly note?: string;
  };
  readonly ladder?: LadderView;
  /** *Read 5 minutes ago.*, *Reopenings were not read.*, … */
  readonly freshness: readonly string[];
  /** Said when a click did not reach the record. */
  readonly failed: string;
  readonly actions: CardActions;
}

/** Which buttons the card has, ready worded; an absent one is not drawn. */
export interface CardActions {
  /** For whoever is calm; for others it is among `more`. */
  readonly thank?: { readonly word: string };
  readonly logCall?: {
    readonly word: string;
    readonly kindWord: string;
    /** The first is chosen beforehand. */
    readonly kinds: readonly { readonly kind: Kind; readonly word: string }[];
    readonly minutesWord: string;
    readonly submit: string;
  };
  readonly causes?: {
    readonly word: string;
    /** The contact that is decided on; without it, the one of the ticket that is shown. */
    readonly contactId?: string;
    readonly choices: readonly {
      readonly cause: Cause;
      readonly word: string;
      /** What the cause means for counting. */
      readonly note: string;
      /** What choosing it takes away, shown before the click. */
      readonly loss?: string;
      readonly now?: true;
    }[];
  };
  readonly more: { readonly word: string; readonly choices: readonly MoreChoice[] };
}

export interface MoreChoice {
  readonly action:
    | 'thank'
    | 'snooze'
    | 'exempt'
    | 'unexempt'
    | 'objects'
    | 'unobjects'
    | 'erase'
    | 'confirm-loss'
    | 'refuse-loss';
  readonly word: string;
  /** Asked before it is done. */
  readonly confirm?: string;
  /** Label of the reason that must be given. */
  readonly reason?: string;
  /** What the action is about, where it is not the customer: a contact or an alert. */
  readonly subject?: string;
  /** For `snooze`. */
  readonly days?: number;
}
