import type { Hints, TicketStatus } from '@/lib/observation';
import type { Contact, NotCounted } from '@/lib/scoring/contact';
import type { LadderPast } from '@/lib/scoring/ladder-past';

/** The rows of the database (docs/ARCHITECTURE.md, *Data model*). Times are epoch ms; `day` is an UTC date. */

export interface SourceRow {
  /** First 8 base32 characters of SHA-256(source when first watched). */
  id: string;
  adapterId: string;
  origin: string;
  basePath: string;
  name: string;
  mapping: MappingRow[];
  createdAt: number;
}

export interface MappingRow {
  hint: 'channel' | 'queue' | 'type' | 'tag' | 'field';
  field?: string;
  value: string;
  kind: 'message' | 'chat' | 'call' | 'conference' | 'visit';
}

export interface IdentityRow {
  /** `email:…`, `phone:…` (E.164) or `user:<source id>:<helpdesk's user id>` */
  key: string;
  customerId: string;
  /** A number of several customers, such as a switchboard: it tells nobody apart any more. */
  shared?: true;
}

export interface CustomerRow {
  /** 12 base32 characters of SHA-256(first identity). */
  id: string;
  name?: string;
  /** The first few names seen on this record, spelt as found; several on one address make a shared mailbox. */
  names: string[];
  email?: string;
  organisationId?: string;
  /** Lower-cased words of name and address, searched by prefix. */
  terms: string[];
  createdAt: number;
  exempt?: true;
  objection?: true;
  sharedMailbox?: true;
  /** Per source: the instant up to which the whole history has been read. */
  completeThrough: Record<string, number>;
}

export interface OrganisationRow {
  /** `domain:acme.org` or `<source id>:<as the helpdesk names it>` */
  id: string;
  name: string;
}

export interface TicketRow {
  /** `<source id>/<ticket>` */
  id: string;
  customerId?: string;
  /** Keys of the identities of all requesters, the one charged first; absent = not read. */
  requesters?: string[];
  opener?: string | null;
  subject?: string | null;
  status?: TicketStatus;
  createdAt?: number;
  updatedAt?: number;
  /** Facts that stem from an older version than `updatedAt`, and from which; -1 = nobody said. Absent when there are none. */
  behind?: Record<string, number>;
  solvedAt?: number | null;
  minutes?: number;
  mergedInto?: string;
  /** The earliest arrival among the tickets that were merged into this one. */
  arrivedAt?: number;
  hints?: Hints;
  entries?: {
    entry: string;
    at: number;
    what: 'reopened' | 'call' | 'conference';
    solvedAt?: number;
    minutes?: number;
  }[];
  /** customerId while the ticket is open. */
  openOf?: string;
  /** Bears our own outgoing mark: it is no contact. */
  ours?: true;
}

/** A contact with what only the store needs: whose it is, and by which identity it came. */
export interface ContactRow extends Omit<Contact, 'excluded'> {
  customerId: string;
  identity: string;
  excluded?: NotCounted;
}

export type DecisionKind =
  | 'cause'
  | 'exempt'
  | 'objection'
  | 'snooze'
  | 'confirm-loss'
  | 'refuse-loss'
  | 'thanked'
  | 'merge'
  | 'split';

/** What a person (or a rule) said. Append-only: the latest `at` wins per subject and kind, ties by id. */
export interface DecisionRow {
  /** The uuid of the click. */
  id: string;
  /** `<contact id>`, `<ticket id>`, `customer:<id>` or `alert:<id>` */
  subject: string;
  kind: DecisionKind;
  customerId: string;
  value: string | number | boolean | null;
  by: 'person' | 'rule' | 'import';
  at: number;
  reason?: string;
}

/** What the ladder still needs of a contact that was pruned; its id is the contact's, so that a later reading finds it here. */
export interface LadderPastRow extends LadderPast {
  holder: string;
}

export interface SuppressionRow {
  id: string;
  /** Hex HMAC-SHA-256 of an identity with the list's own key. */
  hash: string;
  /** `scoring`: objects to scoring. `before:<ms>`: erased then; nothing older comes back. */
  scope: 'mail' | 'calls' | 'scoring' | `before:${number}`;
  at: number;
}

export interface AlertRow {
  /** `<rule>/<customer>/<breach time>` */
  id: string;
  ruleId: string;
  subject: string;
  breachedAt: number;
  load: number;
  max: number;
  state: 'open' | 'snoozed' | 'acknowledged' | 'cleared';
  /** 1 while open or snoozed. */
  open?: 1;
  /** The end of the cooldown that had kept it silent: from then on it is news. */
  remindedAt?: number;
  shownAt?: number;
  clearedAt?: number;
  snoozedUntil?: number;
}

export interface CoverageRow {
  sourceId: string;
  /** `2026-11-25` */
  day: string;
}

export interface SettingRow {
  key: string;
  value: unknown;
}

export interface HealthRow {
  sourceId: string;
  fact: string;
  lastSeenAt?: number;
  lastMissedAt?: number;
  misses: number;
}

export interface QuarantineRow {
  id?: number;
  sourceId: string;
  at: number;
  why: string;
  /** The refused piece as text, cut to 4,000 characters. */
  text: string;
}

/** A message that we started at somebody's click, until its ticket is first seen. */
export interface SentRow {
  /** The uuid of the click. */
  id: string;
  sourceId: string;
  customerId: string;
  requester: string;
  subject: string;
  at: number;
  ticketId?: string;
}

export interface JobRow {
  id: string;
  kind: string;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  cursor?: string;
  counts: Record<string, number>;
  startedAt: number;
  why?: string;
  /** Rows of an import that were not taken: the first of them, `counts.refused` says how many. */
  refused?: RefusedRow[];
}

/** A row of a file that was not taken: where it stands, and what is wrong, never what it holds. */
export interface RefusedRow {
  /** Of the file, from 1. */
  line: number;
  table: string;
  /** The field that is wrong; absent when the row as a whole is. */
  field?: string;
  why: 'no-row' | 'missing' | 'unusable';
}

/**
 * Everybody's contacts and exposure in one week of seven UTC days from its Monday, but for those who were first met in it
 * (docs/SCORING.md §2.3).
 */
export interface WeekRow {
  /** Its Monday, `2026-11-23`. */
  week: string;
  /** Counted contacts that speak for the rate. */
  contacts: number;
  /** Customer-years in which a contact would have been seen. */
  years: number;
}

export interface LogRow {
  id?: number;
  at: number;
  what: string;
  detail?: string;
}
