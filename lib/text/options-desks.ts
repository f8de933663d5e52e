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

function healthLine({ fact, lastSeenAt, lastMissedAt, misses }: HealthRow, words: Words, now: number): HealthLine {
  const name = first(factName(words, fact));
  const well = lastMissedAt === undefined || (lastSeenAt !== undefined && lastSeenAt >= lastMissedAt);
  if (well)
    return {
      well,
      text: t(words, 'options.desks.health.seen', { fact: name, age: age(words, lastSeenAt ?? now, now) }),
    };
  return {
    well,
    text: t(words, 'options.desks.health.missed', { fact: name, age: age(words, lastMissedAt, now), count: misses }),
  };
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
  readonly mapping: readonly string[];
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
  return {
    sourceId: source.id,
    name: source.name,
    place: `${source.origin}${source.basePath}`,
    since: t(words, watched ? 'options.desks.since' : 'options.desks.known', {
      day: date(words, source.createdAt, facts),
    }),
    watched,
    health: health.map((row) => healthLine(row, words, now)),
    mapping: source.mapping.map((row) => mappingLine(row, words)),
    refusedTitle: t(words, 'options.desks.refused', { count: refused }),
    refused: quarantine.map(({ id, at, why, text }) => ({
      id: id ?? at,
      line: t(words, 'options.desks.refused.row', { age: age(words, at, now), why }),
      text,
    })),
  };
}
