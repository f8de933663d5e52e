import { useState } from 'preact/hooks';

import { Consent } from '@/components/consent';
import { PageBar } from '@/components/page-bar';
import { PlainState } from '@/components/plain-state';
import { CONSENT_VERSION } from '@/entrypoints/background/consent';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { useConsent } from '@/entrypoints/pages/consented';
import { t } from '@/lib/text/words';

import { Next } from './next';

/** The question, then what to do next; or, after *Not now*, how to come back. */
export function Welcome() {
  const consent = useConsent();
  const [later, setLater] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const agree = async (): Promise<void> => {
    const outcome = await askWorker('consent', { agreed: true });
    setWrong(outcome.ok ? undefined : outcome.why);
  };
  return (
    <main>
      <PageBar />
      {consent && <Next consent={consent} />}
      {consent === null && !later && (
        <Consent version={CONSENT_VERSION} onAgree={agree} onNotNow={() => setLater(true)} />
      )}
      {consent === null && later && (
        <PlainState icon="paused" title={t(words, 'welcome.later.title')} text={t(words, 'welcome.later.text')}>
          <button type="button" class="btn wide" onClick={() => setLater(false)}>
            {t(words, 'welcome.later.again')}
          </button>
        </PlainState>
      )}
      <p class="wrong" role="alert">
        {wrong}
      </p>
    </main>
  );
}
