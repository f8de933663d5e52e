import type { Ladder } from '@/lib/scoring/ladder';

import { atFault, belowFull } from './tables';

/** Switzerland until the 1990s (Loss Data Analytics after Lemaire and Zi): 22 classes, four down for each claim. */
export const SWITZERLAND: Ladder = {
  id: 'switzerland',
  discounts: belowFull([
    270, 250, 230, 215, 200, 185, 170, 155, 140, 130, 120, 110, 100, 90, 80, 75, 70, 65, 60, 55, 50, 45,
  ]),
  entry: 12,
  claimFreeMax: 0,
  stepBack: atFault({ by: 4, when: 'anniversary' }),
};
