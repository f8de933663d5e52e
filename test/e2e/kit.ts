import { resolve } from 'node:path';

import { test as base, type Page } from '@playwright/test';

import { startDemo, type Demo } from '../../demo/server.ts';
import type { AnswerTo, Ask, MessageKind, Reply } from '../../lib/messaging/protocol.ts';
import { launch, type Driven } from '../../scripts/drive/launch.ts';

export const E2E_BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3-e2e');
export const SHIPPED_BUILD = resolve(import.meta.dirname, '../../.output/chrome-mv3');

/** A browser with the extension, a demo helpdesk, and a page of ours from which the worker can be asked. */
export interface Kit {
  readonly driven: Driven;
  readonly demo: Demo;
  readonly own: Page;
  ask<Kind extends MessageKind>(kind: Kind, ask: Ask<Kind>): Promise<AnswerTo<Kind>>;
  /** All rows of a table, as they are kept. */
  rows<Row = Record<string, unknown>>(table: string): Promise<Row[]>;
  /** Agrees, and watches the demo helpdesk. */
  begin(): Promise<void>;
  /** Opens a page of the demo helpdesk. */
  open(path: string): Promise<Page>;
}

interface Options {
  readonly customers: number;
  readonly scale: number;
  readonly dark: boolean;
}

export const test = base.extend<Options & { kit: Kit }>({
  customers: [40, { option: true }],
  scale: [0.5, { option: true }],
  dark: [false, { option: true }],
  kit: async ({ customers, scale, dark }, use) => {
    const demo = await startDemo({ customers, scale });
    const driven = await launch({ extension: E2E_BUILD, dark });
    try {
      await use(await kitOf(driven, demo));
    } finally {
      await driven.close();
      await demo.close();
    }
  },
});

export async function kitOf(driven: Driven, demo: Demo): Promise<Kit> {
  const own = await driven.ownPage('options.html');
  const kit: Kit = {
    driven,
    demo,
    own,
    ask: (kind, ask) => askWorker(own, kind, ask),
    rows: (table) => rowsOf(own, table),
    async begin() {
      await kit.ask('consent', { agreed: true });
      const { origin } = new URL(demo.url);
      await kit.ask('watch', { adapterId: 'marked-up', basePath: '', origin, tabId: -1, name: 'Harbour Desk' });
      await own.reload();
    },
    async open(path) {
      const page = await driven.context.newPage();
      await page.goto(new URL(path, demo.url).href);
      return page;
    },
  };
  return kit;
}

interface Extension {
  readonly chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };
}

/** Asks the worker as a page of ours does; throws what it refuses with. */
export async function askWorker<Kind extends MessageKind>(
  own: Page,
  kind: Kind,
  ask: Ask<Kind>,
): Promise<AnswerTo<Kind>> {
  const reply = (await own.evaluate(
    (message) => (globalThis as unknown as Extension).chrome.runtime.sendMessage(message),
    { kind, ask },
  )) as Reply<Kind>;
  if (!reply.ok) throw new Error(reply.why);
  return reply.value;
}

export function rowsOf<Row>(own: Page, table: string): Promise<Row[]> {
  return own.evaluate(
    (name) =>
      new Promise<never[]>((done, fail) => {
        const opening = indexedDB.open('noclaims');
        opening.addEventListener('error', () => fail(opening.error ?? new Error('the record cannot be opened')));
        opening.addEventListener('success', () => {
          const rows = opening.result.transaction(name).objectStore(name).getAll();
          rows.addEventListener('success', () => {
            opening.result.close();
            done(rows.result as never[]);
          });
          rows.addEventListener('error', () => fail(rows.error ?? new Error(`${name} cannot be read`)));
        });
      }),
    table,
  );
}
