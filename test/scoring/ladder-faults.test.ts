import { describe, expect, it } from 'vitest';

import { ARTICLE, type Ladder, type StepBack } from '@/lib/scoring/ladder';
import { ladderFaults } from '@/lib/scoring/ladder-faults';

const ladder = (more: Partial<Ladder>): string[] => ladderFaults({ ...ARTICLE, discounts: [0, 10, 20], ...more });
const step = (to: number[][]): Partial<Ladder> => ({ stepBack: { user_error: { to, when: 'anniversary' } } });

describe('what is wrong with a ladder', () => {
  it.each<[Partial<Ladder>, string]>([
    [{ discounts: [] }, 'A ladder needs at least one rung.'],
    [
      { discounts: [0, 20, 10] },
      'Rung 2 gives 10 %, less than the rung before it (20 %): order the rungs by their discount.',
    ],
    [{ discounts: [0, 101] }, 'The discount of rung 1 is 101 %: give 100 or less, below zero for a surcharge.'],
    [{ discounts: [NaN] }, 'The discount of rung 0 is NaN %: give 100 or less, below zero for a surcharge.'],
    [
      { discounts: [-Infinity] },
      'The discount of rung 0 is -Infinity %: give 100 or less, below zero for a surcharge.',
    ],
    [{ entry: 3 }, 'The entry is rung 3: choose one from 0 to 2.'],
    [{ entry: -1 }, 'The entry is rung -1: choose one from 0 to 2.'],
    [{ entry: 0.5 }, 'The entry is rung 0.5: choose one from 0 to 2.'],
    [{ claimFreeMax: -1 }, 'The number of claims that a year may have is -1: give a whole number from 0 on.'],
    [{ claimFreeMax: 0.5 }, 'The number of claims that a year may have is 0.5: give a whole number from 0 on.'],
    [{ priorYears: -1 }, 'The number of prior years is -1: give a whole number from 0 on.'],
    [{ promote: [1, 2] }, 'Say for each of the 3 rungs where a quiet year leads.'],
    [{ promote: [1, 3, 2] }, 'The rise from rung 1 is rung 3: choose one from 0 to 2.'],
    [{ promote: [1, 0, 2] }, 'A quiet year leads from rung 1 down to 0: it must not cost anything.'],
    [
      { stepBack: { crash: { by: 1, when: 'anniversary' } } as Ladder['stepBack'] },
      'Nobody knows the cause crash: use one of pending, user_error, request, product_fault, third_party, unknown_crash, helpful_report.',
    ],
    [
      { stepBack: { product_fault: { by: 1, when: 'anniversary' } } },
      'A fault of ours must not cost a rung: take product_fault out.',
    ],
    [
      { stepBack: { pending: { by: 1, when: 'anniversary' } } },
      'What nobody has judged must not cost a rung: take pending out.',
    ],
    [
      { stepBack: { user_error: { by: 0, when: 'anniversary' } } },
      'The number of rungs that user_error costs is 0: give a whole number from 1 on.',
    ],
    [step([[0], [0]]), 'The table of user_error has 2 rows: give one for each of the 3 rungs.'],
    [step([[0], [], [0]]), 'The table of user_error, rung 1, is empty: say where one claim leads.'],
    [step([[0], [-1], [0]]), 'The table of user_error, rung 1, claim 1 is rung -1: choose one from 0 to 2.'],
    [step([[0], [2], [0]]), 'The table of user_error, rung 1, claim 1 leads up from 1 to 2: a claim never raises.'],
    [step([[0], [0], [0, 1]]), 'The table of user_error, rung 2, claim 2 leads up from 0 to 1: a claim never raises.'],
    [
      { protection: { fromRung: 3, maxClaims: 1, windowYears: 1 } },
      'The protection is rung 3: choose one from 0 to 2.',
    ],
    [
      { protection: { fromRung: 1, maxClaims: 0, windowYears: 1 } },
      'The number of claims that protection forgives is 0: give a whole number from 1 on.',
    ],
    [
      { protection: { fromRung: 1, maxClaims: 1, windowYears: 0 } },
      'The window of the protection in years is 0: give a whole number from 1 on.',
    ],
    [
      { protection: { fromRung: 1, maxClaims: 1, windowYears: 1, heldYears: -1 } },
      'The waiting time of the protection in years is -1: give a whole number from 0 on.',
    ],
    [
      { protection: { fromRung: 1, maxClaims: 1, windowYears: 1, priceMinor: 0.5 } },
      'The price of protection is 0.5: give a whole number from 0 on.',
    ],
    [
      { amnesty: { claimFreeYears: 0, notBelow: 1 } },
      'The number of claim-free years before an amnesty is 0: give a whole number from 1 on.',
    ],
    [{ amnesty: { claimFreeYears: 1, notBelow: 3 } }, 'The amnesty is rung 3: choose one from 0 to 2.'],
  ])('%o', (more, sentence) => {
    expect(ladder(more)).toEqual([sentence]);
  });

  it('is told all at once', () => {
    expect(ladder({ entry: 9, priorYears: 0.5, amnesty: { claimFreeYears: 0.5, notBelow: 0 } })).toHaveLength(3);
  });

  it.each<Partial<Ladder>>([
    { discounts: [100] },
    { discounts: [-50, -50, 0], entry: 2 },
    { promote: [0, 2, 2] },
    { priorYears: 5 },
    step([[0], [1, 0], [2, 1, 1]]),
    { stepBack: { unknown_crash: { by: 'all', when: 'immediate' } satisfies StepBack } },
    { protection: { fromRung: 2, maxClaims: 1, windowYears: 1, heldYears: 0, priceMinor: 0 } },
    { amnesty: { claimFreeYears: 1, notBelow: 2 } },
  ])('is nothing with %o', (more) => {
    expect(ladder(more)).toEqual([]);
  });
});
