import type { Ladder } from '@/lib/scoring/ladder';

import { atFault } from './tables';

/** Brazil (Loss Data Analytics after Lemaire and Zi; a last discount of 45 there is a misprint, as its premium of 65 shows). */
export const BRAZIL: Ladder = {
  id: 'brazil',
  discounts: [0, 10, 15, 20, 25, 30, 35],
  entry: 0,
  claimFreeMax: 0,
  stepBack: atFault({ by: 1, when: 'anniversary' }),
};
