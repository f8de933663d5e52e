import type { Settings } from '@/lib/settings/schema';

import { count, date, list, type Clock } from './formats';
import { severalIn } from './outage-draft';
import { numberOf } from './pages-numbers';
import { t, type Words } from './words';

/** A rule as the settings keep it. */
export type KeptRule = Settings['proposalRules'][number];

export const RULE_STATUSES = ['new', 'open', 'waiting', 'solved', 'closed'] as const;
export const RULE_CAUSES = [
  'unknown_crash',
  'product_fault',
  'user_error',
  'third_party',
  'request',
  'helpful_report',
] as const satisfies readonly KeptRule['cause'][];

/** A proposal rule as somebody writes it: all text. What is left empty is not asked. */
export interface RuleDraft {
  /** Divided by commas. */
  readonly words: string;
  readonly queue: string;
  readonly tag: string;
  readonly name: string;
  readonly value: string;
  readonly status: string;
  readonly age: string;
  readonly cause: KeptRule['cause'];
}

export type RuleField = keyof RuleDraft;

export const NEW_RULE: RuleDraft = {
  words: '',
  queue: '',
  tag: '',
  name: '',
  value: '',
  status: '',
  age: '',
  cause: 'unknown_crash',
};

export const ruleDraftOf = ({ words, queue, tag, field, status, olderThanDays, cause }: KeptRule): RuleDraft => ({
  words: words?.join(', ') ?? '',
  queue: queue ?? '',
  tag: tag ?? '',
  name: field?.name ?? '',
  value: field?.value ?? '',
  status: status ?? '',
  age: olderThanDays === undefined ? '' : String(olderThanDays),
  cause,
});

/** What a rule is besides what it asks. */
export type RuleFrame = Pick<KeptRule, 'id' | 'sourceId' | 'on'>;

/** Faults by field; none of any field where the whole asks for nothing. */
export type RuleChecked =
  | { readonly ok: true; readonly rule: KeptRule }
  | { readonly ok: false; readonly faults: ReadonlyMap<RuleField, string> };

/** The rule that a draft stands for, or what is wrong with it. */
export function ruleOf(draft: RuleDraft, frame: RuleFrame, words: Words): RuleChecked {
  const faults = new Map<RuleField, string>();
  const name = draft.name.trim();
  const value = draft.value.trim();
  if (name !== '' && value === '') faults.set('value', t(words, 'rule.wrong.value'));
  if (name === '' && value !== '') faults.set('name', t(words, 'rule.wrong.value'));
  const days = draft.age.trim() === '' ? undefined : numberOf(draft.age);
  if (days !== undefined && !(days > 0 && days <= 3650)) faults.set('age', t(words, 'rule.wrong.age'));
  const status = RULE_STATUSES.find((one) => one === draft.status);
  const asked = severalIn(draft.words);
  const rule: KeptRule = {
    ...frame,
    ...(asked.length > 0 && { words: asked }),
    ...(draft.queue.trim() && { queue: draft.queue.trim() }),
    ...(draft.tag.trim() && { tag: draft.tag.trim() }),
    ...(name && value && { field: { name, value } }),
    ...(status && { status }),
    ...(days !== undefined && { olderThanDays: days }),
    cause: draft.cause,
  };
  return faults.size === 0 && asksOf(rule, words).length > 0 ? { ok: true, rule } : { ok: false, faults };
}

/** *“crash” or “freeze” in the subject, queue Support: Unknown crash* */
export const ruleName = (rule: KeptRule, words: Words): string =>
  t(words, 'rule.name', { what: list(words, asksOf(rule, words)), cause: t(words, `cause.${rule.cause}`) });

function asksOf({ words: asked, queue, tag, field, status, olderThanDays }: KeptRule, words: Words): string[] {
  const known = RULE_STATUSES.find((one) => one === status);
  return [
    ...(asked ? [t(words, 'rule.words', { words: anyOf(asked, words) })] : []),
    ...(queue ? [t(words, 'rule.queue', { queue })] : []),
    ...(tag ? [t(words, 'rule.tag', { tag })] : []),
    ...(field ? [t(words, 'rule.field', field)] : []),
    ...(known ? [t(words, 'rule.status', { status: t(words, `rule.status.${known}`).toLowerCase() })] : []),
    ...(olderThanDays === undefined ? [] : [t(words, 'rule.age', { count: olderThanDays })]),
  ];
}

const anyOf = (asked: readonly string[], { locale }: Words): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(asked.map((word) => `“${word}”`));

/** Of which tickets a rule speaks. */
export interface RuleSpeaks {
  /** For so many it would propose its cause. */
  readonly tickets: number;
  readonly looked: number;
  /** It speaks of so many more, of which a person has said the cause. */
  readonly said: number;
  readonly examples: readonly {
    readonly subject?: string | null;
    readonly name: string;
    readonly at: number;
  }[];
}

/** *For 12 of the 340 tickets on record.*, and some of them. */
export function speaksSaid(
  { tickets, looked, said, examples }: RuleSpeaks,
  words: Words,
  clock: Clock,
): { readonly said: string; readonly rows: readonly string[] } {
  const some =
    tickets === 0
      ? t(words, 'rule.preview.none', { count: looked })
      : t(words, 'rule.preview.some', { tickets: count(words, tickets), count: looked });
  return {
    said: said === 0 ? some : `${some} ${t(words, 'rule.preview.said', { count: said })}`,
    rows: examples.map(({ subject, name, at }) =>
      t(words, 'rule.preview.row', {
        subject: subject ? `“${subject}”` : t(words, 'rule.preview.no-subject'),
        name,
        day: date(words, at, clock),
      }),
    ),
  };
}
