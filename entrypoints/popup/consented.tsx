import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

import { IconButton } from '@/components/icon-button';
import { PageBar } from '@/components/page-bar';
import { words } from '@/entrypoints/background/language';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { useMoment } from '@/entrypoints/pages/use-moment';
import { useStored } from '@/entrypoints/pages/use-stored';
import { t } from '@/lib/text/words';

import { Foot } from './foot';
import { Inside } from './inside';
import type { Place } from './place';
import { useCall } from './timer';
import { useHere } from './use-here';

const MINUTE = 60_000;

/** The popup after consent: bar, what is looked at, foot. */
export function Consented() {
  const at = useMoment(MINUTE);
  const here = useHere(at?.db);
  const call = useCall();
  const hidden = useStored('hidden', (value) => value === true) ?? false;
  const [place, setPlace] = useState<Place>({ kind: 'home' });
  const [said, say] = useState<string>();
  const go = (next: Place): void => {
    say(undefined);
    setPlace(next);
  };
  return (
    <>
      <PageBar>
        {call && <IconButton icon="search" word={t(words, 'popup.find')} onClick={() => go({ kind: 'find' })} />}
        <IconButton icon="settings" word={t(words, 'popup.options')} onClick={openOptions} />
      </PageBar>
      {hidden && (
        <p class="note" role="status">
          {t(words, 'popup.hidden')}{' '}
          <button type="button" class="linklike" onClick={() => askWorker('hide', { on: false })}>
            {t(words, 'popup.show')}
          </button>
        </p>
      )}
      {at && here ? (
        <Inside at={at} here={here} call={call ?? null} hidden={hidden} route={{ place, go, said, say }} />
      ) : (
        <main />
      )}
      {at && <Foot db={at.db} call={call ?? null} place={place} go={go} />}
    </>
  );
}

function openOptions(): void {
  void browser.runtime.openOptionsPage().then(() => window.close());
}
