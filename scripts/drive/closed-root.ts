import type { CDPSession, Page } from '@playwright/test';

/**
 * What stands in our closed shadow roots, which neither the page nor a test's selectors can reach: read through the
 * browser's debugger, as a person sees it.
 */

interface Node {
  readonly nodeId: number;
  readonly backendNodeId: number;
  readonly nodeName: string;
  readonly nodeType: number;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

export interface Seen {
  /** Visible text of the host, without styles. */
  readonly text: string;
  /** Accessible labels found inside. */
  readonly labels: readonly string[];
  readonly titles: readonly string[];
  readonly host: { readonly [name: string]: string };
  /** The element that stands before the host. */
  readonly after: string;
  readonly node: Node;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();
const sessionOf = (page: Page): Promise<CDPSession> => {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
};

/** Every part of ours on the page: badges, marks, and the card when it is open. */
export async function seen(page: Page): Promise<Seen[]> {
  const session = await sessionOf(page);
  const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
  const found: Seen[] = [];
  walk(root, (node, before) => {
    if (node.nodeName.toLowerCase() !== 'nc-standing') return;
    const content = node.shadowRoots?.[0];
    found.push({
      text: content ? textOf(content) : '',
      labels: content ? attributesOf(content, 'aria-label') : [],
      titles: content ? attributesOf(content, 'title') : [],
      host: attributeMap(node),
      after: before ? textOf(before) : '',
      node,
    });
  });
  return found;
}

/** Clicks a part inside a closed root: the element whose text or label fits. */
export async function press(page: Page, wanted: RegExp, tag = /^(button|a|summary)$/): Promise<void> {
  const target = await eventually(async () => {
    for (const { node } of await seen(page)) {
      let hit: Node | undefined;
      walk(node, (inner) => {
        const name = `${attribute(inner, 'aria-label') ?? ''} ${textOf(inner)}`;
        if (!hit && tag.test(inner.nodeName.toLowerCase()) && wanted.test(name)) hit = inner;
      });
      if (hit) return hit;
    }
    return undefined;
  }, `something to press like ${wanted}`);
  await pressNode(page, target);
}

export async function pressNode(page: Page, { backendNodeId }: Node): Promise<void> {
  const session = await sessionOf(page);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  const [x = 0, y = 0, , , right = 0, bottom = 0] = model.content;
  await page.mouse.click((x + right) / 2, (y + bottom) / 2);
}

/** Types into a field inside a closed root. */
export async function fill(page: Page, label: RegExp, text: string): Promise<void> {
  const session = await sessionOf(page);
  const field = await eventually(async () => {
    for (const { node } of await seen(page)) {
      let hit: Node | undefined;
      walk(node, (inner) => {
        const name = `${attribute(inner, 'aria-label') ?? ''} ${attribute(inner, 'name') ?? ''} ${attribute(inner, 'placeholder') ?? ''}`;
        if (!hit && /^(input|textarea|select)$/i.test(inner.nodeName) && label.test(name)) hit = inner;
      });
      if (hit) return hit;
    }
    return undefined;
  }, `a field like ${label}`);
  await session.send('DOM.focus', { backendNodeId: field.backendNodeId });
  await page.keyboard.insertText(text);
}

/** Waits until `look` finds something, as a person would: by looking again. */
export async function eventually<T>(look: () => Promise<T | undefined>, what: string, patience = 15_000): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The badge beside a name, once its text fits. */
export const badge = (page: Page, wanted: RegExp = /./, patience?: number): Promise<Seen> =>
  eventually(
    async () => (await seen(page)).find(({ host, text }) => !('popover' in host) && wanted.test(text)),
    `a badge like ${wanted}`,
    patience,
  );

export const card = (page: Page, wanted: RegExp = /./): Promise<Seen> =>
  eventually(async () => (await seen(page)).find(({ host, text }) => 'popover' in host && wanted.test(text)), `a card like ${wanted}`);

function walk(node: Node, visit: (node: Node, before: Node | undefined) => void, before?: Node): void {
  visit(node, before);
  let last: Node | undefined;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    walk(child, visit, last);
    if (child.nodeType === 1) last = child;
  }
}

function textOf(node: Node): string {
  const parts: string[] = [];
  const collect = (at: Node): void => {
    if (/^(style|script)$/i.test(at.nodeName)) return;
    if (at.nodeType === 3) parts.push(at.nodeValue);
    for (const child of [...(at.shadowRoots ?? []), ...(at.children ?? [])]) collect(child);
  };
  collect(node);
  return parts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

const attributeMap = ({ attributes = [] }: Node): Record<string, string> =>
  Object.fromEntries(attributes.flatMap((name, index) => (index % 2 === 0 ? [[name, attributes[index + 1] ?? '']] : [])));

const attribute = (node: Node, name: string): string | undefined => attributeMap(node)[name];

function attributesOf(node: Node, name: string): string[] {
  const found: string[] = [];
  walk(node, (inner) => {
    const value = attribute(inner, name);
    if (value) found.push(value);
  });
  return found;
}
