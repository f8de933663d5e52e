import browser from 'webextension-polyfill';

import { PlainState } from '@/components/plain-state';
import { words } from '@/entrypoints/background/language';
import { patternOf } from '@/entrypoints/background/watching';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { t } from '@/lib/text/words';

import type { Here } from './here';

type Props = Here & { readonly kind: 'recognised' } & {
  readonly said: string | undefined;
  readonly say: (said: string) => void;
};

/** A helpdesk that nobody watches yet: asks for its one host. */
export function RecognisedDesk({ wish, helpdesk, host, said, say }: Props) {
  /** The prompt belongs to this click and is lost after any wait, so the wish is sent first and not waited for. */
  const watch = (): void => {
    const wished = askWorker('watch', wish);
    const granted = browser.permissions.request({ origins: [patternOf(wish.origin)] });
    void tellOutcome(wished, granted);
  };
  const tellOutcome = async (
    wished: ReturnType<typeof askWorker<'watch'>>,
    granted: Promise<boolean>,
  ): Promise<void> => {
    const outcome = await wished;
    if (!outcome.ok) say(outcome.why);
    else if (outcome.answer.watching || (await granted)) say(t(words, 'popup.watch.begun', { helpdesk }));
    else say(t(words, 'popup.watch.refused'));
  };
  return (
    <main>
      <PlainState
        icon="helpdesk"
        title={t(words, 'popup.looks.title', { helpdesk })}
        text={t(words, 'popup.looks.text', { host })}
      >
        <button type="button" class="btn full wide" onClick={watch}>
          {t(words, 'popup.watch')}
        </button>
        <p class="done" role="status">
          {said}
        </p>
      </PlainState>
    </main>
  );
}
