import styles from '@/components/in-page.css?inline';

import { schemeAt } from './scheme';

/** Our tag is nobody's, and its closed root shows the page neither text nor shape. */
const TAG = 'nc-standing';
/** Keeps what follows on the line of what stands before. */
const WORD_JOINER = '\u2060';

export interface HostElement {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
}

export function hostElement(): HostElement {
  const element = document.createElement(TAG);
  const root = element.attachShadow({ mode: 'closed' });
  const style = document.createElement('style');
  style.textContent = styles;
  root.append(style);
  return { element, root };
}

/** Places a host after (or before) its anchor, in the anchor's own font and scheme. */
export function place({ element }: HostElement, anchor: Element, before = false): void {
  element.dataset['scheme'] = schemeAt(anchor);
  element.style.setProperty('--nc-host-font', getComputedStyle(anchor).fontFamily);
  if (before) anchor.before(element);
  else anchor.after(WORD_JOINER, element);
}

export const isPlaced = ({ element }: HostElement, anchor: Element): boolean =>
  element.isConnected && (element.previousElementSibling === anchor || element.nextElementSibling === anchor);

/** Takes a host off the page, and the joiner that went before it. */
export function unplace({ element }: HostElement): void {
  const joiner = element.previousSibling;
  if (joiner?.nodeType === Node.TEXT_NODE && joiner.nodeValue === WORD_JOINER) joiner.remove();
  element.remove();
}

/** What an earlier script of ours left behind. */
export const sweep = (): void => {
  for (const element of document.querySelectorAll(TAG)) element.remove();
};
