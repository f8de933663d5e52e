import type { CDPSession, Page } from '@playwright/test';

import { eventually } from './eventually.ts';
import { isCard, partsOf, type Seen } from './seen.ts';
import { everyNode, nameOf, type Node } from './tree.ts';

export type { Seen } from './seen.ts';

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** Every part of ours on the page: badges, marks, and the card when it is open. */
export async function seen(page: Page): Promise<Seen[]> {
  const session = await sessionOf(page);
  const { root }: { root: Node } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  return partsOf(root);
}

/** The badge or mark beside a name, once its text or label fits. */
export const badge = (page: Page, wanted: RegExp = /./, patience?: number): Promise<Seen> =>
  eventually(
    async () => (await seen(page)).find((part) => !isCard(part) && wanted.test([part.text, ...part.labels].join(' '))),
    `a badge like ${wanted} on ${page.url()}`,
    patience,
  );

/** The card, once it is open and its text fits. */
export const card = (page: Page, wanted: RegExp = /./, patience?: number): Promise<Seen> =>
  eventually(
    async () => (await seen(page)).find((part) => isCard(part) && wanted.test(part.text)),
    `a card like ${wanted} on ${page.url()}`,
    patience,
  );

/** Clicks a part inside a closed root: the button, link or summary whose text or label fits. */
export const press = async (page: Page, wanted: RegExp, tag = /^(button|a|summary)$/i): Promise<void> =>
  pressNode(page, await part(page, tag, wanted));

export async function pressNode(page: Page, { backendNodeId }: Node): Promise<void> {
  const session = await sessionOf(page);
  await session.send('DOM.scrollIntoViewIfNeeded', { backendNodeId });
  const { model } = await session.send('DOM.getBoxModel', { backendNodeId });
  const [x = 0, y = 0, , , right = 0, bottom = 0] = model.content;
  await page.mouse.click((x + right) / 2, (y + bottom) / 2);
}

/** Types into a field inside a closed root. */
export async function fill(page: Page, label: RegExp, text: string): Promise<void> {
  const { backendNodeId } = await part(page, /^(input|textarea)$/i, label);
  await (await sessionOf(page)).send('DOM.focus', { backendNodeId });
  await page.keyboard.insertText(text);
}

/** Chooses in a list inside a closed root by typing, as a list that has the focus lets one do. */
export async function pick(page: Page, label: RegExp, option: string): Promise<void> {
  const { backendNodeId } = await part(page, /^select$/i, label);
  await (await sessionOf(page)).send('DOM.focus', { backendNodeId });
  await page.keyboard.type(option);
}

/** The first element of such a tag in our closed roots whose name fits. */
const part = (page: Page, tag: RegExp, wanted: RegExp): Promise<Node> =>
  eventually(
    async () =>
      (await seen(page))
        .flatMap(({ node }) => [...everyNode(node)].map((each) => each.node))
        .find((node) => tag.test(node.nodeName) && wanted.test(nameOf(node))),
    `something to use like ${wanted} on ${page.url()}`,
  );
