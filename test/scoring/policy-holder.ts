import { rulesFor } from '@/lib/scoring/subject';
import type { Cause, Contact } from '@/lib/scoring/contact';
import type { Contract } from '@/lib/scoring/contract';
import { ARTICLE, type Ladder, type StepBack } from '@/lib/scoring/ladder';
import { ladderStanding } from '@/lib/scoring/ladder-standing';
import { claimed, onEntry, type Rung, turned } from '@/lib/scoring/rung';
import type { LadderStanding } from '@/lib/scoring/standing';
import { tallyOf, type TallyRules } from '@/lib/scoring/tally';

import { at, rules } from './given';

export const contract = (more: Partial<Contract> = {}): Contract => ({
  id: 'k1',
  holder: 'c',
  start: '2019-05-10',
  pauses: [],
  currency: 'EUR',
  revenue: [],
  ...more,
});

export const rulesOf = (terms: Partial<Contract>, ladder: Ladder = ARTICLE): TallyRules =>
  rulesFor(rules({ ladder }), { contract: contract(terms) });

/** Where the ladder of a contract stands at an instant. */
export function standingOf(
  terms: Partial<Contract>,
  contacts: readonly Contact[],
  when: string | number,
  ladder: Ladder = ARTICLE,
): LadderStanding {
  const now = typeof when === 'number' ? when : at(when);
  const own = rulesOf(terms, ladder);
  const { ladder: state, year } = tallyOf('c', { past: [], contacts }, own, now).tally;
  if (!state || !year) throw new Error('the contract has not begun');
  return ladderStanding({ ...own, state, year }, now);
}

/** Somebody on a rung, at the start of a year. */
export function standingOn(ladder: Ladder, rung: number, more: Partial<Rung> = {}): Rung {
  const entry = onEntry(ladder, 0);
  return { ...entry, rung, year: { ...entry.year, from: rung }, ...more };
}

/** So many claims of these causes, a millisecond apart. */
export const claimedFor = (ladder: Ladder, rung: Rung, causes: readonly Cause[], confirmed = true): Rung =>
  causes.reduce((now, cause, index) => claimed(ladder, now, { at: index + 1, cause }, confirmed), rung);

/** The same, and the year is over. */
export const yearWith = (ladder: Ladder, rung: Rung, causes: readonly Cause[], confirmed = true): Rung =>
  turned(ladder, claimedFor(ladder, rung, causes, confirmed), 100);

/** The article's ladder with another step for a person's error and for a crash. */
export const withStep = (step: StepBack, more: Partial<Ladder> = {}): Ladder => ({
  ...ARTICLE,
  stepBack: { user_error: step, unknown_crash: step },
  ...more,
});

/** The rung after a year with so many confirmed errors of the customer. */
export function afterYear(ladder: Ladder, rung: number, claims: number): number {
  let current = standingOn(ladder, rung);
  for (let claim = 1; claim <= claims; claim++) {
    current = claimed(ladder, current, { at: claim, cause: 'user_error' }, true);
  }
  return turned(ladder, current, 1000).rung;
}
