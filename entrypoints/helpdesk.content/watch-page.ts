import type { HelpdeskAdapter, Reading } from '@/lib/helpdesks/adapter';

import { grumble } from './grumble';
import { sweep } from './host-element';
import { onChange } from './page-changes';
import { pageNow, sceneOf, type Scene } from './scene';
import { anchorNow, tell } from './tell';
import { hear, isOrphaned } from './worker';

/** Reads the page again whenever it changes. Returns a function that takes everything of ours off it. */
export function watchPage(adapter: HelpdeskAdapter): () => void {
  sweep();
  const scene = sceneOf(adapter);
  const { signal } = scene;
  const look = looker(scene);
  look(false);
  onChange(scene, look);
  document.addEventListener('visibilitychange', () => look(true), { signal });
  hear(signal, (kind) => {
    if (kind === 'stop') scene.stop();
    if (kind === 'repaint') look(true);
  });
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
