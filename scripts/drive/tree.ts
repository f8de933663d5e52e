/** An element or text of a page, as the browser's debugger tells it. */
export interface Node {
  /** The debugger's number for it; 0 where it has none. */
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeType: number;
  readonly nodeValue: string;
  /** Name, value, name, value … */
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

const ELEMENT = 1;
const TEXT = 3;

/** This node and all below it, each with the element that stands before it, closed roots included. */
export function* everyNode(
  node: Node,
  before?: Node,
): Generator<{ readonly node: Node; readonly before: Node | undefined }> {
  yield { node, before };
  let last: Node | undefined;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    yield* everyNode(child, last);
    if (child.nodeType === ELEMENT) last = child;
  }
}

/** What a person could read, without styles. */
export function textOf(node: Node): string {
  const parts = (at: Node): string[] => {
    if (/^(style|script)$/i.test(at.nodeName)) return [];
    const own = at.nodeType === TEXT ? [at.nodeValue] : [];
    return [...own, ...[...(at.shadowRoots ?? []), ...(at.children ?? [])].flatMap(parts)];
  };
  return parts(node).join(' ').replaceAll(/\s+/g, ' ').trim();
}

export function attributesOf({ attributes = [] }: Node): Record<string, string> {
  const names = attributes.filter((_, index) => index % 2 === 0);
  return Object.fromEntries(names.map((name, index) => [name, attributes[2 * index + 1] ?? '']));
}

/** The values of an attribute wherever it stands below. */
export const valuesOf = (node: Node, name: string): string[] =>
  [...everyNode(node)].flatMap(({ node: inner }) => attributesOf(inner)[name] || []);

/** What names an element: its labels and its text. */
export function nameOf(node: Node): string {
  const { 'aria-label': label = '', name = '', placeholder = '' } = attributesOf(node);
  return [label, name, placeholder, textOf(node)].filter(Boolean).join(' ');
}
