import type { Cause } from './contact';

/** What a cause costs once it is confirmed (docs/SCORING.md §4.2). */
export type StepBack = (Steps | Table) & {
  readonly when: 'immediate' | 'anniversary';
  /** Also within `claimFreeMax`. */
  readonly always?: true;
};

/** So many rungs a claim, or all of them. */
interface Steps {
  readonly by: number | 'all';
}

/** `to[from][k - 1]`: where the k-th claim of a year leaves who began it on `from`; the last column goes on. */
interface Table {
  readonly to: readonly (readonly number[])[];
}

/** From this rung, so many falls in so many years are forgiven. */
export interface Protection {
  readonly fromRung: number;
  readonly maxClaims: number;
  readonly windowYears: number;
  /** Only to who has stood on the rung for so long. */
  readonly heldYears?: number;
  /** What a year of it costs, minor units; nothing where it comes with the rung. */
  readonly priceMinor?: number;
}

/** A no-claims ladder as data. Rung 0 is the worst; discounts never fall from rung to rung. */
export interface Ladder {
  readonly id: string;
  /** Percent, by rung; a surcharge is negative. */
  readonly discounts: readonly number[];
  readonly entry: number;
  /** Claims a year may have: the customer still rises, and they cost nothing. */
  readonly claimFreeMax: number;
  /** Where a claim-free year leads from each rung; to the next one where nothing is said. */
  readonly promote?: readonly number[];
  /** A cause that is not named costs the rise at most. */
  readonly stepBack: Readonly<Partial<Record<Cause, StepBack>>>;
  readonly protection?: Protection;
  /** After so many claim-free years on end, at least this rung. */
  readonly amnesty?: { readonly claimFreeYears: number; readonly notBelow: number };
  /** Clean years proved elsewhere: each is worth a rise at entry, up to so many. */
  readonly priorYears?: number;
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

/** The article word for word: only who has all five years can lose them. */
export const LITERAL: Ladder = {
  ...ARTICLE,
  id: 'literal',
  stepBack: { unknown_crash: { to: [[0], [1], [2], [3], [4], [0]], when: 'immediate', always: true } },
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

/** The best rung. */
export const topOf = ({ discounts }: Ladder): number => discounts.length - 1;

/** Where a claim-free year leads. */
export const risen = (ladder: Ladder, rung: number): number =>
  ladder.promote?.[rung] ?? Math.min(topOf(ladder), rung + 1);
