import type { Kind } from '@/lib/scoring/contact';
import type { HealthRow, MappingRow, QuarantineRow, SourceRow } from '@/lib/store/rows';

import { age, type Clock, date } from './formats';
import { factName } from './pages-facts';
import { t, type Words } from './words';

const first = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** One fact of a helpdesk: when it was read, or missed since. */
export interface HealthLine {
  readonly well: boolean;
  readonly text: string;
}

/** `seen`: when a page of this helpdesk was last understood as a whole. */
function healthLine(row: HealthRow, seen: number, words: Words, now: number): HealthLine {
  const { fact, lastSeenAt, lastMissedAt, misses } = row;
  const name = first(factName(words, fact));
  if (lastMissedAt === undefined || (lastSeenAt ?? 0) >= lastMissedAt) {
    return {
      well: true,
      text: t(words, 'options.desks.health.seen', { fact: name, age: age(words, lastSeenAt ?? now, now) }),
    };
  }
  const missed = { fact: name, age: age(words, lastMissedAt, now) };
  if (seen > lastMissedAt) return { well: true, text: t(words, 'options.desks.health.again', missed) };
  return { well: false, text: t(words, 'options.desks.health.missed', { ...missed, count: misses }) };
}

/** *Channel “Phone” is a call* */
function mappingLine({ hint, field, value, kind }: MappingRow, words: Words): string {
  const name = hint === 'field' ? (field ?? '') : t(words, `hint.${hint}`);
  return t(words, 'options.desks.mapping.row', { hint: name, value, kind: t(words, `kind.${kind}`).toLowerCase() });
}

/** A helpdesk as the options tell of it. */
export interface DeskView {
  readonly sourceId: string;
  readonly name: string;
  /** Its address. */
  readonly place: string;
  readonly since: string;
  readonly watched: boolean;
  readonly health: readonly HealthLine[];
  readonly mapping: readonly { readonly kind: Kind; readonly text: string }[];
  readonly refusedTitle: string;
  /** What was refused and why, with the piece itself as text. */
  readonly refused: readonly { readonly id: number; readonly line: string; readonly text: string }[];
}

export interface DeskFacts extends Clock {
  readonly watched: boolean;
  readonly health: readonly HealthRow[];
  /** The latest ones. */
  readonly quarantine: readonly QuarantineRow[];
  /** All there are of this source. */
  readonly refused: number;
}

export function deskView(source: SourceRow, facts: DeskFacts, words: Words): DeskView {
  const { watched, health, quarantine, refused, now } = facts;
  const seen = Math.max(...health.map(({ lastSeenAt }) => lastSeenAt ?? 0));
  return {
    sourceId: source.id,
    name: source.name,
    place: `${source.origin}${source.basePath}`,
    since: t(words, watched ? 'options.desks.since' : 'options.desks.known', {
      day: date(words, source.createdAt, facts),
    }),
    watched,
    health: health.map((row) => healthLine(row, seen, words, now)),
    mapping: source.mapping.map((row) => ({ kind: row.kind, text: mappingLine(row, words) })),
    refusedTitle: t(words, 'options.desks.refused', { count: refused }),
    refused: quarantine.map(({ id, at, why, text }) => ({
      id: id ?? at,
      line: t(words, 'options.desks.refused.row', { age: age(words, at, now), why }),
      text,
    })),
  };
}
