import type { TicketHints } from './hints';

/** A time in which we were down: what came in then, and because of it, counts against nobody (docs/SCORING.md §1.1). */
export interface Outage {
  readonly id: string;
  readonly name: string;
  /** Epoch ms; open while it lasts, and `to` is no part of it. */
  readonly from: number;
  readonly to?: number;
  /** Where it was felt: one source, some of its queues, tickets with one of these tags. All that is said must hold. */
  readonly sourceId?: string;
  readonly queues?: readonly string[];
  readonly tags?: readonly string[];
}

/** What of a contact tells whether an outage caused it. */
export interface Struck {
  readonly at: number;
  /** None of a call that was logged by hand. */
  readonly sourceId?: string;
  readonly hints?: TicketHints;
}

const isOneOf = (wanted: readonly string[], said: readonly string[]): boolean => {
  const lower = new Set(wanted.map((word) => word.toLowerCase()));
  return said.some((word) => lower.has(word.toLowerCase()));
};

/** Whether a contact falls into an outage. */
export function fallsInto({ from, to = Infinity, sourceId, queues, tags }: Outage, struck: Struck): boolean {
  const { at, hints = {} } = struck;
  if (at < from || at >= to) return false;
  if (sourceId !== undefined && sourceId !== struck.sourceId) return false;
  if (queues && !isOneOf(queues, hints.queue === undefined ? [] : [hints.queue])) return false;
  return !tags || isOneOf(tags, hints.tags ?? []);
}

/** The one that a contact is put down to: of several, the first that began; ties by id. */
export const outageOf = (outages: readonly Outage[], struck: Struck): Outage | undefined =>
  outages
    .filter((outage) => fallsInto(outage, struck))
    .toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
    .at(0);
