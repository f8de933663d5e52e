import type { Looking, Shown, Watching } from '@/lib/messaging/protocol';
import type { BadgeView } from '@/lib/text/view';

import { grumble } from './grumble';
import { politeAsk } from './polite-ask';
import { pageNow, type Scene } from './scene';

/** Until then nothing is shown in place of a badge that is on its way. */
const PATIENCE = 300;

interface Ways {
  /** False when this page is no longer ours to read. */
  readonly obey: (answer: Watching) => boolean;
  readonly paint: (view: BadgeView) => void;
}

/** A whole history is read before the first figures are shown, with *Reading* in their place if it takes long. */
export async function readHistory(scene: Scene, looking: Looking, shown: Shown, { obey, paint }: Ways): Promise<void> {
  const { history: wish, waiting } = shown;
  const of = JSON.stringify(wish?.requester);
  if (!wish || !scene.adapter.history || scene.history?.of === of) return;
  scene.history?.giveUp();
  const giving = new AbortController();
  const mine = { of, giveUp: () => giving.abort() };
  scene.history = mine;
  const signal = AbortSignal.any([scene.signal, giving.signal]);
  const impatient = waiting && setTimeout(() => paint(waiting), PATIENCE);
  let last = shown.badge;
  try {
    for await (const part of scene.adapter.history(pageNow(), politeAsk(scene.worker, signal), wish)) {
      if (signal.aborted || part.kind === 'stopped') break;
      const answer = await scene.worker('observe', { looking, observation: part.observation });
      if (!obey(answer)) return;
      if (answer.kind === 'watching') last = answer.shown?.badge ?? last;
    }
  } catch (error) {
    if (!signal.aborted) grumble(error);
  } finally {
    clearTimeout(impatient);
    if (scene.history === mine) scene.history = undefined;
  }
  paint(last);
  scene.marks.look(true);
}
