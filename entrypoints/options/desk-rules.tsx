import { useState } from 'preact/hooks';

import { RuleList } from '@/components/rule-list';
import { words } from '@/entrypoints/background/language';
import type { Moment } from '@/entrypoints/background/moment';
import { useFocusAfter } from '@/entrypoints/pages/use-focus-after';
import { useLive } from '@/entrypoints/pages/use-live';
import { type KeptRule, NEW_RULE, ruleDraftOf, ruleName } from '@/lib/text/rule-draft';
import { t } from '@/lib/text/words';

import { OneRule, type OpenedRule } from './one-rule';
import { speaksOf } from './rule-speaks';
import { useRules } from './use-rules';

interface Props {
  readonly at: Moment;
  readonly desk: { readonly id: string; readonly name: string };
  /** Of all helpdesks. */
  readonly rules: readonly KeptRule[];
}

/** The rules of one helpdesk. */
export function DeskRules({ at, desk, rules }: Props) {
  const [open, setOpen] = useState<OpenedRule>();
  const { said, say, keep, switchOver, remove } = useRules(rules);
  const status = useFocusAfter<HTMLParagraphElement>(said);
  const own = rules.filter(({ sourceId }) => sourceId === desk.id);
  const begin = (rule?: KeptRule): void => {
    say(undefined);
    setOpen(rule ? changing(rule, desk.name) : beginning(desk));
  };
  const leave = (): void => {
    setOpen(undefined);
    say(t(words, 'rules.left'));
  };
  const saveRule = async (rule: KeptRule): Promise<string | undefined> => {
    const why = await keep(rule);
    if (why === undefined) setOpen(undefined);
    return why;
  };
  return (
    <section class="desk-rules" aria-label={desk.name}>
      <h2>{desk.name}</h2>
      <p class="done" role="status" tabIndex={-1} ref={status}>
        {said}
      </p>
      {own.length === 0 && !open && <p class="dim">{t(words, 'rules.none')}</p>}
      <RuleList
        rules={useRuleViews(at, own).filter(({ id }) => id !== open?.frame.id)}
        onSwitch={switchOver}
        onChange={(id) => begin(own.find((one) => one.id === id))}
        onRemove={remove}
      />
      {open ? (
        <OneRule key={open.frame.id} at={at} opened={open} onSave={saveRule} onLeave={leave} />
      ) : (
        <div class="tools">
          <button
            type="button"
            class="btn"
            aria-label={t(words, 'rules.add.label', { helpdesk: desk.name })}
            onClick={() => begin()}
          >
            {t(words, 'rules.add')}
          </button>
        </div>
      )}
    </section>
  );
}

const changing = (rule: KeptRule, helpdesk: string): OpenedRule => ({
  frame: { id: rule.id, sourceId: rule.sourceId, on: rule.on },
  draft: ruleDraftOf(rule),
  title: t(words, 'rule.changing', { helpdesk }),
});

/** Off, until somebody has seen what it would propose. */
const beginning = ({ id, name }: Props['desk']): OpenedRule => ({
  frame: { id: crypto.randomUUID(), sourceId: id, on: false },
  draft: NEW_RULE,
  title: t(words, 'rule.new', { helpdesk: name }),
});

function useRuleViews(at: Moment, rules: readonly KeptRule[]) {
  const previews = useLive(
    async () => new Map(await Promise.all(rules.map(async (rule) => [rule.id, await speaksOf(at, rule)] as const))),
    [at, JSON.stringify(rules)],
  );
  return rules.map((rule) => ({
    id: rule.id,
    on: rule.on,
    name: ruleName(rule, words),
    preview: previews?.get(rule.id) ?? { said: '', rows: [] },
  }));
}
