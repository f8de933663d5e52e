import ICAL from 'ical.js';

import type { Invitation } from '@/lib/scoring/invitation';

import { type Blocks, blocksOf, type EventBlock } from './blocks';
import { type Read, readEvent } from './event';
import { type Zones, zonesOf } from './instants';
import { type Reach, TooOften } from './recurring';

/** What a calendar file holds, and what of it could not be read. */
export interface Calendar {
  readonly invitations: readonly Invitation[];
  /** Whole days, `2026-12-25`, in order: what a calendar of holidays is made of. */
  readonly dates: readonly string[];
  /** A sentence for each event that was left out. */
  readonly refused: readonly string[];
}

export type CheckedCalendar =
  | { readonly ok: true; readonly calendar: Calendar }
  | { readonly ok: false; readonly why: string };

/** Characters; a calendar of many years is a tenth of it. */
const MOST_TEXT = 50_000_000;

/**
 * Reads a calendar file (.ics, RFC 5545). `zone` is where a time without one is meant; dates of a series are told within
 * `reach`. What is bad is left out with a sentence, and the rest is kept.
 */
export function readCalendar(
  text: string,
  { zone, reach }: { readonly zone: string; readonly reach: Reach },
): CheckedCalendar {
  if (text.length > MOST_TEXT) {
    return { ok: false, why: 'This calendar file is too large. Export a shorter time, and read it again.' };
  }
  const blocks = blocksOf(text);
  if (!blocks) {
    return {
      ok: false,
      why: 'This is no calendar file: nothing in it says BEGIN:VCALENDAR. Choose a file that ends in .ics.',
    };
  }
  const { components, refused } = zonesIn(blocks);
  const zones = zonesOf(components, zone);
  const read = blocks.events.map((block) => ({ block, result: tryEvent(block, zones, reach) }));
  return {
    ok: true,
    calendar: {
      invitations: read.flatMap(({ result }) => (result.kind === 'meeting' ? [result.invitation] : [])),
      dates: [...new Set(read.flatMap(({ result }) => (result.kind === 'days' ? result.dates : [])))].toSorted(),
      refused: [
        ...refused,
        ...read.flatMap(({ block, result }) =>
          result.kind === 'refused' ? [`The event in line ${block.line} was left out: ${result.why}.`] : [],
        ),
      ],
    },
  };
}

function tryEvent({ lines, whole, method }: EventBlock, zones: Zones, reach: Reach): Read {
  if (!whole) return { kind: 'refused', why: 'it does not end' };
  try {
    return readEvent(new ICAL.Component(ICAL.parse(lines.join('\r\n'))), { zones, reach, method });
  } catch (error) {
    if (error instanceof TooOften) return { kind: 'refused', why: 'it repeats more often than can be followed' };
    return { kind: 'refused', why: `it could not be read (${error instanceof Error ? error.message : String(error)})` };
  }
}

/** The time zones of the file. Without its definition, a zone that the browser does not know either is read as the vendor's. */
function zonesIn({ zones }: Blocks): {
  readonly components: readonly ICAL.Component[];
  readonly refused: readonly string[];
} {
  const components: ICAL.Component[] = [];
  const refused: string[] = [];
  for (const lines of zones) {
    try {
      components.push(new ICAL.Component(ICAL.parse(lines.join('\r\n'))));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      refused.push(`A time zone of this file could not be read, so its times may be off: ${why}.`);
    }
  }
  return { components, refused };
}
