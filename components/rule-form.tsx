import { useEffect, useRef, useState } from 'preact/hooks';

import { RULE_CAUSES, RULE_STATUSES, type RuleDraft, type RuleField } from '@/lib/text/rule-draft';
import { t } from '@/lib/text/words';

import { FormChoice, FormField } from './form-field';
import { useWords } from './page-words';
import { RulePreview, type SpeaksView } from './rule-preview';

/** What is wrong, by field; or one sentence about the whole. */
export type RuleRefusal = ReadonlyMap<RuleField, string> | string;

interface Props {
  readonly title: string;
  readonly draft: RuleDraft;
  readonly preview: SpeaksView;
  readonly onChange: (draft: RuleDraft) => void;
  /** Answers what is wrong with it. */
  readonly onSave: () => Promise<RuleRefusal | undefined>;
  readonly onLeave: () => void;
}

/** By what a ticket is known, and which cause that proposes. The tickets it speaks of are shown while one writes. */
export function RuleForm({ title, draft, preview, onChange, onSave, onLeave }: Props) {
  const words = useWords();
  const [refusal, refuse] = useState<RuleRefusal>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [refusal]);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    refuse(await onSave());
  };
  return (
    <form class="form" ref={form} aria-label={title} onSubmit={submit} noValidate>
      <h3>{title}</h3>
      <RuleFields draft={draft} faults={typeof refusal === 'object' ? refusal : new Map()} onChange={onChange} />
      <RulePreview view={preview} />
      <p class="wrong" role="alert">
        {typeof refusal === 'string' ? refusal : refusal && t(words, 'rule.wrong', { count: refusal.size })}
      </p>
      <div class="tools">
        <button class="btn full">{t(words, 'rule.save')}</button>
        <button type="button" class="btn" onClick={onLeave}>
          {t(words, 'rule.leave')}
        </button>
      </div>
    </form>
  );
}

interface FieldsProps extends Pick<Props, 'draft' | 'onChange'> {
  readonly faults: ReadonlyMap<RuleField, string>;
}

function RuleFields({ draft, faults, onChange }: FieldsProps) {
  const words = useWords();
  const of = (field: RuleField) => ({
    value: draft[field],
    fault: faults.get(field),
    onValue: (value: string) => onChange({ ...draft, [field]: value }),
  });
  return (
    <>
      <fieldset>
        <legend class="pagelabel">{t(words, 'rule.asks')}</legend>
        <div class="fields">
          <FormField
            wide
            label={t(words, 'rule.field.words')}
            note={t(words, 'rule.field.words.note')}
            {...of('words')}
          />
          <FormField label={t(words, 'rule.field.queue')} {...of('queue')} />
          <FormField label={t(words, 'rule.field.tag')} {...of('tag')} />
          <FormChoice
            label={t(words, 'rule.field.status')}
            choices={[
              { value: '', word: t(words, 'rule.field.status.any') },
              ...RULE_STATUSES.map((status) => ({ value: status, word: t(words, `rule.status.${status}`) })),
            ]}
            {...of('status')}
          />
          <FormField label={t(words, 'rule.field.name')} {...of('name')} />
          <FormField label={t(words, 'rule.field.value')} {...of('value')} />
          <FormField figure label={t(words, 'rule.field.age')} {...of('age')} />
        </div>
      </fieldset>
      <fieldset>
        <legend class="heard">{t(words, 'rule.proposes')}</legend>
        <div class="fields">
          <FormChoice
            label={t(words, 'rule.proposes')}
            choices={RULE_CAUSES.map((cause) => ({ value: cause, word: t(words, `cause.${cause}`) }))}
            {...of('cause')}
          />
        </div>
      </fieldset>
    </>
  );
}
