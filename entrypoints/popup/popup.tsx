import { Consent } from '@/components/consent';
import { PageBar } from '@/components/page-bar';
import { CONSENT_VERSION } from '@/entrypoints/background/consent';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { useConsent } from '@/entrypoints/pages/consented';

import { Consented } from './consented';

/** Nothing but the question before consent; the database is not even opened. */
export function Popup() {
  const consent = useConsent();
  if (consent) return <Consented />;
  return (
    <>
      <PageBar />
      <main>
        {consent === null && (
          <Consent
            version={CONSENT_VERSION}
            onAgree={() => askWorker('consent', { agreed: true })}
            onNotNow={() => window.close()}
          />
        )}
      </main>
    </>
  );
}
