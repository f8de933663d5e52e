import { attributesOf, everyNode, textOf, valuesOf, type Node } from './tree.ts';

/** What stands in one of our closed shadow roots, which neither the page nor a test's selectors can reach. */
export interface Seen {
  /** Visible text, without styles. */
  readonly text: string;
  readonly labels: readonly string[];
  readonly titles: readonly string[];
  /** Attributes of the host element. */
  readonly host: Readonly<Record<string, string>>;
  /** Text of the element that stands before the host. */
  readonly after: string;
  readonly node: Node;
}

/** Every part of ours in a page: badges, marks, and the card when it is open. */
export const partsOf = (root: Node): Seen[] =>
  [...everyNode(root)]
    .filter(({ node }) => node.nodeName.toLowerCase() === 'nc-standing')
    .map(({ node, before }) => ({
      text: (node.shadowRoots ?? []).map(textOf).join(' '),
      labels: valuesOf(node, 'aria-label'),
      titles: valuesOf(node, 'title'),
      host: attributesOf(node),
      after: before ? textOf(before) : '',
      node,
    }));

export const isCard = ({ host }: Seen): boolean => 'popover' in host;
