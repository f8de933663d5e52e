import type { StepBack } from '@/lib/scoring/ladder';

/** What insurers count: claims at fault. What nobody can explain is one, since no third party pays for it. */
export const atFault = (step: StepBack) => ({ user_error: step, unknown_crash: step });

/** `drops[k - 1]` rungs down for the k-th claim of a year, from every rung alike. */
export const dropping = (rungs: number, drops: readonly number[]): StepBack => ({
  to: Array.from({ length: rungs }, (_, from) => drops.map((drop) => Math.max(0, from - drop))),
  when: 'anniversary',
});

/** The discounts that premiums in percent amount to; above 100 they are surcharges. */
export const belowFull = (premiums: readonly number[]): number[] => premiums.map((premium) => 100 - premium);
