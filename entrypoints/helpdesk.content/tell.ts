import type { Reading } from '@/lib/helpdesks/adapter';
import type { Looking, Watching } from '@/lib/messaging/protocol';
import type { BadgeView } from '@/lib/text/view';

import { compose } from './compose';
import { readHistory } from './history';
import { pageNow, type Scene } from './scene';

type Told = Exclude<Reading, { kind: 'loading' }>;
type Ticket = Extract<Reading, { kind: 'ticket' }>;

/** Tells the worker what the page says, and paints what it answers. */
export async function tell(scene: Scene, reading: Told): Promise<void> {
  if (reading.kind === 'ticket') return tellTicket(scene, reading);
  leaveTicket(scene);
  if (reading.kind === 'elsewhere') {
    obey(scene, await scene.worker('hello', {}));
    return;
  }
  const view = await scene.worker('unreadable', { fact: reading.missing });
  if (!scene.looking) paint(scene, undefined, view);
}

function leaveTicket(scene: Scene): void {
  scene.looking = undefined;
  scene.history?.giveUp();
  scene.badge.remove();
}

async function tellTicket(scene: Scene, { ticketId, requester, observation }: Ticket): Promise<void> {
  const now: Looking = { ticketId, requester };
  const looking = isSame(scene.looking, now) ? scene.looking : now;
  if (looking === now) leaveTicket(scene);
  scene.looking = looking;
  const answer = await scene.worker('hello', { looking, observation });
  if (!obey(scene, answer) || !answer.shown || scene.looking !== looking) return;
  const { badge, waiting, history } = answer.shown;
  if (history && scene.adapter.history) {
    if (!waiting) paint(scene, looking, badge);
    await readHistory(scene, looking, answer.shown, {
      obey: (next) => obey(scene, next),
      paint: (view) => paint(scene, looking, view),
    });
  } else paint(scene, looking, badge);
}

const isSame = (one: Looking | undefined, other: Looking): one is Looking =>
  JSON.stringify(one) === JSON.stringify(other);

function paint(scene: Scene, looking: Looking | undefined, view: BadgeView): void {
  if (scene.signal.aborted || scene.hidden || scene.looking !== looking) return;
  scene.badge.paint(view, looking);
  scene.badge.keepAt(anchorNow(scene));
}

/** A page that is not understood may lack the name, too: its heading says so then. */
export const anchorNow = ({ adapter, looking }: Scene): Element | undefined =>
  adapter.badgeAnchor(pageNow()) ?? (looking ? undefined : (document.querySelector('h1') ?? undefined));

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
