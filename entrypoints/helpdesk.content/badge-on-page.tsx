import { StandingBadge } from '@/components/standing-badge';
import type { Looking } from '@/lib/messaging/protocol';
import type { BadgeView } from '@/lib/text/view';

import type { CardAtNeed } from './card-at-need';
import { fit } from './fit';
import { dress, isPlaced, type HostElement } from './host-element';
import { pageHost } from './page-host';
import { paint } from './paint';

/** Pointing at the badge for so long opens the card. */
const HOVER = 150;

/** The badge beside the requester's name, once, and back after every re-rendering of the page. */
export interface BadgeOnPage {
  /** `looking` = for which ticket the card asks and acts. It is seen as soon as there is an anchor. */
  paint(view: BadgeView, looking: Looking | undefined): void;
  /** Puts the badge where it belongs. */
  keepAt(anchor: Element | undefined): void;
  /** Painted before, and torn out by the page. */
  isLost(): boolean;
  /** The page has another theme or width. */
  refit(): void;
  remove(): void;
}

export function badgeOn(card: CardAtNeed, signal: AbortSignal): BadgeOnPage {
  let shown: { view: BadgeView; looking: Looking | undefined } | undefined;
  let placedAt: Element | undefined;
  let host: HostElement | undefined;
  /** The focus comes back from the card, or from the button that stood here before: it opens nothing. */
  let isBack = false;

  const button = (): HTMLElement | null | undefined => host?.slot.querySelector('button');
  const focusBack = (): void => {
    isBack = true;
    button()?.focus();
    isBack = false;
  };
  const draw = (): void => {
    if (!host || !shown) return;
    const hadFocus = button()?.matches(':focus');
    paint(<StandingBadge view={shown.view} onOpen={enter} />, host.slot);
    if (hadFocus) focusBack();
  };
  const open = (withFocus: boolean): void => {
    if (!shown || !host || isBack) return;
    const { view, looking } = shown;
    const onToggle = (isOpen: boolean): void => button()?.setAttribute('aria-expanded', String(isOpen));
    card.open({ badge: view, looking, beside: host.element, leaveTo: focusBack, onToggle }, withFocus);
  };
  const enter = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
    if (event.isTrusted) open(true);
  };
  const settle = (anchor: Element): void => {
    if (!host) return;
    const { element } = host;
    const isThere = isPlaced(host, anchor);
    if (isThere) element.dataset['size'] = 'none';
    else element.remove();
    placedAt = anchor;
    dress(host, anchor);
    fit(host, anchor, () => anchor.after(element));
  };

  const badge: BadgeOnPage = {
    paint(view, looking) {
      const isSame = JSON.stringify(shown?.view) === JSON.stringify(view);
      shown = { view, looking };
      host ??= listening(pageHost(), signal, open, card);
      if (isSame) return;
      draw();
      badge.refit();
    },
    keepAt(anchor) {
      if (!host || !shown || !anchor || isPlaced(host, anchor)) return;
      settle(anchor);
    },
    isLost: () => shown !== undefined && host !== undefined && !host.element.isConnected,
    refit() {
      if (host && shown && placedAt && isPlaced(host, placedAt)) settle(placedAt);
    },
    remove() {
      shown = undefined;
      card.close();
      host?.element.remove();
    },
  };
  return badge;
}

/** Opens the card after a moment of pointing, or at once when the keyboard arrives. */
function listening(
  host: HostElement,
  signal: AbortSignal,
  open: (enter: boolean) => void,
  card: CardAtNeed,
): HostElement {
  let hover: ReturnType<typeof setTimeout> | undefined;
  const { element, slot } = host;
  element.addEventListener('pointerenter', ({ isTrusted }) => {
    clearTimeout(hover);
    if (!isTrusted) return;
    card.prepare();
    hover = setTimeout(() => open(false), HOVER);
  });
  element.addEventListener('pointerleave', () => {
    clearTimeout(hover);
    card.closeSoon();
  });
  slot.addEventListener('focusin', ({ isTrusted, target }) => {
    if (isTrusted && target instanceof Element && target.matches(':focus-visible')) open(false);
  });
  slot.addEventListener('focusout', () => card.closeSoon());
  signal.addEventListener('abort', () => clearTimeout(hover));
  return host;
}
