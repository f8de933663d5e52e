import { render } from 'preact';

import { StandingBadge } from '@/components/standing-badge';
import type { Letter } from '@/lib/observation';
import type { Looking } from '@/lib/messaging/protocol';
import type { BadgeView } from '@/lib/text/view';

import { cardOn, type CardOnPage } from './card-on-page';
import { hostElement, isPlaced, place, sweep, unplace, type HostElement } from './host-element';
import { schemeAt, onTheme } from './scheme';
import type { AskWorker } from './worker';

/** Pointing at the badge for so long opens the card. */
const HOVER = 150;

/** The badge beside the requester's name, once, and back after every re-rendering of the page. */
export interface BadgeOnPage {
  /** For which ticket the card asks and acts. */
  lookAt(looking: Looking): void;
  paint(view: BadgeView, anchor: Element): void;
  /** Puts the badge back where it belongs. */
  keepAt(anchor: Element | undefined): void;
  /** Painted before, and torn out by the page. */
  isLost(): boolean;
  remove(): void;
}

export function badgeOn(worker: AskWorker, signal: AbortSignal, compose: (letter: Letter) => void): BadgeOnPage {
  sweep();
  let looking: Looking | undefined;
  let view: BadgeView | undefined;
  let host: HostElement | undefined;
  let slot: HTMLElement | undefined;
  let hover: ReturnType<typeof setTimeout> | undefined;

  const draw = (): void => {
    if (!view || !slot) return;
    render(<StandingBadge view={view} onOpen={open} />, slot);
  };
  const card: CardOnPage = cardOn({
    worker,
    signal,
    compose,
    repaint: (next) => {
      view = next;
      draw();
    },
  });
  const open = (): void => {
    if (looking && host) card.open(looking, host.element);
  };
  const create = (): HostElement => {
    const made = hostElement();
    slot = made.root.appendChild(document.createElement('span'));
    made.element.addEventListener('pointerenter', () => (hover = setTimeout(open, HOVER)));
    made.element.addEventListener('pointerleave', () => {
      clearTimeout(hover);
      card.closeSoon();
    });
    fitTo(made.element, signal);
    return made;
  };
  onTheme(signal, () => {
    if (host?.element.isConnected && host.element.parentElement) host.element.dataset['scheme'] = schemeAt(host.element.parentElement);
  });

  const badge: BadgeOnPage = {
    lookAt(next) {
      looking = next;
    },
    paint(next, anchor) {
      view = next;
      host ??= create();
      draw();
      badge.keepAt(anchor);
    },
    keepAt(anchor) {
      if (!host || !view || !anchor || isPlaced(host, anchor)) return;
      unplace(host);
      place(host, anchor);
    },
    isLost: () => view !== undefined && host !== undefined && !host.element.isConnected,
    remove() {
      view = undefined;
      clearTimeout(hover);
      card.close();
      if (host) unplace(host);
    },
  };
  return badge;
}

/**
 * Steps the badge down, full → short → tiny, while it has slipped to the line below its name. The browser reports where
 * things are after it has laid them out anyway: nothing is measured on our account.
 */
function fitTo(element: HTMLElement, signal: AbortSignal): void {
  const steps = ['full', 'short', 'tiny'];
  const observer = new IntersectionObserver(([entry]) => {
    const anchor = element.previousElementSibling;
    if (!entry || !anchor || !element.isConnected) return;
    const step = steps.indexOf(element.dataset['size'] ?? 'full');
    const slipped = entry.boundingClientRect.top > anchor.getBoundingClientRect().bottom - 2;
    const clipped = entry.boundingClientRect.right > (entry.rootBounds?.right ?? Infinity);
    const next = steps[step + 1];
    if (!next || (!slipped && !clipped)) return;
    element.dataset['size'] = next;
    observer.unobserve(element);
    observer.observe(element);
  });
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}
