import { useState } from 'preact/hooks';

import { CustomerSearch } from '@/components/customer-search';
import type { FoundCustomer } from '@/components/found-list';
import { words } from '@/entrypoints/background/language';
import { foundCustomers } from '@/entrypoints/pages/find-customers';
import { useLive } from '@/entrypoints/pages/use-live';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { t } from '@/lib/text/words';

import type { Place } from './place';

interface FindProps {
  readonly db: NoclaimsDatabase;
  readonly up?: boolean;
  readonly onChoose: (customer: FoundCustomer) => void;
}

/** The field and what is found for it. */
export function Find({ db, up, onChoose }: FindProps) {
  const [text, setText] = useState('');
  const found = useLive(() => foundCustomers(db, text), [db, text]);
  const choose = (customer: FoundCustomer): void => {
    setText('');
    onChoose(customer);
  };
  return (
    <CustomerSearch
      label={t(words, 'popup.find')}
      text={text}
      found={text.trim() ? found : undefined}
      {...(up && { up })}
      onText={setText}
      onChoose={choose}
    />
  );
}

/** Finding while a call has the foot. */
export function FindView({ db, go }: { readonly db: NoclaimsDatabase; readonly go: (place: Place) => void }) {
  return (
    <section class="blk">
      <Find db={db} onChoose={({ customerId }) => go({ kind: 'customer', customerId })} />
    </section>
  );
}
