import { isForeign } from './host-element';
import { pageNow, type Scene } from './scene';

/** Changes of the page are read together, this long after the first of them, in ms. */
const SETTLE = 400;

/** A badge that the page has torn out comes back at once, everything else in a moment. */
export function onChange({ adapter, badge, marks, signal }: Scene, look: (again: boolean) => void): void {
  let settle: ReturnType<typeof setTimeout> | undefined;
  let narrow: ReturnType<typeof setTimeout> | undefined;
  let pane: Element | undefined;
  let isAlive = false;

  const observe = (): void => {
    const now = adapter.pane(pageNow());
    if (now === pane) return;
    observer.disconnect();
    observer.observe((pane = now), { childList: true, subtree: true, characterData: true });
  };
  const changed = (): void => {
    settle = undefined;
    observe();
    look(false);
    if (!isAlive) onRoute(signal, changed);
    isAlive = true;
  };
  const observer = new MutationObserver((changes) => {
    if (document.visibilityState === 'hidden') return;
    if (badge.isLost()) look(false);
    if (changes.some(isForeign)) settle ??= setTimeout(changed, SETTLE);
  });
  observe();
  const onResize = (): void => {
    clearTimeout(narrow);
    narrow = setTimeout(() => {
      badge.refit();
      marks.refit();
    }, SETTLE);
  };
  window.addEventListener('resize', onResize, { signal, passive: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(settle);
    clearTimeout(narrow);
  });
}

/**
 * The page's own route changes. To listen for them costs more than to read a page once, so only a page that has changed by
 * itself is listened to; where the browser does not tell of them, what they change on the page does.
 */
function onRoute(signal: AbortSignal, changed: () => void): void {
  if ('navigation' in globalThis) navigation.addEventListener('currententrychange', changed, { signal });
}
