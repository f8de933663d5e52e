import { useState } from 'preact/hooks';

import { words } from '@/entrypoints/background/language';
import type { KeptRule } from '@/lib/text/rule-draft';
import { t } from '@/lib/text/words';

import { save } from './saving';

/** What can be done to the rules, all of which are one setting; and what was done last, as a sentence. */
export function useRules(rules: readonly KeptRule[]) {
  const [said, say] = useState<string>();
  return {
    said,
    say,
    /** Adds a rule, or changes it; answers what is wrong with it. */
    async keep(rule: KeptRule): Promise<string | undefined> {
      const known = rules.some(({ id }) => id === rule.id);
      const next = known ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule];
      const why = await save('proposalRules', next);
      if (why === undefined) say(t(words, rule.on ? 'rules.saved.on' : 'rules.saved'));
      return why;
    },
    switchOver(id: string, on: boolean): Promise<string | undefined> {
      say(undefined);
      return save(
        'proposalRules',
        rules.map((rule) => (rule.id === id ? { ...rule, on } : rule)),
      );
    },
    async remove(id: string): Promise<void> {
      const why = await save(
        'proposalRules',
        rules.filter((rule) => rule.id !== id),
      );
      say(why ?? t(words, 'rules.removed'));
    },
  };
}
