import type { ObservedTicket } from '@/lib/observation';
import type { TicketFacts } from '@/lib/scoring/counting';

import { identityKeys } from './identity';
import type { TicketRow } from './rows';

const OPEN = new Set(['new', 'open', 'waiting']);
const PLAIN = ['subject', 'status', 'createdAt', 'solvedAt', 'minutes', 'mergedInto', 'entries'] as const;
const HINTS = ['channel', 'queue', 'type', 'tags', 'fields'] as const;
const FACTS = [...PLAIN, 'requesters', 'opener', ...HINTS.map((hint) => `hints.${hint}`)];

/** The version of a reading that does not name one: older than all others. */
const NO_VERSION = -1;
const NEVER = -2;

type Facts = Map<string, unknown>;

/**
 * A ticket as now known. Each fact is that of the newest version (the helpdesk's own `updatedAt`) in which it was read; a
 * reading without a version, or of the same one, only fills holes. So neither order nor repetition of readings matters.
 */
export function mergedTicket(old: TicketRow | undefined, seen: ObservedTicket, sourceId: string): TicketRow {
  const facts = heldFacts(old);
  const read = readFacts(seen, sourceId);
  const version = seen.updatedAt ?? NO_VERSION;
  const before = old?.updatedAt ?? NO_VERSION;
  const newest = Math.max(version, before);
  const behind: Record<string, number> = {};
  for (const fact of FACTS) {
    let from = facts.has(fact) ? (old?.behind?.[fact] ?? before) : NEVER;
    if (read.has(fact) && version > from) {
      facts.set(fact, read.get(fact));
      from = version;
    }
    if (from !== NEVER && from < newest) behind[fact] = from;
  }
  return {
    ...rowOf(facts, old?.id ?? `${sourceId}/${seen.ticketId}`),
    ...(newest !== NO_VERSION && { updatedAt: newest }),
    ...(Object.keys(behind).length > 0 && { behind }),
    ...(old?.customerId && { customerId: old.customerId }),
    ...(old?.arrivedAt !== undefined && { arrivedAt: old.arrivedAt }),
    ...(old?.ours && { ours: true as const }),
  };
}

function heldFacts(row: TicketRow | undefined): Facts {
  const facts: Facts = new Map();
  if (!row) return facts;
  for (const name of [...PLAIN, 'requesters', 'opener'] as const)
    if (row[name] !== undefined) facts.set(name, row[name]);
  for (const name of HINTS) if (row.hints?.[name] !== undefined) facts.set(`hints.${name}`, row.hints[name]);
  return facts;
}

function readFacts(seen: ObservedTicket, sourceId: string): Facts {
  const facts: Facts = new Map();
  for (const name of PLAIN) if (seen[name] !== undefined) facts.set(name, seen[name]);
  for (const name of HINTS) if (seen.hints?.[name] !== undefined) facts.set(`hints.${name}`, seen.hints[name]);
  const requesters = seen.requesters?.map((person) => identityKeys(person, sourceId)).filter((keys) => keys.length > 0);
  if (requesters) facts.set('requesters', [...new Set(requesters.flatMap((keys) => keys.slice(0, 1)))]);
  if (seen.opener !== undefined) {
    const keys = seen.opener ? identityKeys(seen.opener, sourceId) : [];
    const same = requesters?.find((others) => others.some((key) => keys.includes(key)));
    facts.set('opener', (same ?? keys)[0] ?? null);
  }
  return facts;
}

/** The facts come from rows and observations alone, whose fields have these very names and types. */
function rowOf(facts: Facts, id: string): TicketRow {
  const row: Record<string, unknown> = { id };
  const hints: Record<string, unknown> = {};
  for (const [name, value] of facts) {
    if (name.startsWith('hints.')) hints[name.slice(6)] = value;
    else row[name] = value;
  }
  if (Object.keys(hints).length > 0) row['hints'] = hints;
  return row as unknown as TicketRow;
}

/** While the ticket is open: whose it is, for the sparse index; the key is absent from all others. */
export function withOpenOf(row: TicketRow): TicketRow {
  const { openOf: _, ...rest } = row;
  return rest.customerId && rest.status && OPEN.has(rest.status) ? { ...rest, openOf: rest.customerId } : rest;
}

/** What counting needs to know of a ticket: it arrived when the earliest of those did that were merged into it. */
export function factsOf(row: TicketRow): TicketFacts {
  const { id, createdAt, arrivedAt = Infinity, status, minutes, mergedInto, subject, hints, entries, ours } = row;
  return {
    id,
    openedBy: openedBy(row),
    ...(createdAt !== undefined && { createdAt: Math.min(createdAt, arrivedAt) }),
    ...(status && { status }),
    ...(minutes !== undefined && { minutes }),
    ...(mergedInto && { mergedInto }),
    ...(subject !== undefined && { subject }),
    ...(hints && { hints }),
    ...(entries && { entries }),
    ...(ours && { ours }),
  };
}

function openedBy({ opener, requesters }: TicketRow): TicketFacts['openedBy'] {
  if (opener === undefined || opener === null) return 'unknown';
  return requesters?.[0] === opener ? 'customer' : 'agent';
}

/** Equal as data, whatever the order of keys; a field that is undefined is one that is absent. */
export function sameRow(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a).filter((key) => a[key as keyof typeof a] !== undefined);
  const others = Object.keys(b).filter((key) => b[key as keyof typeof b] !== undefined);
  return (
    keys.length === others.length && keys.every((key) => sameRow(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
