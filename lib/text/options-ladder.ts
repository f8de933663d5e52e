import type { Cause } from '@/lib/scoring/contact';
import type { Ladder, StepBack } from '@/lib/scoring/ladder';

import { en } from './catalogue/en';
import { CAUSES_SHOWN } from './choices';
import { count, percent } from './formats';
import { type MessageKey, t, type Words } from './words';

/** A ladder in words: what a quiet year earns, and what each cause takes back. */
export interface LadderWordsView {
  readonly id: string;
  readonly name: string;
  readonly said: string;
  readonly note?: string;
  readonly inForce: boolean;
  /** *0%*, *10%*, …; none where there are too many to be seen at once. */
  readonly rungs: readonly string[];
  /** *From 170% on top to 55% off, in 22 rungs.* */
  readonly scale: string;
  readonly steps: readonly { readonly what: string; readonly does: string }[];
}

/** These take the rise of a year, though they take no rung; the others do nothing at all. */
const CLAIMS = new Set<Cause>(['user_error', 'unknown_crash']);

/** More rungs are told as a scale. */
const MOST_RUNGS = 8;

const isPreset = (key: string): key is Extract<MessageKey, `preset.${string}`> => Object.hasOwn(en, key);
/** What only some ladders have. */
function said(key: string, words: Words): string | undefined {
  const message = isPreset(key) ? words.catalogue[key] : undefined;
  return typeof message === 'string' ? message : undefined;
}

/** What a ladder is called; its id where it has no name. */
export const ladderName = (id: string, words: Words): string => said(`preset.${id}`, words) ?? id;

export function ladderWords(ladder: Ladder, inForce: boolean, words: Words): LadderWordsView {
  const { id, discounts } = ladder;
  const note = said(`preset.${id}.note`, words);
  return {
    id,
    name: ladderName(id, words),
    said: said(`preset.${id}.said`, words) ?? '',
    ...(note !== undefined && { note }),
    inForce,
    rungs: discounts.length > MOST_RUNGS ? [] : discounts.map((discount) => percent(words, discount)),
    scale: scaleOf(ladder, words),
    steps: [
      ...CAUSES_SHOWN.filter((cause) => cause !== 'pending').map((cause) => ({
        what: t(words, `cause.${cause}`),
        does: doesWords(cause, ladder.stepBack[cause], percent(words, discounts[0] ?? 0), words),
      })),
      { what: t(words, 'options.ladder.rise'), does: count(words, ladder.claimFreeMax) },
      ...mercies(ladder, words),
    ],
  };
}

function scaleOf({ discounts, entry }: Ladder, words: Words): string {
  const worded = (discount: number): string => {
    if (discount === 0) return t(words, 'options.ladder.full');
    const key = discount < 0 ? 'options.ladder.surcharge' : 'options.ladder.discount';
    return t(words, key, { percent: percent(words, Math.abs(discount)) });
  };
  return t(words, 'options.ladder.scale', {
    count: discounts.length,
    worst: worded(discounts[0] ?? 0),
    best: worded(discounts.at(-1) ?? 0),
    entry: worded(discounts[entry] ?? 0),
  });
}

/** What it forgives: falls from up high, long quiet after a bad time, a clean record elsewhere. */
function mercies({ discounts, protection, amnesty, priorYears }: Ladder, words: Words): LadderWordsView['steps'] {
  const discountAt = (rung: number): string => percent(words, discounts[rung] ?? 0);
  const years = (value: number): string => count(words, value);
  return [
    ...(protection
      ? [
          {
            what:
              protection.heldYears === undefined
                ? t(words, 'options.ladder.protected', { discount: discountAt(protection.fromRung) })
                : t(words, 'options.ladder.protected.held', {
                    discount: discountAt(protection.fromRung),
                    years: years(protection.heldYears),
                  }),
            does: t(words, 'options.ladder.forgiven', {
              count: protection.maxClaims,
              years: years(protection.windowYears),
            }),
          },
        ]
      : []),
    ...(amnesty
      ? [
          {
            what: t(words, 'options.ladder.amnesty', { years: years(amnesty.claimFreeYears) }),
            does: t(words, 'options.ladder.amnesty.does', { discount: discountAt(amnesty.notBelow) }),
          },
        ]
      : []),
    ...(priorYears
      ? [{ what: t(words, 'options.ladder.prior'), does: t(words, 'options.ladder.prior.does', { count: priorYears }) }]
      : []),
  ];
}

function doesWords(cause: Cause, step: StepBack | undefined, bottom: string, words: Words): string {
  if (!step) return t(words, CLAIMS.has(cause) ? 'options.ladder.step.holds' : 'options.ladder.step.nothing');
  const when = step.when === 'immediate' ? 'now' : 'later';
  if ('to' in step) return t(words, `options.ladder.step.table-${when}`);
  if (step.by === 'all') return t(words, `options.ladder.step.all-${when}`, { bottom });
  return t(words, `options.ladder.step.${when}`, { count: step.by });
}
