import type { Ladder } from '@/lib/scoring/ladder';

import { atFault, belowFull } from './tables';

/** Coefficients in hundredths, cut to whole ones as the law has it. */
const FLOOR = 50;
const CAP = 350;
const afterFreeYear = (coefficient: number): number => Math.max(FLOOR, Math.floor((coefficient * 95) / 100));
const afterClaim = (coefficient: number): number => Math.min(CAP, Math.floor((coefficient * 125) / 100));

/** So many claims bring the best coefficient to the cap. */
const CLAIMS = 9;

const afterClaims = (coefficient: number): number[] => {
  const after = [afterClaim(coefficient)];
  while (after.length < CLAIMS) after.push(afterClaim(after.at(-1) ?? CAP));
  return after;
};

/** Every coefficient that one can come to from 1.00, dearest first. */
function reachable(): number[] {
  const found = new Set([100]);
  for (const coefficient of found) {
    found.add(afterFreeYear(coefficient));
    found.add(afterClaim(coefficient));
  }
  return [...found].toSorted((a, b) => b - a);
}

const COEFFICIENTS = reachable();
const rungOf = (coefficient: number): number => COEFFICIENTS.indexOf(coefficient);

/**
 * France's coefficient of reduction and increase (code des assurances, annex to A121-1): times 0.95 for a claim-free year, times 1.25
 * for each claim, between 0.50 and 3.50; at most 1.00 after two claim-free years; the first claim after three years at 0.50 is free.
 * Shared fault (times 1.125) needs a cause of its own, and is not told here.
 */
export const FRANCE: Ladder = {
  id: 'france',
  discounts: belowFull(COEFFICIENTS),
  entry: rungOf(100),
  claimFreeMax: 0,
  promote: COEFFICIENTS.map((coefficient) => rungOf(afterFreeYear(coefficient))),
  stepBack: atFault({
    to: COEFFICIENTS.map((coefficient) => afterClaims(coefficient).map(rungOf)),
    when: 'anniversary',
  }),
  protection: { fromRung: rungOf(FLOOR), maxClaims: 1, windowYears: 3, heldYears: 3 },
  amnesty: { claimFreeYears: 2, notBelow: rungOf(100) },
};
