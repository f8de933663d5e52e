import type { Ask, HelpdeskAdapter, Page } from '@/lib/helpdesks/adapter';
import type { Letter } from '@/lib/observation';

import { badgeOn, type BadgeOnPage } from './badge-on-page';
import { marksOn, type MarksOnRows } from './marks-on-rows';
import { politeAsk } from './polite-ask';
import { workerOf, type AskWorker } from './worker';

/** One helpdesk page while we are guests on it. */
export interface Scene {
  readonly adapter: HelpdeskAdapter;
  readonly worker: AskWorker;
  readonly ask: Ask;
  readonly badge: BadgeOnPage;
  readonly marks: MarksOnRows;
  /** Aborts when this page is no longer ours to read. */
  readonly signal: AbortSignal;
  readonly stop: () => void;
  /** The ticket that is looked at; an answer for any other is dropped. */
  ticketId: string | undefined;
  /** A screen is being shared: reading goes on, nothing is painted. */
  hidden: boolean;
}

export const pageNow = (): Page => ({ url: new URL(location.href), document });

export function sceneOf(adapter: HelpdeskAdapter): Scene {
  const ending = new AbortController();
  const { signal } = ending;
  const worker = workerOf({ adapterId: adapter.id, basePath: adapter.basePath(pageNow()) });
  const badge = badgeOn(worker, signal, (letter) => compose(adapter, letter, true));
  const marks = marksOn(adapter, worker, signal);
  const stop = (): void => {
    ending.abort();
    badge.remove();
    marks.remove();
  };
  return { adapter, worker, ask: politeAsk(worker, signal), badge, marks, signal, stop, ticketId: undefined, hidden: false };
}

/** By a link in the page: opened from elsewhere, a filled form counts as a forged request in some helpdesks. */
export function compose(adapter: HelpdeskAdapter, letter: Letter, inNewTab: boolean): void {
  const href = adapter.compose?.(pageNow(), letter);
  if (!href) return;
  const link = Object.assign(document.createElement('a'), { href, ...(inNewTab && { target: '_blank', rel: 'opener' }) });
  document.body.append(link);
  link.click();
  link.remove();
}
