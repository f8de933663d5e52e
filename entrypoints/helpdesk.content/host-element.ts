import { schemeAt } from './scheme';

/** Our tag is nobody's, and its closed root shows the page neither text nor shape. */
const TAG = 'nc-standing';
/** Keeps what follows on the line of what stands before. */
const WORD_JOINER = '\u2060';

export interface HostElement {
  readonly element: HTMLElement;
  /** In the closed root; what is painted goes in here. */
  readonly slot: HTMLElement;
}

export function hostElement(styles: string): HostElement {
  const element = document.createElement(TAG);
  const style = document.createElement('style');
  style.textContent = styles;
  const slot = document.createElement('span');
  element.attachShadow({ mode: 'closed' }).append(style, slot);
  return { element, slot };
}

/** In the scheme and the font of what it stands beside. */
export function dress({ element }: HostElement, beside: Element): void {
  const scheme = schemeAt(beside);
  if (element.dataset['scheme'] !== scheme) element.dataset['scheme'] = scheme;
  element.style.setProperty('--nc-host-font', getComputedStyle(beside).fontFamily);
}

/** A flex row would give the joiner a place of its own. */
const isRow = (parent: Element | null): boolean => !!parent && /flex|grid/.test(getComputedStyle(parent).display);

export function place({ element }: HostElement, anchor: Element, before = false): void {
  if (before) anchor.before(element);
  else if (isRow(anchor.parentElement)) anchor.after(element);
  else anchor.after(WORD_JOINER, element);
}

export const isPlaced = ({ element }: HostElement, anchor: Element): boolean =>
  element.isConnected && (element.previousElementSibling === anchor || element.nextElementSibling === anchor);

/** Takes a host off the page, and the joiner that went before it. */
export function unplace(element: Element): void {
  const before = element.previousSibling;
  if (before && isJoiner(before)) before.remove();
  element.remove();
}

const isJoiner = ({ nodeType, nodeValue }: Node): boolean => nodeType === Node.TEXT_NODE && nodeValue === WORD_JOINER;

/** Whether a change of the page was made by anybody but us. */
export const isForeign = ({ type, addedNodes, removedNodes }: MutationRecord): boolean =>
  type !== 'childList' ||
  [...addedNodes, ...removedNodes].some((node) => !isJoiner(node) && node.nodeName.toLowerCase() !== TAG);

/** What an earlier script of ours left behind. */
export const sweep = (): void => document.querySelectorAll(TAG).forEach(unplace);
