import type { ComponentChildren, FunctionComponent, VNode } from 'preact';

/**
 * Draws a component without state. Preact itself comes with the card: it would be the larger half of what every page gets.
 * The outermost element stays when it is drawn again, so that a live region is heard.
 */
export function paint(drawn: ComponentChildren, into: Element): void {
  const [next] = nodesOf(drawn);
  const old = into.firstElementChild;
  if (!(next instanceof Element) || old?.localName !== next.localName) {
    into.replaceChildren(...(next ? [next] : []));
    return;
  }
  for (const name of next.getAttributeNames()) old.setAttribute(name, next.getAttribute(name) ?? '');
  old.replaceChildren(...next.childNodes);
}

type Drawn = VNode<Record<string, unknown> & { readonly children?: ComponentChildren }>;

const isDrawn = (child: object): child is Drawn => 'props' in child;
const isEmpty = (child: unknown): child is null | undefined | boolean =>
  child === null || child === undefined || typeof child === 'boolean';

function nodesOf(child: ComponentChildren): Node[] {
  if (isEmpty(child)) return [];
  if (Array.isArray(child)) return child.flatMap(nodesOf);
  if (typeof child !== 'object') return [document.createTextNode(String(child))];
  if (!isDrawn(child)) return [];
  const { type, props } = child;
  if (typeof type === 'function') return nodesOf((type as FunctionComponent<unknown>)(props));
  if (type === 'svg') return [picture(child)];
  const element = document.createElement(type);
  for (const [name, value] of attributesOf(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2).toLowerCase(), (event) => value(event));
    else element.setAttribute(name, String(value));
  }
  element.append(...nodesOf(props.children));
  return [element];
}

const attributesOf = (props: Drawn['props']): [string, unknown][] =>
  Object.entries(props).filter(
    ([name, value]) =>
      name !== 'children' && value !== undefined && value !== null && (value !== false || name.includes('-')),
  );

/**
 * A picture is parsed from what we wrote ourselves, inside a plain element: to touch its parts would cost the page's memory
 * more than the whole badge.
 */
function picture(svg: Drawn): Node {
  const { body } = new DOMParser().parseFromString(`<span class="picture">${markupOf(svg)}</span>`, 'text/html');
  return body.firstChild ?? body;
}

function markupOf(child: ComponentChildren): string {
  if (Array.isArray(child)) return child.map(markupOf).join('');
  if (isEmpty(child) || typeof child !== 'object' || !isDrawn(child)) return '';
  const attributes = attributesOf(child.props).map(([name, value]) => ` ${name}="${String(value)}"`);
  return `<${String(child.type)}${attributes.join('')}>${markupOf(child.props.children)}</${String(child.type)}>`;
}
