import type { Cause } from '@/lib/scoring/contact';
import type { Ladder, StepBack } from '@/lib/scoring/ladder';

import { CAUSES_SHOWN } from './choices';
import { count, percent } from './formats';
import { t, type Words } from './words';

export type LadderPreset = 'article' | 'sane';

/** A ladder in words: what a quiet year earns, and what each cause takes back. */
export interface LadderWordsView {
  readonly id: LadderPreset;
  readonly name: string;
  readonly said: string;
  readonly note: string;
  readonly inForce: boolean;
  /** *0%*, *10%*, … */
  readonly rungs: readonly string[];
  readonly steps: readonly { readonly what: string; readonly does: string }[];
}

/** These take the rise of a year, though they take no rung; the others do nothing at all. */
const CLAIMS = new Set<Cause>(['user_error', 'unknown_crash']);

export function ladderWords(id: LadderPreset, ladder: Ladder, inForce: boolean, words: Words): LadderWordsView {
  const bottom = percent(words, ladder.discounts[0] ?? 0);
  const { protection } = ladder;
  return {
    id,
    name: t(words, `options.ladder.${id}`),
    said: t(words, `options.ladder.${id}.said`),
    note: t(words, `options.ladder.${id}.note`),
    inForce,
    rungs: ladder.discounts.map((discount) => percent(words, discount)),
    steps: [
      ...CAUSES_SHOWN.filter((cause) => cause !== 'pending').map((cause) => ({
        what: t(words, `cause.${cause}`),
        does: doesWords(cause, ladder.stepBack[cause], bottom, words),
      })),
      { what: t(words, 'options.ladder.rise'), does: count(words, ladder.claimFreeMax) },
      ...(protection
        ? [
            {
              what: t(words, 'options.ladder.protected', {
                discount: percent(words, ladder.discounts[protection.fromRung] ?? 0),
              }),
              does: t(words, 'options.ladder.forgiven', {
                count: protection.maxClaims,
                years: count(words, protection.windowYears),
              }),
            },
          ]
        : []),
    ],
  };
}

function doesWords(cause: Cause, step: StepBack | undefined, bottom: string, words: Words): string {
  if (!step) return t(words, CLAIMS.has(cause) ? 'options.ladder.step.holds' : 'options.ladder.step.nothing');
  const when = step.when === 'immediate' ? 'now' : 'later';
  if (step.by === 'all') return t(words, `options.ladder.step.all-${when}`, { bottom });
  return t(words, `options.ladder.step.${when}`, { count: step.by });
}
