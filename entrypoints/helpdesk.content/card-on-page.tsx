import { render } from 'preact';

import { StandingCard } from '@/components/standing-card';
import type { Letter } from '@/lib/observation';
import type { Action, Looking } from '@/lib/messaging/protocol';
import type { BadgeView, CardView } from '@/lib/text/view';

import { hostElement, type HostElement } from './host-element';
import { schemeAt } from './scheme';
import { Refused, type AskWorker } from './worker';

/** The pointer may cross the gap between badge and card. */
const GRACE = 250;
const EDGE = 8;

export interface CardOnPage {
  open(looking: Looking, badge: HTMLElement): void;
  closeSoon(): void;
  close(): void;
}

interface Surroundings {
  readonly worker: AskWorker;
  readonly signal: AbortSignal;
  readonly compose: (letter: Letter) => void;
  /** An action changed the badge. */
  readonly repaint: (view: BadgeView) => void;
}

/** The card under the badge, in the top layer, so that nothing of the page clips it. */
export function cardOn({ worker, signal, compose, repaint }: Surroundings): CardOnPage {
  let host: HostElement | undefined;
  let slot: HTMLElement | undefined;
  let shownFor: { looking: Looking; badge: HTMLElement } | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const draw = (view: CardView, said?: string): void => {
    if (!slot) return;
    render(<StandingCard view={view} said={said} onAct={act} onClose={leave} />, slot);
  };

  const act = async (action: Action): Promise<string> => {
    if (!shownFor) return '';
    const { looking } = shownFor;
    try {
      const done = await worker('page-act', { ...looking, click: crypto.randomUUID(), action });
      if (done.badge) repaint(done.badge);
      if (done.compose) compose(done.compose);
      if (action.do === 'erase') card.close();
      else if (shownFor?.looking === looking) draw(await worker('card', looking), done.said);
      return done.said;
    } catch (error) {
      if (error instanceof Refused) return error.message;
      throw error;
    }
  };

  /** Closed by the keyboard: the badge has the focus again. */
  const leave = (): void => {
    const badge = shownFor?.badge;
    card.close();
    badge?.focus();
  };

  const create = (): HostElement => {
    const made = hostElement();
    made.element.setAttribute('popover', 'manual');
    slot = made.root.appendChild(document.createElement('div'));
    made.element.addEventListener('pointerenter', () => clearTimeout(closing));
    made.element.addEventListener('pointerleave', () => card.closeSoon());
    document.body.append(made.element);
    return made;
  };

  const card: CardOnPage = {
    open(looking, badge) {
      clearTimeout(closing);
      if (shownFor?.looking === looking) return;
      shownFor = { looking, badge };
      const mine = shownFor;
      worker('card', looking)
        .then((view) => {
          if (shownFor !== mine || signal.aborted) return;
          host ??= create();
          if (!host.element.isConnected) document.body.append(host.element);
          host.element.dataset['scheme'] = schemeAt(badge.parentElement ?? badge);
          draw(view);
          host.element.showPopover();
          put(host.element, badge);
        })
        .catch((error: unknown) => {
          if (shownFor === mine) shownFor = undefined;
          console.info('Noclaims:', error);
        });
    },
    closeSoon() {
      clearTimeout(closing);
      closing = setTimeout(() => {
        if (!host?.element.matches(':focus-within')) card.close();
      }, GRACE);
    },
    close() {
      clearTimeout(closing);
      shownFor = undefined;
      if (slot) render(null, slot);
      host?.element.remove();
    },
  };
  document.addEventListener(
    'pointerdown',
    (event) => {
      const inside = host && event.composedPath().includes(host.element);
      if (shownFor && !inside && event.target !== shownFor.badge) card.close();
    },
    { signal, capture: true },
  );
  document.addEventListener('keydown', (event) => event.key === 'Escape' && shownFor && leave(), { signal, capture: true });
  return card;
}

/** Below the badge, above where there is no room, and never nearer to an edge than a few pixels. */
function put(card: HTMLElement, badge: HTMLElement): void {
  const at = badge.getBoundingClientRect();
  const { width, height } = card.getBoundingClientRect();
  const below = innerHeight - at.bottom - EDGE;
  const top = height <= below || below >= at.top ? Math.min(at.bottom + 4, innerHeight - EDGE - height) : at.top - height - 4;
  const start = getComputedStyle(badge).direction === 'rtl' ? at.right - width : at.left;
  const left = Math.max(EDGE, Math.min(start, innerWidth - width - EDGE));
  card.style.setProperty('left', `${left}px`, 'important');
  card.style.setProperty('top', `${Math.max(EDGE, top)}px`, 'important');
}
