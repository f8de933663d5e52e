import { newStretch, type StretchDraft } from '@/lib/text/contract-draft';
import { t } from '@/lib/text/words';

import { FormField } from './form-field';
import { GrowingList } from './growing-list';
import { useWords } from './page-words';

interface Props {
  readonly pauses: readonly StretchDraft[];
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (pauses: readonly StretchDraft[]) => void;
}

/** When a contract was suspended. */
export function ContractPauses({ pauses, faults, onChange }: Props) {
  const words = useWords();
  return (
    <fieldset>
      <legend class="pagelabel">{t(words, 'contract.pauses')}</legend>
      <GrowingList
        rows={pauses}
        add={{ word: t(words, 'contract.pause.add'), row: newStretch }}
        nameOf={(number) => t(words, 'contract.pause', { number })}
        removeOf={(number) => t(words, 'contract.pause.remove', { number })}
        onChange={onChange}
      >
        {(pause, index, change) => (
          <>
            <FormField
              type="date"
              label={t(words, 'contract.pause.from')}
              value={pause.from}
              fault={faults.get(`pauses.${index}.from`)}
              onValue={(from) => change({ ...pause, from })}
            />
            <FormField
              type="date"
              label={t(words, 'contract.pause.to')}
              value={pause.to}
              fault={faults.get(`pauses.${index}.to`)}
              onValue={(to) => change({ ...pause, to })}
            />
          </>
        )}
      </GrowingList>
      <p class="cap">{t(words, 'contract.pauses.note')}</p>
    </fieldset>
  );
}
