import type { LimitRule } from '@/lib/scoring/rules';
import type { Reason, Standing, Suggestion } from '@/lib/scoring/standing';
import type { AlertRow } from '@/lib/store/rows';

import { type Clock, onDay } from './formats';
import { reasonView } from './card-reasons';
import { overLimit } from './sentences';
import type { ReasonView } from './view';
import { t, type Words } from './words';

/** One customer in a list: why they are there, and the next step. */
export interface LineView extends ReasonView {
  readonly customerId: string;
  readonly name: string;
  readonly step: { readonly do: 'open' | 'thank' | 'call'; readonly word: string; readonly label: string };
}

interface Person {
  readonly customerId: string;
  readonly name: string;
}

/** An alert, by the rule that it broke. A rule that was removed since is told by its figures alone. */
export function alertLine(
  alert: Pick<AlertRow, 'load' | 'max' | 'ruleId' | 'breachedAt'>,
  person: Person,
  rules: readonly LimitRule[],
  words: Words,
): LineView {
  const { load, max, ruleId, breachedAt } = alert;
  const rule = rules.find(({ id }) => id === ruleId);
  const text = overLimit(words, {
    load,
    max,
    breachedAt,
    window: rule?.window ?? 'ever',
    ...(rule?.kinds && { kinds: rule.kinds }),
  });
  return { ...person, icon: 'over', tone: 'expensive', text, step: stepOf('open', person.name, words) };
}

/** The reason that belongs to a suggestion, and the next step. */
const CASES = {
  fell: ['fell', 'call'],
  'contract-talk': ['loss-making', 'call'],
  'stand-in': ['weekly-conference', 'open'],
  training: ['pays-its-way', 'open'],
  dormant: ['dormant', 'call'],
  protection: ['rung-reached', 'open'],
  'rung-reached': ['rung-reached', 'open'],
  call: ['best', 'call'],
  thank: ['quiet', 'thank'],
  'rung-near': ['rung-near', 'open'],
} as const satisfies Record<Suggestion, readonly [Reason['kind'], LineView['step']['do']]>;

/** Whom to be kind to, with the reason that belongs to the suggestion; undefined when nothing is suggested. */
export function kindWordLine(
  standing: Standing,
  name: string,
  clock: Clock & { readonly words: Words },
): LineView | undefined {
  const { suggestion, customerId } = standing;
  if (!suggestion) return undefined;
  const { words } = clock;
  const [because, step] = CASES[suggestion];
  const reason = standing.reasons.find(({ kind }) => kind === because) ?? standing.reasons[0];
  if (!reason) return undefined;
  const line = reasonView(reason, { ...clock, standing });
  return { ...line, customerId, name, step: stepOf(step, name, words) };
}

const stepOf = (step: 'open' | 'thank' | 'call', name: string, words: Words): LineView['step'] => ({
  do: step,
  word: t(words, step === 'call' ? 'popup.call' : `popup.${step}`),
  label: t(words, `popup.${step}.label`, { name }),
});

/** *None. The last one was on Thursday.* */
export const noAlerts = (lastAt: number | undefined, words: Words, clock: Clock): string =>
  lastAt === undefined
    ? t(words, 'popup.alerts.none')
    : t(words, 'popup.alerts.none.last', { day: onDay(words, lastAt, clock) });
