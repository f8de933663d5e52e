import type { Cause, Contact } from '@/lib/scoring/contact';
import { ARTICLE, type Ladder } from '@/lib/scoring/ladder';
import { ladderStanding } from '@/lib/scoring/ladder-standing';
import type { LadderStanding } from '@/lib/scoring/standing';
import { type LadderPast, tallyOf } from '@/lib/scoring/tally';

import { at, contact, rules } from './given';

export const by = (cause: Cause, instant: string, more: Partial<Contact> = {}): Contact =>
  contact(instant, { cause, causeBy: 'person', ...more });

interface Case {
  readonly ladder?: Ladder;
  readonly zone?: string;
  readonly past?: readonly LadderPast[];
}

/** Where the ladder stands at an instant. */
export function standing(
  contacts: readonly Contact[],
  when: string | number,
  { ladder = ARTICLE, zone = 'UTC', past = [] }: Case = {},
): LadderStanding {
  const now = typeof when === 'number' ? when : at(when);
  const all = rules({ ladder, zone });
  const { tally } = tallyOf('c', { past, contacts }, all, now);
  if (!tally.ladder || !tally.year) throw new Error('no contact yet');
  return ladderStanding({ ...all, state: tally.ladder, year: tally.year }, now);
}
