import { useEffect, useRef } from 'preact/hooks';

import { PageIcon } from '@/components/page-icon';
import { words } from '@/entrypoints/background/language';
import { useLive } from '@/entrypoints/pages/use-live';
import { t } from '@/lib/text/words';

import { CustomerOnRecord } from './customer-on-record';
import { FindView } from './find-view';
import { Home } from './home';
import { LogView } from './log-view';
import { RecognisedDesk } from './recognised-desk';
import { ElsewhereState, EmptyState, UnreadState } from './states';
import type { InsideProps } from './view-props';

/** The middle: one customer, a call to log, or what the tab in front shows. */
export function Inside(props: InsideProps) {
  const { at, route } = props;
  const { place, go } = route;
  const main = useRef<HTMLElement>(null);
  useEffect(() => focusIn(main.current), [place]);
  if (place.kind === 'home') return <AtHome {...props} />;
  return (
    <main ref={main} tabIndex={-1}>
      <button type="button" class="act back" onClick={() => go({ kind: 'home' })}>
        <PageIcon name="chevron" />
        {t(words, 'popup.back')}
      </button>
      {place.kind === 'find' && <FindView db={at.db} go={go} />}
      {place.kind === 'log' && <LogView at={at} who={place.who} call={props.call} route={route} />}
      {place.kind === 'customer' && (
        <CustomerOnRecord key={place.customerId} whose={place} label={t(words, 'popup.found')} {...props} />
      )}
    </main>
  );
}

/** Whoever came by keyboard goes on from the new view: in its first field, else at its beginning. */
function focusIn(view: HTMLElement | null): void {
  const field = view?.querySelector<HTMLElement>('form input, form select, [role=combobox]');
  (field ?? view)?.focus();
}

/** By what the tab in front shows. */
function AtHome(props: InsideProps) {
  const { at, here, route } = props;
  const anybody = useLive(async () => (await at.db.customers.limit(1).count()) > 0, [at.db]);
  if (anybody === undefined) return <main />;
  if (here.kind === 'recognised') return <RecognisedDesk {...here} say={route.say} said={route.said} />;
  if (here.kind === 'unreadable') return <UnreadState at={at} here={here} />;
  if (here.kind === 'no-helpdesk' && !here.watching) return <ElsewhereState />;
  return anybody ? <Home {...props} /> : <EmptyState said={route.said} />;
}
