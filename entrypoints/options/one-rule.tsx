import { useState } from 'preact/hooks';

import { RuleForm, type RuleRefusal } from '@/components/rule-form';
import { words } from '@/entrypoints/background/language';
import type { Moment } from '@/entrypoints/background/moment';
import { useLive } from '@/entrypoints/pages/use-live';
import { type KeptRule, type RuleDraft, type RuleFrame, ruleOf } from '@/lib/text/rule-draft';
import { t } from '@/lib/text/words';

import { speaksOf } from './rule-speaks';

/** A rule that is being written. */
export interface OpenedRule {
  readonly frame: RuleFrame;
  readonly draft: RuleDraft;
  readonly title: string;
}

interface Props {
  readonly at: Moment;
  readonly opened: OpenedRule;
  /** Answers what is wrong with it, in words. */
  readonly onSave: (rule: KeptRule) => Promise<string | undefined>;
  readonly onLeave: () => void;
}

/** The form of one rule. The tickets that it speaks of are looked up while it is written. */
export function OneRule({ at, opened: { frame, draft: initial, title }, onSave, onLeave }: Props) {
  const [draft, change] = useState(initial);
  const read = ruleOf(draft, frame, words);
  const preview = useLive(
    async () => (read.ok ? speaksOf(at, read.rule) : { said: t(words, 'rule.preview.wait'), rows: [] }),
    [at, JSON.stringify(draft)],
  );
  const saveRule = async (): Promise<RuleRefusal | undefined> => {
    if (read.ok) return onSave(read.rule);
    return read.faults.size > 0 ? read.faults : t(words, 'rule.wrong.nothing');
  };
  return (
    <RuleForm
      title={title}
      draft={draft}
      preview={preview ?? { said: '', rows: [] }}
      onChange={change}
      onSave={saveRule}
      onLeave={onLeave}
    />
  );
}
