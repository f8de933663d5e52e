import type { Letter, Observation, PersonRef } from '@/lib/observation';

/** The page as an argument, so that a test hands in an address and a stored document. */
export interface Page {
  readonly url: URL;
  readonly document: Document;
}

export type Reading =
  /** A ticket; `requester` is the one whose badge stands beside the name, null when the ticket has none. */
  | {
      readonly kind: 'ticket';
      readonly ticketId: string;
      readonly requester: PersonRef | null;
      readonly observation: Observation;
    }
  /** No ticket page of this helpdesk, or nobody is logged in. Rows may still be marked. */
  | { readonly kind: 'elsewhere' }
  /** The page is still being built: look again after its next change. */
  | { readonly kind: 'loading' }
  /** A ticket page that lacks a fact: the helpdesk has changed. Nothing of it is stored. */
  | { readonly kind: 'unreadable'; readonly missing: string };

/** One row of a ticket list: where its mark goes, and whom it is about as far as the row says. */
export interface Row {
  readonly ticketId: string;
  readonly requester?: PersonRef;
  readonly anchor: Element;
}

/** What came back for a same-origin GET. A redirect or HTML in place of JSON is `signed-out`. */
export type Answer =
  | { readonly kind: 'json'; readonly body: unknown }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'refused'; readonly status: number };

/** Makes one polite GET of a path on the page's own origin, with the page's own session. */
export type Ask = (path: string) => Promise<Answer>;

/** A piece of a history; `stopped` says why the rest could not be had. */
export type HistoryPart =
  | { readonly kind: 'part'; readonly observation: Observation }
  | { readonly kind: 'stopped'; readonly why: 'signed-out' | 'refused' | 'not-understood' };

export interface HistoryWish {
  readonly requester: PersonRef;
  /** Only what changed since this instant (epoch ms); without it, everything. */
  readonly since?: number;
}

/** Turns what a helpdesk says about a ticket into the kind of contact. First match wins. */
export interface MappingRule {
  readonly hint: 'channel' | 'queue' | 'type' | 'tag' | 'field';
  /** Name of the custom field, for `hint: 'field'`. */
  readonly field?: string;
  /** Compared without regard to case. */
  readonly value: string;
  readonly kind: 'message' | 'chat' | 'call' | 'conference' | 'visit';
}

export interface HelpdeskAdapter {
  readonly id: string;
  /** As its vendor writes it. */
  readonly name: string;
  /** What such a helpdesk uses to mark calls, before anybody changes the mapping of a source. */
  readonly mapping: readonly MappingRule[];

  /** By a mark of the product itself, never by one company's host name. */
  recognises(page: Page): boolean;
  /** Path below which this installation lives: '' at the root of the host, else '/rt'. */
  basePath(page: Page): string;
  read(page: Page): Reading;
  /** After which element the badge goes; undefined while the page is still building it. */
  badgeAnchor(page: Page): Element | undefined;
  rows(page: Page): readonly Row[];
  /** The smallest element in which everything that is read is rebuilt; it is observed for changes. */
  pane(page: Page): Element;
  /** A customer's tickets, with the page's own session. Absent where the helpdesk offers none. */
  history?(page: Page, ask: Ask, wish: HistoryWish): AsyncIterable<HistoryPart>;
  /** Address of the helpdesk's own *new message*, filled; it is opened by a click on a link in the page. */
  compose?(page: Page, letter: Letter): string;
}
