import type { Ladder } from '@/lib/scoring/ladder';

import { atFault } from './tables';

/**
 * A typical British scale by years held (kaeltripton.com, insurancecalculators.co.uk; some go on to 75 %), with the step-back
 * table and the protection that Stuart Collins prints (stuartcollins.com/noclaims).
 */
export const UNITED_KINGDOM: Ladder = {
  id: 'united-kingdom',
  discounts: [0, 30, 40, 50, 60, 65],
  entry: 0,
  claimFreeMax: 0,
  stepBack: atFault({ to: [[0], [0], [0], [1, 0], [2, 0], [3, 1, 0]], when: 'anniversary' }),
  protection: { fromRung: 5, maxClaims: 2, windowYears: 3 },
  priorYears: 5,
};

/**
 * Aviva (aviva.co.uk, FAQ 426): protection from three years, one claim at fault a year; two in a year take all. The scale is the
 * average of its new business of 2021 (connect.avivab2b.co.uk). How far one claim steps back it does not print: two years, as is usual.
 */
export const AVIVA: Ladder = {
  id: 'aviva',
  discounts: [0, 21, 25, 26, 28, 30],
  entry: 0,
  claimFreeMax: 0,
  stepBack: atFault({ to: [[0], [0], [0], [1, 0], [2, 0], [3, 0]], when: 'anniversary' }),
  protection: { fromRung: 3, maxClaims: 1, windowYears: 1 },
  priorYears: 5,
};
