import type { Ladder, StepBack } from '@/lib/scoring/ladder';

import { atFault, belowFull } from './tables';

/** M, 0, S, SF 1/2, then SF 1 to SF 35. */
const M = 0;
const ZERO = 1;
const S = 2;
const HALF = 3;
const sf = (years: number): number => HALF + years;
const LAST = 35;

const PREMIUMS = [
  140, 100, 92, 84, 74, 64, 58, 52, 46, 44, 42, 40, 38, 37, 35, 33, 32, 31, 31, 30, 30, 29, 29, 28, 27, 27, 26, 26, 25,
  25, 24, 23, 23, 23, 22, 22, 21, 20, 20,
] as const;

/** After one, two, three and four claims, from M to SF 8 as one insurer prints it. */
const PRINTED = [
  [M, M, M, M],
  [M, M, M, M],
  [M, M, M, M],
  [ZERO, M, M, M],
  [HALF, ZERO, M, M],
  [HALF, ZERO, M, M],
  [sf(1), ZERO, M, M],
  [sf(1), ZERO, M, M],
  [sf(1), S, ZERO, M],
  [sf(2), S, ZERO, M],
  [sf(2), HALF, ZERO, M],
  [sf(3), HALF, ZERO, M],
] as const;

/** Beyond, tables differ more: about half of the years above SF 10 after one claim, so that SF 20 falls to 8 and SF 35 to 16. */
const beyond = (years: number): number[] => [
  sf(years <= 10 ? 3 : Math.floor(3 + (years - 10) * 0.52)),
  sf(years < 17 ? 1 : years < 20 ? 2 : years < 25 ? 3 : 4),
  years < 20 ? ZERO : HALF,
  M,
];

const table: StepBack = {
  to: [...PRINTED, ...Array.from({ length: LAST - 8 }, (_, more) => beyond(9 + more))],
  when: 'anniversary',
};

/**
 * Germany's no-claims classes of third-party cover, which every insurer sets for itself: premiums after
 * auto-versicherung-vergleich.com, the step-back table up to SF 8 after versicherungen.org; beyond, a smooth line through the examples
 * of motor.com.de, and for several claims a table of 2010 (ratgeber-geld.de). Beginners enter in class 0; M rises to 0, 0 and S to SF 1.
 */
export const GERMANY: Ladder = {
  id: 'germany',
  discounts: belowFull(PREMIUMS),
  entry: ZERO,
  claimFreeMax: 0,
  promote: PREMIUMS.map((_, rung) => (rung < HALF ? (rung === M ? ZERO : sf(1)) : Math.min(sf(LAST), rung + 1))),
  stepBack: atFault(table),
  priorYears: LAST,
};
