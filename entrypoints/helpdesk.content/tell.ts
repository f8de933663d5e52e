import type { Reading } from '@/lib/helpdesks/adapter';
import type { Looking, Shown, Watching } from '@/lib/messaging/protocol';

import { compose, pageNow, type Scene } from './scene';

/** Until then nothing is shown in place of a badge that is on its way. */
const PATIENCE = 300;

type Ticket = Extract<Reading, { kind: 'ticket' }>;

/** Tells the worker what the page says, and paints what it answers. */
export async function tell(scene: Scene, reading: Exclude<Reading, { kind: 'loading' }>): Promise<void> {
  if (reading.kind === 'ticket') return tellTicket(scene, reading);
  const { badge, worker, adapter } = scene;
  scene.ticketId = undefined;
  badge.remove();
  if (reading.kind === 'elsewhere') {
    obey(scene, await worker('hello', {}));
    return;
  }
  const view = await worker('unreadable', { fact: reading.missing });
  const anchor = adapter.badgeAnchor(pageNow()) ?? document.querySelector('h1');
  if (!scene.hidden && anchor) badge.paint(view, anchor);
}

async function tellTicket(scene: Scene, { ticketId, requester, observation }: Ticket): Promise<void> {
  const { badge, worker, adapter } = scene;
  if (ticketId !== scene.ticketId) badge.remove();
  scene.ticketId = ticketId;
  const looking: Looking = { ticketId, requester };
  badge.lookAt(looking);
  const answer = await worker('hello', { looking, observation });
  if (!obey(scene, answer) || !answer.shown || ticketId !== scene.ticketId) return;
  if (!answer.shown.waiting || !adapter.history) paint(scene, looking, answer.shown.badge);
  if (answer.shown.history && adapter.history) await readHistory(scene, looking, answer.shown);
}

/** A whole history is read before the first figures are shown, with *Reading* in their place if it takes long. */
async function readHistory(scene: Scene, looking: Looking, { badge, waiting, history }: Shown): Promise<void> {
  const { adapter, worker, ask, marks } = scene;
  if (!history || !adapter.history) return;
  const impatient = waiting && setTimeout(() => paint(scene, looking, waiting), PATIENCE);
  let last = badge;
  try {
    for await (const part of adapter.history(pageNow(), ask, history)) {
      if (part.kind === 'stopped') break;
      const answer = await worker('observe', { looking, observation: part.observation });
      if (!obey(scene, answer)) return;
      last = answer.shown?.badge ?? last;
    }
  } finally {
    clearTimeout(impatient);
    paint(scene, looking, last);
  }
  marks.look(true);
}

function paint(scene: Scene, { ticketId }: Looking, view: Shown['badge']): void {
  if (scene.signal.aborted || scene.hidden || ticketId !== scene.ticketId) return;
  const anchor = scene.adapter.badgeAnchor(pageNow());
  if (anchor) scene.badge.paint(view, anchor);
}

/** False when this page is no longer ours to read. */
function obey(scene: Scene, answer: Watching): answer is Extract<Watching, { kind: 'watching' }> {
  if (answer.kind === 'stop') {
    scene.stop();
    return false;
  }
  scene.hidden = answer.hidden ?? false;
  if (scene.hidden) scene.badge.remove();
  scene.marks.hide(scene.hidden);
  if (answer.compose) compose(scene.adapter, answer.compose, false);
  return true;
}
