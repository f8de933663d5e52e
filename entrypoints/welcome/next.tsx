import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

import { LadderChoice } from '@/components/ladder-choice';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import type { Consented } from '@/entrypoints/pages/consented';
import { useFocus } from '@/entrypoints/pages/use-focus';
import { ladderViews, OFFERED } from '@/entrypoints/pages/ladders';
import { useLive } from '@/entrypoints/pages/use-live';
import { useMoment } from '@/entrypoints/pages/use-moment';
import { settingsOf } from '@/lib/store/ask';
import { onDay } from '@/lib/text/formats';
import { t } from '@/lib/text/words';

const STEPS = ['welcome.next.open', 'welcome.next.click', 'welcome.next.watch'] as const;
const MINUTE = 60_000;

/** After *I agree*: three steps, and which ladder. Asks the browser to keep the record, which a worker cannot. */
export function Next({ consent }: { readonly consent: Consented }) {
  const at = useMoment(MINUTE);
  const settings = useLive(async () => (at ? settingsOf(at.db) : undefined), [at?.db]);
  const kept = usePersistence();
  const heading = useFocus<HTMLHeadingElement>();
  return (
    <section class="next">
      <h1 ref={heading} tabIndex={-1}>
        {t(words, 'welcome.next.title')}
      </h1>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>{t(words, step)}</li>
        ))}
      </ol>
      {at && (
        <p class="cap">
          {t(words, 'welcome.next.agreed', { day: onDay(words, consent.at, { now: at.now, zone: at.rules.zone }) })}{' '}
          {kept && t(words, 'welcome.kept')}
        </p>
      )}
      {settings && (
        <>
          <h2>{t(words, 'welcome.ladder')}</h2>
          <LadderChoice
            ladders={ladderViews(settings.ladder, OFFERED)}
            onChoose={(value) => askWorker('setting', { key: 'ladder', value })}
          />
        </>
      )}
      <button type="button" class="btn" onClick={() => browser.runtime.openOptionsPage()}>
        {t(words, 'welcome.options')}
      </button>
    </section>
  );
}

function usePersistence(): boolean | undefined {
  const [kept, setKept] = useState<boolean>();
  useEffect(() => void navigator.storage.persist().then(setKept), []);
  return kept;
}
