import { type Contact, DAY, type NotCounted } from './contact';
import { type KindMapping, type NeverLine, says, type TicketHints } from './hints';

/** A reopening, or a call noted inside a ticket. */
export interface TicketEntry {
  readonly entry: string;
  readonly at: number;
  readonly what: 'reopened' | 'call' | 'conference';
  /** For a reopening: when the ticket had been solved. */
  readonly solvedAt?: number;
  readonly minutes?: number;
  /** A conference that was not held. */
  readonly cancelled?: boolean;
}

/** What counting needs to know of a ticket. */
export interface TicketFacts {
  /** `<source id>/<ticket>` */
  readonly id: string;
  readonly openedBy: 'customer' | 'agent' | 'unknown';
  readonly createdAt?: number;
  readonly status?: string;
  /** Minutes worked on the whole ticket. */
  readonly minutes?: number;
  readonly mergedInto?: string;
  /** The ticket that we split this one off. */
  readonly splitFrom?: string;
  /** It links a solved ticket, which it takes up again. */
  readonly followUpOf?: { readonly solvedAt?: number };
  /** The known problem of ours that it is linked to. */
  readonly problemId?: string;
  readonly subject?: string | null;
  readonly hints?: TicketHints;
  readonly entries?: readonly TicketEntry[];
  /** Bears our own outgoing mark. */
  readonly ours?: boolean;
}

export interface CountingRules {
  readonly mapping: readonly KindMapping[];
  /** Labels of what never counts; none but those that the user names. */
  readonly never?: readonly NeverLine[];
  /** Days within which a reopening is our failed resolution, not a contact. */
  readonly reopenDays: number;
}

/** The contacts of a ticket (docs/SCORING.md §1.1). A ticket whose time is unknown has none: a guessed time breaks windows. */
export function contactsOf(ticket: TicketFacts, rules: CountingRules): Contact[] {
  const { id, createdAt, subject, problemId, entries = [] } = ticket;
  const shared = {
    cause: 'pending',
    ...(subject && { topic: topicOf(subject) }),
    ...(problemId && { outageId: `problem:${problemId}` }),
  } as const;
  const opening = openingOf(ticket, rules);
  const contacts: Contact[] = [];
  if (createdAt !== undefined) {
    contacts.push({ ...shared, ...opening, id: `${id}/open`, at: createdAt, ...minutesOf(openingMinutes(ticket)) });
  }
  for (const entry of entries) {
    const excluded = gone(ticket, rules) ?? whyNotEntry(entry, rules);
    contacts.push({
      ...shared,
      id: `${id}/${entry.entry}`,
      at: entry.at,
      kind: entry.what === 'reopened' ? opening.kind : entry.what,
      initiator: 'customer',
      ...(excluded && { excluded }),
      ...minutesOf(entry.minutes ?? (ticket.minutes === undefined ? undefined : 0)),
    });
  }
  return contacts;
}

function whyNotEntry(entry: TicketEntry, { reopenDays }: CountingRules): NotCounted | undefined {
  if (entry.cancelled) return 'cancelled';
  return entry.what === 'reopened' && isSoon(entry.at, entry.solvedAt, reopenDays) ? 'reopened-soon' : undefined;
}

const minutesOf = (minutes: number | undefined): { minutes?: number } => (minutes === undefined ? {} : { minutes });

/** The minutes of the ticket that no entry claims for itself. */
function openingMinutes({ minutes, entries = [] }: TicketFacts): number | undefined {
  if (minutes === undefined) return undefined;
  return Math.max(0, minutes - entries.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0));
}

type Opening = Pick<Contact, 'kind' | 'initiator' | 'excluded' | 'assumed'>;

/** Opened by an agent, it is a call that came in if the mapping says so; where nothing can say so, it is taken for one. */
function openingOf(ticket: TicketFacts, rules: CountingRules): Opening {
  const { mapping } = rules;
  const kind = mapping.find((line) => says(line, ticket.hints))?.kind;
  const excluded = gone(ticket, rules) ?? whyNotOpening(ticket, rules);
  const because = excluded && { excluded };
  if (ticket.openedBy !== 'agent') return { kind: kind ?? 'message', initiator: 'customer', ...because };
  if (kind && kind !== 'message') return { kind, initiator: 'customer', ...because };
  if (mapping.length === 0) return { kind: 'call', initiator: 'customer', assumed: true, ...because };
  return { kind: kind ?? 'message', initiator: 'agent', excluded: excluded ?? 'outbound' };
}

/** What takes the ticket out with all that is in it. */
function gone({ ours, status, mergedInto, hints }: TicketFacts, { never = [] }: CountingRules): NotCounted | undefined {
  if (ours) return 'our-message';
  if (status === 'spam' || status === 'deleted') return status;
  return mergedInto ? 'merged' : never.find((line) => says(line, hints))?.why;
}

/** What was taken up again soon, or cut off another by us, is no new demand. */
function whyNotOpening(ticket: TicketFacts, { reopenDays }: CountingRules): NotCounted | undefined {
  const { splitFrom, followUpOf, createdAt = 0 } = ticket;
  if (splitFrom) return 'split';
  return followUpOf && isSoon(createdAt, followUpOf.solvedAt, reopenDays) ? 'follow-up' : undefined;
}

/** Where the solve is unknown, the doubt is in the customer's favour. */
const isSoon = (at: number, solvedAt: number | undefined, days: number): boolean =>
  solvedAt === undefined || at - solvedAt <= days * DAY;

const PREFIX = /^\s*(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|antw)\s*(?:\[\d+\])?:|\[[^\]]*\d[^\]]*\])\s*/iu;

/** A subject without case, *Re:* and ticket number, to tell double submits. */
export function topicOf(subject: string): string {
  let rest = subject.normalize('NFC');
  while (PREFIX.test(rest)) rest = rest.replace(PREFIX, '');
  return rest.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}
