import type { Reason, Standing } from '@/lib/scoring/standing';

import { rate } from './formats';
import { likely, notCounted } from './sentences';
import { t, type Words } from './words';

/** Below this weight of a customer's own history, what is said rests on the others'. */
const LITTLE = 0.3;

/** What the whole explanation says, so that no reason need say it again. */
export const EXPLAINED: ReadonlySet<Reason['kind']> = new Set([
  'many',
  'expected',
  'as-expected',
  'little-history',
  'not-counted',
]);

/** The procedure as it was applied to one customer, in a sentence or three (docs/SCORING.md §2.6). */
export function explained(standing: Standing, name: string, words: Words): string {
  const { rate: figures, reasons } = standing;
  const { mean, low, high, limit, aboveLimit, priorMean } = figures;
  const sentences = [
    t(words, 'explained', {
      contacts: contactsSaid(standing, name, words),
      average: rate(words, priorMean),
      mean: rate(words, mean),
      low: rate(words, low),
      high: rate(words, high),
      limit: rate(words, limit),
      likely: likely(words, aboveLimit),
    }),
    ...(figures.credibility < LITTLE ? [t(words, 'reason.little-history')] : []),
    ...reasons.flatMap((reason) => (reason.kind === 'not-counted' ? [notCounted(words, reason)] : [])),
  ];
  return sentences.join(' ');
}

function contactsSaid({ rate: { credibility }, year }: Standing, name: string, words: Words): string {
  const said = { name, months: t(words, 'time.months', { count: year.months }) };
  if (credibility === 0 && year.counted === 0) return t(words, 'explained.unheard', { name });
  if (year.counted === 0) return t(words, year.excluded > 0 ? 'explained.none-counted' : 'explained.none', said);
  return year.counted === 2
    ? t(words, 'explained.twice', said)
    : t(words, 'explained.contacts', { ...said, count: year.counted });
}
