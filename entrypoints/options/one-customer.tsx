import { useState } from 'preact/hooks';

import { CustomerSearch } from '@/components/customer-search';
import type { FoundCustomer } from '@/components/found-list';
import { ThisCustomer } from '@/components/this-customer';
import { words } from '@/entrypoints/background/language';
import type { Moment } from '@/entrypoints/background/moment';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { panelOf } from '@/entrypoints/pages/customer-panel';
import { foundCustomers } from '@/entrypoints/pages/find-customers';
import { useLive } from '@/entrypoints/pages/use-live';
import type { Action } from '@/lib/messaging/protocol';
import { t } from '@/lib/text/words';

/** Finds a customer who asks for their rights, with the same buttons as everywhere. */
export function OneCustomer({ at }: { readonly at: Moment }) {
  const [text, setText] = useState('');
  const [customerId, setCustomerId] = useState<string>();
  const [said, say] = useState<string>();
  const found = useLive(() => foundCustomers(at.db, text), [at.db, text]);
  const view = useLive(async () => customerId && panelOf(at, { customerId }), [at, customerId]);
  const choose = (customer: FoundCustomer): void => {
    setText('');
    say(undefined);
    setCustomerId(customer.customerId);
  };
  const act = async (action: Action): Promise<void> => {
    if (!customerId) return;
    const outcome = await askWorker('act', { customerId, click: crypto.randomUUID(), action });
    say(outcome.ok ? outcome.answer.said : outcome.why);
  };
  return (
    <section class="panel">
      <h2>{t(words, 'privacy.customer')}</h2>
      <p>{t(words, 'privacy.customer.lead')}</p>
      <CustomerSearch
        label={t(words, 'popup.find')}
        text={text}
        found={text.trim() ? found : undefined}
        onText={setText}
        onChoose={choose}
      />
      {view ? (
        <ThisCustomer view={view} label={t(words, 'privacy.chosen')} done={said} onAct={act} />
      ) : (
        <p class="done" role="status">
          {said}
        </p>
      )}
    </section>
  );
}
