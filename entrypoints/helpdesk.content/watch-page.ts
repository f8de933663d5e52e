import type { HelpdeskAdapter, Reading } from '@/lib/helpdesks/adapter';

import { grumble } from './grumble';
import { isForeign, sweep } from './host-element';
import { pageNow, sceneOf, type Scene } from './scene';
import { anchorNow, tell } from './tell';
import { hear, isOrphaned } from './worker';

/** Changes of the page are read together, this long after the first of them. */
const SETTLE = 400;

/** Reads the page again whenever it changes. Returns a function that takes everything of ours off it. */
export function watchPage(adapter: HelpdeskAdapter): () => void {
  sweep();
  const scene = sceneOf(adapter);
  const { signal } = scene;
  const look = looker(scene);
  const observe = onChange(scene, look);
  onRoute(signal, () => {
    observe();
    look(false);
  });
  document.addEventListener('visibilitychange', () => look(true), { signal });
  hear(signal, (kind) => {
    if (kind === 'stop') scene.stop();
    if (kind === 'repaint') look(true);
  });
  look(false);
  return scene.stop;
}

/** Looks at the page; asks the worker when it says something new, or when told to ask `again`. A tab in the background waits. */
function looker(scene: Scene): (again: boolean) => void {
  let said = '';
  return (again) => {
    if (isOrphaned()) return scene.stop();
    if (document.visibilityState === 'hidden') return;
    const reading = readingOf(scene);
    if (reading.kind === 'loading') return;
    const saying = JSON.stringify(reading);
    if (saying === said && !again) {
      scene.badge.keepAt(anchorNow(scene));
      scene.marks.look(false);
      return;
    }
    said = saying;
    tell(scene, reading)
      .then(() => scene.signal.aborted || scene.marks.look(again))
      .catch((error: unknown) => {
        said = '';
        if (isOrphaned()) scene.stop();
        else if (!scene.signal.aborted) grumble(error);
      });
  };
}

/** A page that the adapter stumbles over is not understood, like one that lacks a fact. */
function readingOf({ adapter }: Scene): Reading {
  try {
    return adapter.read(pageNow());
  } catch (error) {
    grumble(error);
    return { kind: 'unreadable', missing: 'page' };
  }
}

/** A badge that the page has torn out comes back at once, everything else in a moment. Returns what follows a changed pane. */
function onChange(scene: Scene, look: (again: boolean) => void): () => void {
  let settle: ReturnType<typeof setTimeout> | undefined;
  const settled = (): void => {
    settle = undefined;
    observe();
    look(false);
  };
  let pane: Element | undefined;
  const observe = (): void => {
    const now = scene.adapter.pane(pageNow());
    if (now === pane) return;
    observer.disconnect();
    observer.observe((pane = now), { childList: true, subtree: true, characterData: true });
  };
  const observer = new MutationObserver((changes) => {
    if (document.visibilityState === 'hidden') return;
    if (scene.badge.isLost()) look(false);
    if (changes.some(isForeign)) settle ??= setTimeout(settled, SETTLE);
  });
  observe();
  let narrow: ReturnType<typeof setTimeout> | undefined;
  const onResize = (): void => {
    clearTimeout(narrow);
    narrow = setTimeout(() => scene.badge.refit(), SETTLE);
  };
  window.addEventListener('resize', onResize, { signal: scene.signal, passive: true });
  scene.signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(settle);
    clearTimeout(narrow);
  });
  return observe;
}

/** The page's own route changes. Where the browser does not tell of them, what they change on the page does. */
function onRoute(signal: AbortSignal, changed: () => void): void {
  if ('navigation' in globalThis) navigation.addEventListener('currententrychange', changed, { signal });
}
