import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

import { OPTION_PAGES, type OptionPage, OptionsNav } from '@/components/options-nav';
import { PlainState } from '@/components/plain-state';
import { words } from '@/entrypoints/background/language';
import { type Consented, useConsent } from '@/entrypoints/pages/consented';
import { useLive } from '@/entrypoints/pages/use-live';
import { useMoment } from '@/entrypoints/pages/use-moment';
import { useStored } from '@/entrypoints/pages/use-stored';
import { settingsOf } from '@/lib/store/ask';
import { age } from '@/lib/text/formats';
import { t } from '@/lib/text/words';

import { LAST_EXPORT } from './exporting';
import { PAGES } from './option-pages';

const MINUTE = 60_000;

/** Without consent there is nothing to set. */
export function Options() {
  const consent = useConsent();
  if (consent) return <Consenting consent={consent} />;
  return (
    <main>
      {consent === null && (
        <PlainState icon="paused" title={t(words, 'welcome.later.title')} text={t(words, 'privacy.consent.none')}>
          <a class="btn" href={browser.runtime.getURL('/welcome.html')}>
            {t(words, 'privacy.consent.read')}
          </a>
        </PlainState>
      )}
    </main>
  );
}

function Consenting({ consent }: { readonly consent: Consented }) {
  const at = useMoment(MINUTE);
  const page = useHash();
  const settings = useLive(async () => (at ? settingsOf(at.db) : undefined), [at?.db]);
  const exportedAt = useStored(LAST_EXPORT, (value) => (typeof value === 'number' ? value : null));
  const exported = exportedAt
    ? t(words, 'options.exported', { age: age(words, exportedAt, at?.now ?? exportedAt) })
    : t(words, 'options.exported.never');
  const rebuild = useLive(async () => at?.db.jobs.get('rebuild'), [at?.db]);
  const counting = rebuild?.state === 'waiting' || rebuild?.state === 'running';
  const Page = PAGES[page];
  return (
    <>
      <OptionsNav page={page} exported={exported} />
      <main key={page}>{at && settings && <Page at={at} settings={settings} consent={consent} />}</main>
      <p class="toast" role="status">
        {counting && t(words, 'options.rebuilding', { count: rebuild.counts['customers'] ?? 0 })}
      </p>
    </>
  );
}

const pageOf = (hash: string): OptionPage => OPTION_PAGES.find((page) => `#${page}` === hash) ?? 'limits';

function useHash(): OptionPage {
  const [page, setPage] = useState(pageOf(location.hash));
  useEffect(() => {
    const changed = (): void => setPage(pageOf(location.hash));
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return page;
}
