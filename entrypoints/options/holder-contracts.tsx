import { useState } from 'preact/hooks';

import { ContractForm, type Refusal } from '@/components/contract-form';
import { ContractList } from '@/components/contract-list';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { ladderNames, ladderNamed } from '@/entrypoints/pages/ladders';
import { useLive } from '@/entrypoints/pages/use-live';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { contractOf } from '@/lib/text/contract-check';
import { type ContractDraft, draftOf, newContract } from '@/lib/text/contract-draft';
import { contractView } from '@/lib/text/contract-view';
import { plainDay } from '@/lib/text/formats';
import { t } from '@/lib/text/words';

import { keepContracts } from './saving-contracts';

/** Whose contracts are looked at. */
export interface Holder {
  /** Customer id, or `org:<organisation id>`. */
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly db: NoclaimsDatabase;
  readonly holder: Holder;
  /** Of a new contract. */
  readonly currency: string;
}

/** The contracts of one customer or organisation: to see, add, change and remove. */
export function HolderContracts({ db, holder, currency }: Props) {
  const [draft, open] = useState<ContractDraft>();
  const [said, say] = useState<string>();
  const contracts = useLive(() => db.contracts.where({ holder: holder.id }).sortBy('start'), [db, holder.id]);
  if (!contracts) return null;
  const begin = (next: ContractDraft): void => {
    say(undefined);
    open(next);
  };
  const saveDraft = async (written: ContractDraft): Promise<Refusal | undefined> => {
    const ids = ladderNames().map(({ id }) => id);
    const checked = contractOf(written, ids, words);
    if (!checked.ok) return checked.faults;
    const kept = await keepContracts([checked.contract]);
    if ('why' in kept) return kept.why;
    open(undefined);
    say(t(words, 'contracts.saved'));
    return undefined;
  };
  const remove = async (id: string): Promise<void> => {
    const outcome = await askWorker('contract-remove', { id });
    say(outcome.ok ? t(words, 'contracts.removed') : outcome.why);
  };
  const changing = draft && contracts.find(({ id }) => id === draft.id);
  return (
    <ContractList
      name={holder.name}
      contracts={contracts
        .filter(({ id }) => id !== draft?.id)
        .map((contract) => contractView(contract, { words, ladderName: ladderNamed }))}
      said={said}
      onAdd={() => begin(newContract({ id: crypto.randomUUID(), holder: holder.id, currency }))}
      onChange={(id) => {
        const contract = contracts.find((one) => one.id === id);
        if (contract) begin(draftOf(contract));
      }}
      onRemove={remove}
    >
      {draft && (
        <ContractForm
          key={draft.id}
          title={
            changing
              ? t(words, 'contract.changing', { start: plainDay(words, changing.start) })
              : t(words, 'contract.new')
          }
          initial={draft}
          ladders={ladderNames()}
          zones={Intl.supportedValuesOf('timeZone')}
          onSave={saveDraft}
          onLeave={() => open(undefined)}
        />
      )}
    </ContractList>
  );
}
