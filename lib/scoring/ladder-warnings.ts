import type { Ladder } from './ladder';

/** What one should know before a ladder is chosen (docs/SCORING.md §4.6). */
export type LadderWarning =
  /** Customers hide faults to keep a discount. */
  | { readonly kind: 'hunger-for-bonus' }
  /** Rungs above the second pay for loyalty, not for risk: they tell next to nothing of the year to come. */
  | { readonly kind: 'pays-for-loyalty'; readonly rungs: number }
  /** Hardly anybody rises: at the portfolio's rate so few years are claim-free. */
  | {
      readonly kind: 'hardly-anybody-rises';
      readonly claimFreeShare: number;
      readonly claimFreeMax: number;
      readonly suggested: number;
    };

/** On real claims the second quiet year still tells something, later ones do not. */
const TELLING_RUNGS = 2;

/** `contactsPerYear` is the mean of the portfolio. */
export function ladderWarnings({ discounts, claimFreeMax }: Ladder, contactsPerYear: number): LadderWarning[] {
  const beyond = discounts.length - 1 - TELLING_RUNGS;
  const suggested = Math.round(contactsPerYear / 2);
  return [
    { kind: 'hunger-for-bonus' },
    ...(beyond > 0 ? [{ kind: 'pays-for-loyalty', rungs: beyond } as const] : []),
    ...(claimFreeMax < suggested
      ? [
          {
            kind: 'hardly-anybody-rises',
            claimFreeShare: claimFreeShare(contactsPerYear, claimFreeMax),
            claimFreeMax,
            suggested,
          } as const,
        ]
      : []),
  ];
}

/** P(at most so many contacts in a year), Poisson. */
function claimFreeShare(rate: number, most: number): number {
  let chance = Math.exp(-rate);
  let sum = chance;
  for (let count = 1; count <= most; count++) {
    chance *= rate / count;
    sum += chance;
  }
  return sum;
}
