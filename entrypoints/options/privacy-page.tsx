import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

import { EraseEverything } from '@/components/erase-everything';
import { PageHead } from '@/components/page-head';
import { Switch } from '@/components/switch';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { DEFAULTS } from '@/lib/settings/schema';
import { onDay } from '@/lib/text/formats';
import { t } from '@/lib/text/words';

import { NumberSetting } from './number-setting';
import { OneCustomer } from './one-customer';
import type { PageProps } from './page-props';
import { save } from './saving';

/** The rights of those who are in the record, and one's own. */
export function PrivacyPage({ at, settings, consent }: PageProps) {
  const [erased, setErased] = useState<string>();
  const erase = async (): Promise<void> => {
    const outcome = await askWorker('erase-everything', {});
    setErased(outcome.ok ? outcome.answer.said : outcome.why);
  };
  return (
    <>
      <PageHead title={t(words, 'options.nav.privacy')} />
      <OneCustomer at={at} />
      <div>
        <NumberSetting
          setting="retentionMonths"
          label={t(words, 'privacy.retention')}
          note={t(words, 'privacy.retention.note')}
          value={settings.retentionMonths}
          initial={DEFAULTS.retentionMonths}
        />
        <div class="setting">
          <Switch
            on={settings.notifications}
            word={t(words, 'privacy.notifications')}
            note={t(words, 'privacy.notifications.note')}
            onChange={(on) => save('notifications', on)}
          />
        </div>
      </div>
      <EraseEverything said={erased} onErase={erase} />
      <section class="panel">
        <h2>{t(words, 'privacy.consent')}</h2>
        <p>
          {t(words, 'privacy.consent.given', {
            day: onDay(words, consent.at, { now: at.now, zone: at.rules.zone }),
            version: consent.version,
          })}{' '}
          {t(words, 'privacy.consent.note')}
        </p>
        <div class="tools">
          <a class="btn" href={browser.runtime.getURL('/welcome.html')}>
            {t(words, 'privacy.consent.read')}
          </a>
          <button type="button" class="btn danger" onClick={() => askWorker('consent', { agreed: false })}>
            {t(words, 'privacy.consent.withdraw')}
          </button>
        </div>
      </section>
    </>
  );
}
