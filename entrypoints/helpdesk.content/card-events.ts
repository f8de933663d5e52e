import type { CardOnPage } from './card-contract';
import type { HostElement } from './host-element';
import { put } from './put';

interface Listening {
  readonly host: HostElement;
  readonly signal: AbortSignal;
  readonly card: CardOnPage;
  readonly leave: () => void;
  /** The badge that the card belongs to, while there is one. */
  readonly beside: () => HTMLElement | undefined;
}

/** What closes the card, and what moves it. */
export function listen({ host: { element, slot }, signal, card, leave, beside }: Listening): void {
  element.addEventListener('pointerleave', () => card.closeSoon());
  element.addEventListener('focusout', () => card.closeSoon());
  slot.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' && !(event.key === 'Tab' && isEnd(slot, event))) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  });
  for (const type of ['keyup', 'keypress']) element.addEventListener(type, (event) => event.stopPropagation());

  const anywhere = { signal, capture: true, passive: true } as const;
  const onPointer = (event: Event): void => {
    const badge = beside();
    const path = event.composedPath();
    if (badge && !path.includes(element) && !path.includes(badge)) card.close();
  };
  const onKey = ({ key }: KeyboardEvent): void => {
    if (key === 'Escape' && beside() && !element.matches(':focus-within')) card.close();
  };
  const onMove = ({ target }: Event): void => {
    const badge = beside();
    if (badge && target !== element && element.isConnected) put(element, badge);
  };
  document.addEventListener('pointerdown', onPointer, anywhere);
  document.addEventListener('keydown', onKey, anywhere);
  window.addEventListener('scroll', onMove, anywhere);
  window.addEventListener('resize', onMove, anywhere);
}

/** The next Tab would leave the card at its end, or at its beginning. */
function isEnd(slot: HTMLElement, { target, shiftKey }: KeyboardEvent): boolean {
  const stops = [...slot.querySelectorAll('summary, button, input, select')].filter((stop) => stop.checkVisibility());
  return stops.length === 0 || target === stops.at(shiftKey ? 0 : -1);
}
