import { ThisCustomer } from '@/components/this-customer';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { panelOf, type Whose } from '@/entrypoints/pages/customer-panel';
import { useLive } from '@/entrypoints/pages/use-live';
import type { Action } from '@/lib/messaging/protocol';
import { t } from '@/lib/text/words';

import type { InsideProps } from './view-props';
import { startCall } from './timer';

interface Props extends Pick<InsideProps, 'at' | 'call' | 'route'> {
  readonly whose: Whose;
  readonly label: string;
}

/** A customer as the record has them now; what was done is said in place. */
export function CustomerOnRecord({ at, call, route, whose, label }: Props) {
  const { customerId } = whose;
  const view = useLive(async () => (await panelOf(at, whose)) ?? null, [at, customerId, whose.contactId]);
  if (view === undefined) return null;
  if (view === null) {
    return (
      <section class="blk">
        <p class="small" role="status">
          {route.said ?? t(words, 'popup.unknown')}
        </p>
      </section>
    );
  }
  const act = async (action: Action): Promise<void> => {
    const outcome = await askWorker('act', { customerId, click: crypto.randomUUID(), action });
    route.say(outcome.ok ? outcome.answer.said : outcome.why);
  };
  const onCall =
    call || !view.actions.logCall ? undefined : (): void => void startCall({ customerId, name: view.name });
  return <ThisCustomer view={view} label={label} done={route.said} onAct={act} onCall={onCall} />;
}
