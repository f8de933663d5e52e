import { useEffect, useRef, useState } from 'preact/hooks';

import type { OutageDraft, OutageField } from '@/lib/text/outage-draft';
import { t } from '@/lib/text/words';

import { FormChoice, FormField } from './form-field';
import { useWords } from './page-words';

/** What is wrong, by field; or one sentence about the whole. */
export type OutageRefusal = ReadonlyMap<OutageField, string> | string;

interface Props {
  readonly title: string;
  readonly draft: OutageDraft;
  readonly desks: readonly { readonly id: string; readonly name: string }[];
  /** What it takes out as it stands. */
  readonly preview: string;
  readonly onChange: (draft: OutageDraft) => void;
  /** Answers what is wrong with it. */
  readonly onDeclare: () => Promise<OutageRefusal | undefined>;
  readonly onLeave: () => void;
}

/** When we were down, and where. What it takes out is said while one writes, before anything is declared. */
export function OutageForm({ title, draft, desks, preview, onChange, onDeclare, onLeave }: Props) {
  const words = useWords();
  const [refusal, refuse] = useState<OutageRefusal>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [refusal]);
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    refuse(await onDeclare());
  };
  return (
    <form class="form" ref={form} aria-label={title} onSubmit={submit} noValidate>
      <h2>{title}</h2>
      <OutageFields
        draft={draft}
        desks={desks}
        faults={typeof refusal === 'object' ? refusal : new Map()}
        onChange={onChange}
      />
      <section class="tellbox" aria-label={t(words, 'outage.preview')}>
        <p class="pagelabel">{t(words, 'outage.preview')}</p>
        <p role="status">{preview}</p>
      </section>
      <p class="wrong" role="alert">
        {typeof refusal === 'string' ? refusal : refusal && t(words, 'outage.wrong', { count: refusal.size })}
      </p>
      <div class="tools">
        <button class="btn full">{t(words, 'outage.submit')}</button>
        <button type="button" class="btn" onClick={onLeave}>
          {t(words, 'outage.leave')}
        </button>
      </div>
    </form>
  );
}

interface FieldsProps extends Pick<Props, 'draft' | 'desks' | 'onChange'> {
  readonly faults: ReadonlyMap<OutageField, string>;
}

function OutageFields({ draft, desks, faults, onChange }: FieldsProps) {
  const words = useWords();
  const of = (field: OutageField) => ({
    value: draft[field],
    fault: faults.get(field),
    onValue: (value: string) => onChange({ ...draft, [field]: value }),
  });
  return (
    <div class="fields">
      <FormField wide label={t(words, 'outage.name')} note={t(words, 'outage.name.note')} {...of('name')} />
      <FormField type="datetime-local" label={t(words, 'outage.from')} {...of('from')} />
      <FormField type="datetime-local" label={t(words, 'outage.to')} note={t(words, 'outage.to.note')} {...of('to')} />
      <FormChoice
        label={t(words, 'outage.desk')}
        choices={[
          { value: '', word: t(words, 'outage.desk.all') },
          ...desks.map(({ id, name }) => ({ value: id, word: name })),
        ]}
        {...of('sourceId')}
      />
      <FormField label={t(words, 'outage.queues')} note={t(words, 'outage.several')} {...of('queues')} />
      <FormField label={t(words, 'outage.tags')} note={t(words, 'outage.several')} {...of('tags')} />
    </div>
  );
}
