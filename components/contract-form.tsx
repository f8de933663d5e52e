import { useEffect, useRef, useState } from 'preact/hooks';

import type { ContractDraft } from '@/lib/text/contract-draft';
import { t } from '@/lib/text/words';

import { ContractEarnings } from './contract-earnings';
import { ContractPauses } from './contract-pauses';
import { FormChoice, FormField } from './form-field';
import { useWords } from './page-words';

/** What is wrong, by field; or one sentence about the whole. */
export type Refusal = ReadonlyMap<string, string> | string;

interface Props {
  readonly title: string;
  /** What stands in the form at first. */
  readonly initial: ContractDraft;
  readonly ladders: readonly { readonly id: string; readonly name: string }[];
  /** IANA names that can be chosen. */
  readonly zones: readonly string[];
  /** Saves what was written; answers what is wrong with it. */
  readonly onSave: (draft: ContractDraft) => Promise<Refusal | undefined>;
  readonly onLeave: () => void;
}

/** A whole contract, saved as a whole. After a refusal the first field that needs another look has the focus. */
export function ContractForm({ title, initial, ladders, zones, onSave, onLeave }: Props) {
  const words = useWords();
  const [draft, setDraft] = useState(initial);
  const [refusal, refuse] = useState<Refusal>();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input')?.focus(), []);
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [refusal]);
  const change = (part: Partial<ContractDraft>): void => setDraft({ ...draft, ...part });
  const faults: ReadonlyMap<string, string> = typeof refusal === 'object' ? refusal : new Map();
  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    refuse(await onSave(draft));
  };
  return (
    <form class="form" ref={form} aria-label={title} onSubmit={submit} noValidate>
      <h3>{title}</h3>
      <TimeFields draft={draft} faults={faults} zones={zones} onChange={change} />
      <ContractPauses pauses={draft.pauses} faults={faults} onChange={(pauses) => change({ pauses })} />
      <ContractEarnings draft={draft} faults={faults} onChange={change} />
      <RestFields draft={draft} faults={faults} ladders={ladders} onChange={change} />
      <p class="wrong" role="alert">
        {typeof refusal === 'string' ? refusal : refusal && t(words, 'contract.wrong', { count: refusal.size })}
      </p>
      <div class="tools">
        <button class="btn full">{t(words, 'contract.save')}</button>
        <button type="button" class="btn" onClick={onLeave}>
          {t(words, 'contract.leave')}
        </button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: ContractDraft;
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (part: Partial<ContractDraft>) => void;
}

function TimeFields({ draft, faults, zones, onChange }: FieldsProps & Pick<Props, 'zones'>) {
  const words = useWords();
  const known = draft.zone === '' || zones.includes(draft.zone) ? zones : [draft.zone, ...zones];
  return (
    <fieldset>
      <legend class="pagelabel">{t(words, 'contract.time')}</legend>
      <div class="fields">
        <FormField
          type="date"
          label={t(words, 'contract.start')}
          value={draft.start}
          fault={faults.get('start')}
          onValue={(start) => onChange({ start })}
        />
        <FormField
          type="date"
          label={t(words, 'contract.end')}
          note={t(words, 'contract.end.note')}
          value={draft.end}
          fault={faults.get('end')}
          onValue={(end) => onChange({ end })}
        />
        <FormChoice
          label={t(words, 'contract.zone')}
          value={draft.zone}
          fault={faults.get('zone')}
          choices={[
            { value: '', word: t(words, 'contract.zone.ours') },
            ...known.map((zone) => ({ value: zone, word: zone.replaceAll('_', ' ') })),
          ]}
          onValue={(zone) => onChange({ zone })}
        />
      </div>
    </fieldset>
  );
}

function RestFields({ draft, faults, ladders, onChange }: FieldsProps & Pick<Props, 'ladders'>) {
  const words = useWords();
  return (
    <fieldset>
      <legend class="pagelabel">{t(words, 'contract.rest')}</legend>
      <div class="fields">
        <FormChoice
          label={t(words, 'contract.ladder')}
          value={draft.ladderId}
          fault={faults.get('ladderId')}
          choices={[
            { value: '', word: t(words, 'contract.ladder.ours') },
            ...ladders.map(({ id, name }) => ({ value: id, word: name })),
          ]}
          onValue={(ladderId) => onChange({ ladderId })}
        />
        <FormField
          figure
          label={t(words, 'contract.years')}
          note={t(words, 'contract.years.note')}
          value={draft.priorYears}
          fault={faults.get('priorYears')}
          onValue={(priorYears) => onChange({ priorYears })}
        />
        <FormField
          figure
          label={t(words, 'contract.seats')}
          value={draft.seats}
          fault={faults.get('seats')}
          onValue={(seats) => onChange({ seats })}
        />
      </div>
    </fieldset>
  );
}
