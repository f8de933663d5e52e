import type { Cause } from './contact';

/** What a cause costs once it is confirmed (docs/SCORING.md §4.2). */
export interface StepBack {
  readonly by: number | 'all';
  readonly when: 'immediate' | 'anniversary';
  /** Also within `claimFreeMax`. */
  readonly always?: true;
}

/** A no-claims ladder as data. Rung 0 is the worst; discounts never fall from rung to rung. */
export interface Ladder {
  readonly id: string;
  /** Percent, by rung. */
  readonly discounts: readonly number[];
  readonly entry: number;
  /** Claims a year may have: the customer still rises, and they cost nothing. */
  readonly claimFreeMax: number;
  /** A cause that is not named costs the rise at most. */
  readonly stepBack: Readonly<Partial<Record<Cause, StepBack>>>;
  /** From this rung, so many falls in so many years are forgiven. */
  readonly protection?: { readonly fromRung: number; readonly maxClaims: number; readonly windowYears: number };
}

const DISCOUNTS = [0, 10, 20, 30, 40, 50] as const;

/** The article's: earned by not using the service, suddenly lost for a crash that nobody can explain. */
export const ARTICLE: Ladder = {
  id: 'article',
  discounts: DISCOUNTS,
  entry: 0,
  claimFreeMax: 0,
  stepBack: { unknown_crash: { by: 'all', when: 'immediate', always: true } },
};

/** For teams that mean it: one contact a year is free; every error after it and every crash cost a rung at the anniversary. */
export const SANE: Ladder = {
  id: 'sane',
  discounts: DISCOUNTS,
  entry: 0,
  claimFreeMax: 1,
  stepBack: {
    user_error: { by: 1, when: 'anniversary' },
    unknown_crash: { by: 1, when: 'anniversary', always: true },
  },
  protection: { fromRung: 3, maxClaims: 1, windowYears: 3 },
};
