import type { Ladder } from '@/lib/scoring/ladder';

import { atFault, belowFull, dropping } from './tables';

/** Premiums of class 22 down to class 0. */
const PREMIUMS = [
  200, 160, 140, 130, 123, 117, 111, 105, 100, 95, 90, 85, 81, 77, 73, 69, 66, 63, 60, 57, 54, 51, 50,
] as const;

const WORST_CLASS = 22;
const rungOfClass = (level: number): number => WORST_CLASS - level;

/**
 * Belgium's compulsory scale of 1992 to 2002 for private use, which enters in class 11 (Denuit et al., Actuarial Modelling of Claim
 * Counts, 4.7; premiums after fr.wikipedia.org, Bonus-malus): four classes for the first claim of a year and five for each further,
 * and after four claim-free years nobody stands worse than in class 14.
 */
export const BELGIUM: Ladder = {
  id: 'belgium',
  discounts: belowFull(PREMIUMS),
  entry: rungOfClass(11),
  claimFreeMax: 0,
  stepBack: atFault(dropping(PREMIUMS.length, [4, 9, 14, 19, 24])),
  amnesty: { claimFreeYears: 4, notBelow: rungOfClass(14) },
};

/** The same for business use, which enters in class 14. */
export const BELGIUM_BUSINESS: Ladder = { ...BELGIUM, id: 'belgium-business', entry: rungOfClass(14) };
