import type { ComponentChildren, FunctionComponent } from 'preact';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * Draws a component without state. Preact itself comes with the card: it would be the larger half of what every page gets.
 * The outermost element stays when it is drawn again, so that a live region is heard.
 */
export function paint(drawn: ComponentChildren, into: Element): void {
  const [next] = nodesOf(drawn, into.namespaceURI);
  const old = into.firstElementChild;
  if (!(next instanceof Element) || old?.localName !== next.localName) {
    into.replaceChildren(...(next ? [next] : []));
    return;
  }
  for (const { name, value } of next.attributes) old.setAttribute(name, value);
  old.replaceChildren(...next.childNodes);
}

function nodesOf(child: ComponentChildren, space: string | null): Node[] {
  if (Array.isArray(child)) return child.flatMap((each: ComponentChildren) => nodesOf(each, space));
  if (child === null || child === undefined || typeof child === 'boolean') return [];
  if (typeof child !== 'object') return [document.createTextNode(String(child))];
  if (!('type' in child)) return [];
  const { type, props } = child;
  if (typeof type === 'function') return nodesOf((type as FunctionComponent<unknown>)(props), space);
  const inside = type === 'svg' ? SVG : space;
  const element = document.createElementNS(inside, type);
  for (const [name, value] of Object.entries<unknown>(props)) {
    if (name !== 'children') dress(element, name, value);
  }
  element.append(...nodesOf(props.children, inside));
  return [element];
}

function dress(element: Element, name: string, value: unknown): void {
  if (typeof value === 'function') {
    element.addEventListener(name.slice(2).toLowerCase(), (event) => value(event));
  } else if (value !== undefined && value !== null && (value !== false || name.includes('-'))) {
    element.setAttribute(name, String(value));
  }
}
