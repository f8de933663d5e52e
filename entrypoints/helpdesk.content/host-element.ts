import { schemeAt } from './scheme';

/** Our tag is nobody's, and its closed root shows the page neither text nor shape. */
const TAG = 'nc-standing';

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

export const isPlaced = ({ element }: HostElement, anchor: Element): boolean =>
  element.isConnected && (element.previousElementSibling === anchor || element.nextElementSibling === anchor);

/** Whether a change of the page was made by anybody but us. */
export const isForeign = ({ type, addedNodes, removedNodes }: MutationRecord): boolean =>
  type !== 'childList' || [...addedNodes, ...removedNodes].some(({ nodeName }) => nodeName.toLowerCase() !== TAG);

/** What an earlier script of ours left behind. */
export const sweep = (): void => document.querySelectorAll(TAG).forEach((element) => element.remove());
