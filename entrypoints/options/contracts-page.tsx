import { useState } from 'preact/hooks';

import { AllContracts } from '@/components/all-contracts';
import { CustomerSearch } from '@/components/customer-search';
import { PageHead } from '@/components/page-head';
import { words } from '@/entrypoints/background/language';
import { foundHolders, holderName } from '@/entrypoints/pages/holders';
import { useLive } from '@/entrypoints/pages/use-live';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { contractTitle } from '@/lib/text/contract-view';
import { t } from '@/lib/text/words';

import { ContractsFile } from './contracts-file';
import { type Holder, HolderContracts } from './holder-contracts';
import type { PageProps } from './page-props';

/** Contracts: of somebody who is looked for, all that are on record, and many from a table. */
export function ContractsPage({ at: { db }, settings: { currency } }: PageProps) {
  const [text, setText] = useState('');
  const [holder, choose] = useState<Holder>();
  const found = useLive(() => foundHolders(db, text), [db, text]);
  const known = useLive(() => latestContracts(db), [db]);
  return (
    <>
      <PageHead title={t(words, 'options.nav.contracts')} lead={t(words, 'contracts.lead')} />
      <CustomerSearch
        label={t(words, 'contracts.find')}
        text={text}
        found={text.trim() ? found : undefined}
        onText={setText}
        onChoose={({ customerId, name }) => {
          setText('');
          choose({ id: customerId, name });
        }}
      />
      {holder && <HolderContracts key={holder.id} db={db} holder={holder} currency={currency} />}
      {known && <AllContracts {...known} onShow={choose} />}
      <ContractsFile db={db} currency={currency} />
    </>
  );
}

const SHOWN = 20;

/** Who holds contracts, by their first days, latest first. */
async function latestContracts(db: NoclaimsDatabase) {
  const contracts = await db.contracts.toArray();
  const latest = contracts.toSorted((a, b) => (a.start > b.start ? -1 : 1)).slice(0, SHOWN);
  const names = await Promise.all(latest.map(({ holder }) => holderName(db, holder)));
  return {
    contracts: latest.map((contract, index) => ({
      id: contract.id,
      holder: { id: contract.holder, name: names[index] ?? t(words, 'popup.nameless') },
      when: contractTitle(contract, words),
    })),
    more: contracts.length - latest.length,
  };
}
