import { type ContractDraft, goesOn, newPart, PART_KINDS, type PartDraft } from '@/lib/text/contract-draft';
import { t } from '@/lib/text/words';

import { FormChoice, FormField } from './form-field';
import { GrowingList } from './growing-list';
import { useWords } from './page-words';

interface Props {
  readonly draft: ContractDraft;
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (part: Partial<ContractDraft>) => void;
}

/** What a contract earns, in one currency, and what its goods cost. */
export function ContractEarnings({ draft, faults, onChange }: Props) {
  const words = useWords();
  return (
    <fieldset>
      <legend class="pagelabel">{t(words, 'contract.earns')}</legend>
      <GrowingList
        rows={draft.revenue}
        add={{ word: t(words, 'contract.part.add'), row: () => newPart(draft.start) }}
        nameOf={(number) => t(words, 'contract.part', { number })}
        removeOf={(number) => t(words, 'contract.part.remove', { number })}
        onChange={(revenue) => onChange({ revenue })}
      >
        {(part, index, change) => (
          <Earning part={part} faultOf={(field) => faults.get(`revenue.${index}.${field}`)} onChange={change} />
        )}
      </GrowingList>
      <div class="fields">
        <FormField
          label={t(words, 'contract.currency')}
          value={draft.currency}
          fault={faults.get('currency')}
          onValue={(currency) => onChange({ currency })}
        />
        <FormField
          figure
          label={t(words, 'contract.goods')}
          note={t(words, 'contract.goods.note')}
          value={draft.goods}
          fault={faults.get('goods')}
          onValue={(goods) => onChange({ goods })}
        />
      </div>
    </fieldset>
  );
}

interface EarningProps {
  readonly part: PartDraft;
  readonly faultOf: (field: keyof PartDraft) => string | undefined;
  readonly onChange: (part: PartDraft) => void;
}

/** A kind has its own fields: what goes on has a last day, a licence its months, goods their cost. */
function Earning({ part, faultOf, onChange }: EarningProps) {
  const words = useWords();
  const { kind } = part;
  const field = (
    name: Exclude<keyof PartDraft, 'kind'>,
    label: string,
    kindOf: { type?: 'date'; figure?: boolean },
  ) => (
    <FormField
      {...kindOf}
      label={label}
      value={part[name]}
      fault={faultOf(name)}
      onValue={(value) => onChange({ ...part, [name]: value })}
    />
  );
  return (
    <>
      <FormChoice
        label={t(words, 'contract.part.kind')}
        value={kind}
        choices={PART_KINDS.map((one) => ({ value: one, word: t(words, `contract.part.${one}`) }))}
        onValue={(value) => onChange({ ...part, kind: PART_KINDS.find((one) => one === value) ?? kind })}
      />
      {field('amount', t(words, 'contract.part.amount'), { figure: true })}
      {kind === 'resale' && field('cost', t(words, 'contract.part.cost'), { figure: true })}
      {field('from', t(words, goesOn(kind) ? 'contract.part.from' : 'contract.part.at'), { type: 'date' })}
      {goesOn(kind) && field('to', t(words, 'contract.part.to'), { type: 'date' })}
      {kind === 'licence' && field('months', t(words, 'contract.part.months'), { figure: true })}
    </>
  );
}
