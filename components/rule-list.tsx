import { useState } from 'preact/hooks';

import { t } from '@/lib/text/words';

import { useWords } from './page-words';
import { RulePreview, type SpeaksView } from './rule-preview';
import { SureButton } from './sure-button';
import { Switch } from './switch';

export interface RuleView {
  readonly id: string;
  readonly on: boolean;
  /** *“crash” in the subject: Unknown crash* */
  readonly name: string;
  readonly preview: SpeaksView;
}

interface Props {
  readonly rules: readonly RuleView[];
  /** Answers what is wrong with it, in words. */
  readonly onSwitch: (id: string, on: boolean) => Promise<string | undefined>;
  readonly onChange: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

/** The rules of a helpdesk, each with a switch and with what it would have proposed. */
export function RuleList({ rules, onSwitch, onChange, onRemove }: Props) {
  const words = useWords();
  const [wrong, setWrong] = useState<string>();
  return (
    <>
      {rules.map((rule) => (
        <fieldset class="limit rule" key={rule.id} data-off={!rule.on}>
          <legend class="heard">{rule.name}</legend>
          <div class="limit-head">
            <Switch on={rule.on} word={rule.name} onChange={async (on) => setWrong(await onSwitch(rule.id, on))} />
            <span class="tools">
              <button
                type="button"
                class="act"
                aria-label={t(words, 'rules.change.label', { rule: rule.name })}
                onClick={() => onChange(rule.id)}
              >
                {t(words, 'rules.change')}
              </button>
              <SureButton
                word={t(words, 'rules.remove')}
                label={t(words, 'rules.remove.label', { rule: rule.name })}
                asks={t(words, 'rules.remove.sure')}
                yes={t(words, 'rules.remove.do')}
                no={t(words, 'rules.keep')}
                onSure={() => onRemove(rule.id)}
              />
            </span>
          </div>
          <RulePreview view={rule.preview} />
        </fieldset>
      ))}
      <p class="wrong" role="alert">
        {wrong}
      </p>
    </>
  );
}
