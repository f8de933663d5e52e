import { type Contact, DAY, type Kind, type NotCounted } from './contact';

/** A helpdesk's own words of how a ticket came in. */
export interface TicketHints {
  readonly channel?: string;
  readonly queue?: string;
  readonly type?: string;
  readonly tags?: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
}

/** A reopening, or a call noted inside a ticket. */
export interface TicketEntry {
  readonly entry: string;
  readonly at: number;
  readonly what: 'reopened' | 'call' | 'conference';
  /** For a reopening: when the ticket had been solved. */
  readonly solvedAt?: number;
  readonly minutes?: number;
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
  readonly subject?: string | null;
  readonly hints?: TicketHints;
  readonly entries?: readonly TicketEntry[];
  /** Bears our own outgoing mark. */
  readonly ours?: boolean;
}

/** One line of a source's channel mapping: a hint with this value means this kind. */
export interface KindMapping {
  readonly hint: 'channel' | 'queue' | 'type' | 'tag' | 'field';
  readonly field?: string;
  readonly value: string;
  readonly kind: Kind;
}

export interface CountingRules {
  readonly mapping: readonly KindMapping[];
  /** Days within which a reopening is our failed resolution, not a contact. */
  readonly reopenDays: number;
}

/** The contacts of a ticket (docs/SCORING.md §1.1). A ticket whose time is unknown has none: a guessed time breaks windows. */
export function contactsOf(ticket: TicketFacts, rules: CountingRules): Contact[] {
  const { id, createdAt, subject, entries = [] } = ticket;
  const shared = { cause: 'pending', ...(subject && { topic: topicOf(subject) }) } as const;
  const opening = openingOf(ticket, rules);
  const contacts: Contact[] = [];
  if (createdAt !== undefined) {
    contacts.push({ ...shared, ...opening, id: `${id}/open`, at: createdAt, ...minutesOf(openingMinutes(ticket)) });
  }
  for (const entry of entries) {
    const reopened = entry.what === 'reopened';
    const kind = entry.what === 'reopened' ? opening.kind : entry.what;
    const excluded = gone(ticket) ?? (reopened && isSoon(entry, rules.reopenDays) ? 'reopened-soon' : undefined);
    contacts.push({
      ...shared,
      id: `${id}/${entry.entry}`,
      at: entry.at,
      kind,
      initiator: 'customer',
      ...(excluded && { excluded }),
      ...minutesOf(entry.minutes ?? (ticket.minutes === undefined ? undefined : 0)),
    });
  }
  return contacts;
}

const minutesOf = (minutes: number | undefined): { minutes?: number } => (minutes === undefined ? {} : { minutes });

/** The minutes of the ticket that no entry claims for itself. */
function openingMinutes({ minutes, entries = [] }: TicketFacts): number | undefined {
  if (minutes === undefined) return undefined;
  return Math.max(0, minutes - entries.reduce((sum, entry) => sum + (entry.minutes ?? 0), 0));
}

type Opening = Pick<Contact, 'kind' | 'initiator' | 'excluded' | 'assumed'>;

/** Opened by an agent, it is a call that came in if the mapping says so; where nothing can say so, it is taken for one. */
function openingOf(ticket: TicketFacts, { mapping }: CountingRules): Opening {
  const kind = mapping.find((line) => says(line, ticket.hints))?.kind;
  const excluded = gone(ticket);
  const because = excluded && { excluded };
  if (ticket.openedBy !== 'agent') return { kind: kind ?? 'message', initiator: 'customer', ...because };
  if (kind && kind !== 'message') return { kind, initiator: 'customer', ...because };
  if (mapping.length === 0) return { kind: 'call', initiator: 'customer', assumed: true, ...because };
  return { kind: kind ?? 'message', initiator: 'agent', excluded: excluded ?? 'outbound' };
}

function gone({ ours, status, mergedInto }: TicketFacts): NotCounted | undefined {
  if (ours) return 'our-message';
  if (status === 'spam' || status === 'deleted') return status;
  return mergedInto ? 'merged' : undefined;
}

/** Where the solve is unknown, the doubt is in the customer's favour. */
const isSoon = ({ at, solvedAt }: TicketEntry, days: number): boolean =>
  solvedAt === undefined || at - solvedAt <= days * DAY;

function says({ hint, field, value }: KindMapping, hints: TicketHints = {}): boolean {
  const wanted = value.toLowerCase();
  if (hint === 'tag') return (hints.tags ?? []).some((tag) => tag.toLowerCase() === wanted);
  const said = hint === 'field' ? hints.fields?.[field ?? ''] : hints[hint];
  return said?.toLowerCase() === wanted;
}

const PREFIX = /^\s*(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|antw)\s*(?:\[\d+\])?:|\[[^\]]*\d[^\]]*\])\s*/iu;

/** A subject without case, *Re:* and ticket number, to tell double submits. */
export function topicOf(subject: string): string {
  let rest = subject.normalize('NFC');
  while (PREFIX.test(rest)) rest = rest.replace(PREFIX, '');
  return rest.replaceAll(/\s+/gu, ' ').trim().toLowerCase();
}
