import type { Letter, Observation, PersonRef } from '@/lib/observation';
import type { Cause, Kind as ContactKind } from '@/lib/scoring/contact';
import type { Contract } from '@/lib/scoring/contract';
import type { Outage } from '@/lib/scoring/outage';
import type { SettingKey } from '@/lib/settings/schema';
import type { BadgeView, CardView } from '@/lib/text/view';

/** Every message between the parts of the extension: its kind, what it asks, what is answered. JSON values only. */

/** The helpdesk that a content script found itself in. The worker compares it with the sender's own address. */
export interface Place {
  readonly adapterId: string;
  readonly basePath: string;
}

export interface Looking {
  readonly ticketId: string;
  /** Whose badge is asked for; null = the ticket has no requester. */
  readonly requester: PersonRef | null;
}

/** What the content script is to paint and fetch next for the ticket that is looked at. */
export interface Shown {
  readonly badge: BadgeView;
  /** The history is wanted: whole, or what changed since an instant. */
  readonly history?: { readonly requester: PersonRef; readonly since?: number };
  /** Painted in place of `badge` while a whole history is read, so that the first figures are right. */
  readonly waiting?: BadgeView;
}

/** `hidden`: a screen is being shared; go on reading, paint nothing. */
export type Watching =
  | {
      readonly kind: 'watching';
      readonly shown?: Shown;
      readonly hidden?: true;
      /** This tab was opened to start a message: go to the helpdesk's form, by a link in the page. */
      readonly compose?: Letter;
    }
  | { readonly kind: 'stop' };

/** What can be done to a customer, from the card or from our own pages. */
export type Action =
  | { readonly do: 'log-call'; readonly kind: ContactKind; readonly minutes?: number; readonly at?: number }
  | { readonly do: 'cause'; readonly contactId?: string; readonly cause: Cause }
  | { readonly do: 'confirm-loss' | 'refuse-loss'; readonly contactId: string; readonly reason: string }
  | { readonly do: 'snooze'; readonly alertId?: string; readonly days: number }
  | { readonly do: 'exempt'; readonly on: boolean; readonly reason?: string }
  | { readonly do: 'objects'; readonly on: boolean }
  | { readonly do: 'thank' }
  | { readonly do: 'erase' };

export interface Done {
  /** What happened, as a sentence. */
  readonly said: string;
  readonly badge?: BadgeView;
  /** A message to start, by a click on a link in the page. */
  readonly compose?: Letter;
}

/** From a content script; it speaks only for the source of its own origin and path. */
export interface PageMessages {
  hello: { ask: Place & { readonly looking?: Looking; readonly observation?: Observation }; answer: Watching };
  observe: { ask: Place & { readonly looking?: Looking; readonly observation: Observation }; answer: Watching };
  unreadable: { ask: Place & { readonly fact: string }; answer: BadgeView };
  badges: {
    ask: Place & { readonly rows: readonly { readonly ticketId: string; readonly requester?: PersonRef }[] };
    answer: readonly (BadgeView | null)[];
  };
  card: { ask: Place & Looking; answer: CardView };
  /** Sends the card's own file into the tab that asks. */
  'card-file': { ask: Place; answer: null };
  turn: { ask: Place & { readonly urgent: boolean }; answer: { readonly waitMs: number } };
  'turn-over': { ask: Place & { readonly status: number; readonly retryAfterMs?: number }; answer: null };
  'page-act': { ask: Place & Looking & { readonly click: string; readonly action: Action }; answer: Done };
}

/** From a page of ours. */
export interface OwnMessages {
  consent: { ask: { readonly agreed: boolean }; answer: null };
  /** Offered by the popup before it asks the browser for the host; the worker acts when the host is granted, or is already. */
  watch: {
    ask: Place & { readonly origin: string; readonly tabId: number; readonly name: string };
    answer: { readonly watching: boolean };
  };
  unwatch: { ask: { readonly sourceId: string }; answer: null };
  act: { ask: { readonly customerId: string; readonly click: string; readonly action: Action }; answer: Done };
  setting: { ask: { readonly key: SettingKey; readonly value: unknown }; answer: null };
  /** Keeps contracts, new or changed; those of holders whom nobody knows are left out, and named. */
  contracts: {
    ask: { readonly put: readonly Contract[] };
    answer: { readonly taken: number; readonly strangers: readonly string[] };
  };
  'contract-remove': { ask: { readonly id: string }; answer: null };
  /** Declares an outage, or changes one; contacts are counted again as a job. */
  outage: { ask: { readonly put: Outage }; answer: { readonly jobId: string } };
  'outage-remove': { ask: { readonly id: string }; answer: null };
  hide: { ask: { readonly on: boolean }; answer: null };
  'erase-everything': { ask: Record<string, never>; answer: { readonly said: string } };
  /** The file lies in `files`; the answer comes when the first pass has found it whole, rows follow as a job. */
  import: { ask: { readonly fileId: string }; answer: { readonly jobId: string } };
  /** Runs the nightly work now. */
  nightly: { ask: Record<string, never>; answer: null };
}

/** From the worker to a content script. */
export interface PushMessages {
  repaint: { ask: Record<string, never>; answer: null };
  stop: { ask: Record<string, never>; answer: null };
}

export type Messages = PageMessages & OwnMessages & PushMessages;
export type MessageKind = keyof Messages;
export type Ask<Kind extends MessageKind> = Messages[Kind]['ask'];
export type AnswerTo<Kind extends MessageKind> = Messages[Kind]['answer'];
export type Reply<Kind extends MessageKind> =
  | { readonly ok: true; readonly value: AnswerTo<Kind> }
  | { readonly ok: false; readonly why: string };
