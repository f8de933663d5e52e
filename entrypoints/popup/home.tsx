import { Switch } from '@/components/switch';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { t } from '@/lib/text/words';

import { AlertBlock, KindWordBlock, TalkBlock } from './blocks';
import { CustomerOnRecord } from './customer-on-record';
import type { InsideProps } from './view-props';

/** This page, other alerts, kind words. */
export function Home(props: InsideProps) {
  const { here, hidden } = props;
  const shown = here.kind === 'ticket' ? here.customerId : undefined;
  return (
    <main>
      <OnThisPage {...props} />
      <AlertBlock {...props} shown={shown} />
      <TalkBlock {...props} />
      <KindWordBlock {...props} />
      <section class="blk">
        <Switch
          on={hidden}
          word={t(words, 'popup.hide')}
          note={t(words, 'popup.hide.note')}
          onChange={(on) => askWorker('hide', { on })}
        />
      </section>
    </main>
  );
}

function OnThisPage(props: InsideProps) {
  const { here, route } = props;
  if (here.kind === 'ticket' && here.customerId !== undefined) {
    const { customerId, source, ticketId } = here;
    const whose = { customerId, contactId: `${source.id}/${ticketId}/open` };
    return <CustomerOnRecord key={customerId} whose={whose} label={t(words, 'popup.here')} {...props} />;
  }
  const said =
    here.kind === 'ticket' ? 'popup.unknown' : here.kind === 'elsewhere' ? 'popup.elsewhere' : 'popup.no-helpdesk';
  return (
    <section class="blk">
      <h1 class="pagelabel">{t(words, 'popup.here')}</h1>
      <p class="small dim" role="status">
        {route.said ?? t(words, said)}
      </p>
    </section>
  );
}
