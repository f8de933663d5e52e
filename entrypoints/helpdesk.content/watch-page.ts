import type { HelpdeskAdapter } from '@/lib/helpdesks/adapter';

import { pageNow, sceneOf, type Scene } from './scene';
import { tell } from './tell';
import { hear } from './worker';

/** Reading again after a change of the page waits this long for the next one. */
const SETTLE = 400;

/** Reads the page again whenever it changes. Returns a function that takes everything of ours off it. */
export function watchPage(adapter: HelpdeskAdapter): () => void {
  const scene = sceneOf(adapter);
  const { signal } = scene;
  const look = looker(scene);
  let settle: ReturnType<typeof setTimeout> | undefined;
  const observer = new MutationObserver(() => {
    if (scene.badge.isLost()) look();
    clearTimeout(settle);
    settle = setTimeout(look, SETTLE);
  });
  observer.observe(adapter.pane(pageNow()), { childList: true, subtree: true, characterData: true });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(settle);
  });
  onRoute(signal, look);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && look(true), { signal });
  hear(signal, (kind) => {
    if (kind === 'stop') scene.stop();
    if (kind === 'repaint') look(true);
  });
  look();
  return scene.stop;
}

/** Looks at the page; asks the worker when it says something new, or when told to ask `again`. */
function looker(scene: Scene): (again?: boolean) => void {
  let said = '';
  return (again = false) => {
    const page = pageNow();
    const reading = scene.adapter.read(page);
    if (reading.kind === 'loading') return;
    const saying = JSON.stringify(reading);
    if (saying !== said || again) {
      said = saying;
      tell(scene, reading).catch((error: unknown) => scene.signal.aborted || console.info('Noclaims:', error));
    } else if (reading.kind === 'ticket' && !scene.hidden) scene.badge.keepAt(scene.adapter.badgeAnchor(page));
    scene.marks.look(again);
  };
}

/** The page's own route changes; older browsers are asked once a second, while somebody looks. */
function onRoute(signal: AbortSignal, changed: () => void): void {
  if ('navigation' in globalThis) {
    navigation.addEventListener('currententrychange', () => changed(), { signal });
    return;
  }
  let { href } = location;
  const poll = setInterval(() => {
    if (document.visibilityState !== 'visible' || location.href === href) return;
    ({ href } = location);
    changed();
  }, 1000);
  signal.addEventListener('abort', () => clearInterval(poll));
}
