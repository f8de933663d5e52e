import type { HelpdeskAdapter, Page } from '@/lib/helpdesks/adapter';
import type { Looking } from '@/lib/messaging/protocol';

import { badgeOn, type BadgeOnPage } from './badge-on-page';
import { cardAtNeed } from './card-at-need';
import { compose } from './compose';
import { marksOn, type MarksOnRows } from './marks-on-rows';
import { onTheme } from './scheme';
import { Refused, workerOf, type AskWorker } from './worker';

/** One helpdesk page while we are guests on it. */
export interface Scene {
  readonly adapter: HelpdeskAdapter;
  readonly worker: AskWorker;
  readonly badge: BadgeOnPage;
  readonly marks: MarksOnRows;
  /** Aborts when this page is no longer ours to read. */
  readonly signal: AbortSignal;
  /** Takes everything of ours off the page. */
  readonly stop: () => void;
  /** What is looked at; an answer for anything else is dropped. */
  looking: Looking | undefined;
  /** The history that is being read, and how to give it up. */
  history: { readonly of: string; readonly giveUp: () => void } | undefined;
  /** A screen is being shared: reading goes on, nothing is painted. */
  hidden: boolean;
}

export const pageNow = (): Page => ({ url: new URL(location.href), document });

export function sceneOf(adapter: HelpdeskAdapter): Scene {
  const ending = new AbortController();
  const { signal } = ending;
  const worker = workerOf({ adapterId: adapter.id, basePath: adapter.basePath(pageNow()) });
  const card = cardAtNeed({
    worker,
    signal,
    whyRefused: (error) => (error instanceof Refused ? error.message : undefined),
    compose: (letter) => compose(adapter, letter, true),
    repaint: (view, looking) => {
      if (scene.looking === looking) badge.paint(view, looking);
    },
  });
  const badge = badgeOn(card, signal);
  const marks = marksOn({ rowsNow: () => adapter.rows(pageNow()), worker, signal });
  const stop = (): void => {
    ending.abort();
    badge.remove();
    marks.remove();
  };
  const scene: Scene = {
    adapter,
    worker,
    badge,
    marks,
    signal,
    stop,
    looking: undefined,
    history: undefined,
    hidden: false,
  };
  onTheme(signal, () => {
    badge.refit();
    marks.refit();
  });
  return scene;
}
