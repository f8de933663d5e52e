import type { Standing } from '@/lib/scoring/standing';
import type { BadgeFacts } from '@/lib/text/badge-view';
import type { CardFacts } from '@/lib/text/card-facts';
import { wordsFor } from '@/lib/text/words';

export const words = wordsFor('en-GB');
/** A Wednesday noon. */
export const clock = { now: Date.parse('2026-11-25T12:00:00+01:00'), zone: 'Europe/Berlin' };
export const at = (day: string): number => Date.parse(`${day}T12:00:00Z`);

const year = ['2025-12', ...Array.from({ length: 11 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`)];

/** Twelve months of which the last ones hold these contacts. */
export const monthsWith = (...last: readonly number[]): Standing['months'] =>
  year.map((month, index) => ({
    month,
    counted: last[index - (12 - last.length)] ?? 0,
    excluded: 0,
    minutes: 0,
    costMinor: 0,
    seen: true,
  }));

/** A calm customer of 30 %, with one contact of three allowed in 30 days. */
export function standing(change: Partial<Standing> = {}): Standing {
  return {
    customerId: 'c1',
    level: 'calm',
    levelSince: at('2026-01-01'),
    flags: [],
    loved: false,
    limits: [{ ruleId: 'month', window: { days: 30 }, load: 1, max: 3 }],
    rate: {
      mean: 15,
      low: 6.9,
      high: 25,
      aboveLimit: 0.85,
      aboveMean: 0.97,
      credibility: 0.6,
      limit: 8.5,
      priorMean: 3,
    },
    ladder: ladder(),
    months: monthsWith(1),
    year: { counted: 1, excluded: 0, minutes: 0, costMinor: 0, measured: true, months: 12 },
    reasons: [],
    changedAt: clock.now,
    ...change,
  };
}

export const ladder = (change: Partial<Standing['ladder']> = {}): Standing['ladder'] => ({
  ladderId: 'article',
  discounts: [0, 10, 20, 30, 40, 50],
  rung: 3,
  since: at('2025-05-10'),
  proposed: [],
  ...change,
});

export const badgeFacts = (change: Partial<BadgeFacts> = {}): BadgeFacts => ({
  name: 'Nora Fairweather',
  words,
  ...clock,
  ...change,
});

export const openAlert = { id: 'a1', ruleId: 'month', load: 4, max: 3 };

export function cardFacts(change: Partial<CardFacts> = {}): CardFacts {
  return {
    standing: standing(),
    name: 'Nora Fairweather',
    freshness: { readAt: clock.now - 5 * 60_000, reopeningsRead: true },
    canThank: true,
    words,
    currency: 'EUR',
    ...clock,
    ...change,
  };
}
