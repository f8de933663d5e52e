import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import * as v from 'valibot';

import { eventually } from '../eventually.ts';
import { isCard, partsOf, type Seen } from '../seen.ts';
import type { Node } from '../tree.ts';
import type { Bidi } from './bidi.ts';
import { callWith, evaluate, treeOf, type RemoteNode } from './evaluate.ts';
import { PATIENCE } from './patience.ts';

/** A tab of Firefox. Pages of the extension too, of whose loading WebDriver says nothing: what is wanted is waited for. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Brings it to the front. */
  show(): Promise<void>;
  /** The value of an expression in the page, as JSON carries it. */
  evaluate(expression: string): Promise<unknown>;
  /** The text of the page, once it fits. */
  reads(wanted: RegExp): Promise<string>;
  /** Clicks what has such a role and name, once it is there. */
  click(role: 'button' | 'link', name: string): Promise<void>;
  /** Clicks the first element of a selector. */
  clickOn(selector: string): Promise<void>;
  /** Every part of ours in a page of a helpdesk. */
  seen(): Promise<Seen[]>;
  /** The badge or mark beside a name, once its text or label fits. */
  badge(wanted: RegExp): Promise<Seen>;
  /** The card, once it is open and its text fits. */
  card(wanted: RegExp): Promise<Seen>;
  /** As a popup is, or a window: `width` and `height` in px. */
  resize(viewport: { readonly width: number; readonly height: number }): Promise<void>;
  picture(file: string): Promise<void>;
}

const Located = v.object({ nodes: v.array(v.object({ sharedId: v.string() })) });
const Captured = v.object({ data: v.string() });

export function tabOf(bidi: Bidi, context: string): Tab {
  const look = (expression: string): Promise<unknown> => evaluate(bidi, context, expression);
  const clickFirst = async (locator: object, what: string): Promise<void> => {
    const element = await eventually(
      async () =>
        v.parse(Located, await bidi.send('browsingContext.locateNodes', { context, locator })).nodes[0]?.sharedId,
      what,
      PATIENCE,
    );
    await callWith(bidi, context, '(element) => element.scrollIntoView({ block: "center" })', element);
    await bidi.send('input.performActions', { context, actions: [clickAt(element)] });
  };
  const seen = async (): Promise<Seen[]> => partsOf(asNode(await treeOf(bidi, context)));
  const part = (what: 'card' | 'badge', wanted: RegExp): Promise<Seen> =>
    eventually(
      async () =>
        (await seen()).find(
          (each) => isCard(each) === (what === 'card') && wanted.test([each.text, ...each.labels].join(' ')),
        ),
      `a ${what} like ${wanted}`,
      PATIENCE,
    );
  return {
    async goto(url) {
      await bidi.send('browsingContext.navigate', { context, url, wait: 'none' });
      const [page] = url.split('#');
      const there = async (): Promise<true | undefined> => {
        const state = await look('[location.href.split("#")[0], document.readyState].join(" ")');
        return state === `${page} complete` ? true : undefined;
      };
      await eventually(there, url, PATIENCE);
    },
    show: async () => void (await bidi.send('browsingContext.activate', { context })),
    evaluate: look,
    reads: (wanted) =>
      eventually(
        async () => {
          const text = await look('document.body.innerText');
          return typeof text === 'string' && wanted.test(text) ? text : undefined;
        },
        `a page that says ${wanted}`,
        PATIENCE,
      ),
    click: (role, name) => clickFirst({ type: 'accessibility', value: { role, name } }, `a ${role} named ${name}`),
    clickOn: (selector) => clickFirst({ type: 'css', value: selector }, selector),
    seen,
    badge: (wanted) => part('badge', wanted),
    card: (wanted) => part('card', wanted),
    resize: async (viewport) => void (await bidi.send('browsingContext.setViewport', { context, viewport })),
    async picture(file) {
      const { data } = v.parse(Captured, await bidi.send('browsingContext.captureScreenshot', { context }));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, Buffer.from(data, 'base64'));
    },
  };
}

const clickAt = (sharedId: string): object => ({
  type: 'pointer',
  id: 'mouse',
  actions: [
    { type: 'pointerMove', x: 0, y: 0, origin: { type: 'element', element: { sharedId } } },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
});

/** As the other browser's debugger would tell it. */
function asNode({ localName = '', nodeType, nodeValue = '', attributes = {}, children, shadowRoot }: RemoteNode): Node {
  const inside = (children ?? []).flatMap(({ value }) => (value ? asNode(value) : []));
  return {
    backendNodeId: 0,
    nodeName: localName,
    nodeType,
    nodeValue,
    attributes: Object.entries(attributes).flat(),
    children: inside,
    shadowRoots: shadowRoot?.value ? [asNode(shadowRoot.value)] : [],
  };
}
