import { useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

import { PlainState } from '@/components/plain-state';
import { words } from '@/entrypoints/background/language';
import type { Moment } from '@/entrypoints/background/moment';
import { useLive } from '@/entrypoints/pages/use-live';
import { healthOf } from '@/lib/store/health';
import { unreadView } from '@/lib/text/popup-unread';
import { t } from '@/lib/text/words';

import type { Here } from './here';

/** Nothing is watched yet, and this page is no helpdesk that is known. */
export const ElsewhereState = () => (
  <main>
    <PlainState icon="helpdesk" title={t(words, 'popup.no-helpdesk.title')} text={t(words, 'popup.no-helpdesk.text')} />
  </main>
);

/** Watched, and nobody seen yet. `said`: what has just happened. */
export const EmptyState = ({ said }: { readonly said: string | undefined }) => (
  <main>
    <PlainState icon="calm" title={t(words, 'popup.empty.title')} text={t(words, 'popup.empty.text')}>
      <p class="done" role="status">
        {said}
      </p>
    </PlainState>
  </main>
);

interface UnreadProps {
  readonly at: Moment;
  readonly here: Here & { readonly kind: 'unreadable' };
}

/** A ticket page that lacks a fact: which one, and a report that names nobody. */
export function UnreadState({ at, here }: UnreadProps) {
  const { source, fact } = here;
  const [copied, setCopied] = useState(false);
  const health = useLive(() => healthOf(at.db, source.id), [at.db, source.id]);
  const { text, about, report } = unreadView(words, {
    helpdesk: source.name,
    adapterId: source.adapterId,
    fact,
    health: health ?? [],
    version: browser.runtime.getManifest().version,
    browser: navigator.userAgent,
    now: at.now,
    zone: at.rules.zone,
  });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(report);
    setCopied(true);
  };
  return (
    <main>
      <PlainState icon="unread" title={t(words, 'popup.unread.title')} text={text}>
        <div class="tellbox">
          {about[0]}
          <br />
          <span class="dim">{about[1]}</span>
        </div>
        <button type="button" class="btn wide" onClick={copy}>
          {t(words, 'popup.unread.copy')}
        </button>
        <p class="done" role="status">
          {copied && t(words, 'popup.unread.copied')}
        </p>
      </PlainState>
    </main>
  );
}
