import type { Ladder } from '@/lib/scoring/ladder';

import { atFault, belowFull } from './tables';

/** Private cars in Hong Kong (cjplus.com.hk, kwiksure.com): 60 falls to 30, 50 to 20, all else to nothing, two claims to nothing. */
export const HONG_KONG: Ladder = {
  id: 'hong-kong',
  discounts: [0, 20, 30, 40, 50, 60],
  entry: 0,
  claimFreeMax: 0,
  stepBack: atFault({ to: [[0], [0], [0], [0], [1, 0], [2, 0]], when: 'anniversary' }),
  priorYears: 5,
};

/** All insurers of Singapore (General Insurance Association, gia.org.sg): 50 falls to 20, 40 to 10, all else to nothing. */
export const SINGAPORE: Ladder = {
  id: 'singapore',
  discounts: [0, 10, 20, 30, 40, 50],
  entry: 0,
  claimFreeMax: 0,
  stepBack: atFault({ to: [[0], [0], [0], [0], [1, 0], [2, 0]], when: 'anniversary' }),
  priorYears: 5,
};

/** Malaysia's tariff (Loss Data Analytics, chapter on bonus-malus): any claim takes all. */
export const MALAYSIA: Ladder = {
  id: 'malaysia',
  discounts: [0, 25, 30, 38.33, 45, 55],
  entry: 0,
  claimFreeMax: 0,
  stepBack: atFault({ by: 'all', when: 'anniversary' }),
  priorYears: 5,
};

/** India's no-claim bonus on own damage (ICICI Lombard and others): any claim takes all. That it lapses 90 days after a missed renewal is not told here. */
export const INDIA: Ladder = {
  id: 'india',
  discounts: [0, 20, 25, 35, 45, 50],
  entry: 0,
  claimFreeMax: 0,
  stepBack: atFault({ by: 'all', when: 'anniversary' }),
  priorYears: 5,
};

/** Compulsory insurance in Taiwan (Financial Supervisory Commission, 30 October 2012): ten grades, three down for a claim. */
export const TAIWAN: Ladder = {
  id: 'taiwan',
  discounts: belowFull([160, 150, 140, 130, 120, 110, 100, 82, 74, 70]),
  entry: 6,
  claimFreeMax: 0,
  stepBack: atFault({ by: 3, when: 'anniversary' }),
};
