import { assess, type Circumstances } from '@/lib/scoring/assess';
import type { Contact } from '@/lib/scoring/contact';
import { firstFit } from '@/lib/scoring/fit';
import type { Standing } from '@/lib/scoring/standing';
import { tallyOf } from '@/lib/scoring/tally';

import { at, contact, days, rules } from './given';

export const now = at('2026-11-25 14:30');
export const ago = (count: number): number => now - days(count);

/** Watched without a gap since the first contact. */
export function standing(contacts: readonly Contact[], more: Partial<Circumstances> = {}): Standing {
  const circumstances = more.rules ?? rules();
  const when = more.now ?? now;
  const { tally } = tallyOf('c1', { past: [], contacts }, circumstances, when);
  return assess(tally, {
    now: when,
    rules: circumstances,
    fit: firstFit({ estimate: 3, rateLimit: null }),
    exposure: tally.firstAt === undefined ? [] : [{ from: tally.firstAt, to: when }],
    occasion: 'contact',
    thanksEveryDays: 90,
    openTickets: 0,
    person: {},
    ...more,
  });
}

export const every = (count: number, gap: number, offset = 1): Contact[] =>
  Array.from({ length: count }, (_, index) => contact(ago(offset + index * gap), { id: `s/${index}/open` }));
