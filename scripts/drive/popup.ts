import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import puppeteer, { type Browser, type Page } from 'puppeteer-core';

import { eventually } from './eventually.ts';

export interface Popups {
  /** Does what opens the popup, and finds it. */
  open(how: () => Promise<unknown>): Promise<Page>;
  disconnect(): Promise<void>;
}

interface Opened {
  readonly profile: string;
  readonly extensionId: string;
  readonly dark: boolean;
}

/** As a browser with a screen gives it; without one it is a little different. */
const SIZE = { width: 380, height: 600 };

/** Playwright does not see the toolbar's popup; a second debugger on the same browser does. */
export function popups({ profile, extensionId, dark }: Opened): Popups {
  let connection: Promise<Browser> | undefined;
  const connect = (): Promise<Browser> =>
    (connection ??= puppeteer.connect({ browserWSEndpoint: endpointOf(profile), defaultViewport: null }));
  return {
    async open(how) {
      const browser = await connect();
      await how();
      const address = `chrome-extension://${extensionId}/popup.html`;
      const target = await browser.waitForTarget((each) => each.url().startsWith(address), { timeout: 10_000 });
      const page = await target.asPage();
      await page.setViewport(SIZE);
      if (dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      return page;
    },
    async disconnect() {
      await (await connection)?.disconnect();
    },
  };
}

/** The text of a popup once it fits. */
export const reads = (popup: Page, wanted: RegExp): Promise<string> =>
  eventually(async () => {
    const text = await popup.evaluate('document.body.innerText');
    return typeof text === 'string' && wanted.test(text) ? text : undefined;
  }, `a popup that says ${wanted}`);

/** Clicks what has such a role and name. */
export const choose = (popup: Page, role: 'button' | 'option' | 'combobox', name: string): Promise<void> =>
  popup.locator(`::-p-aria([name="${name}"][role="${role}"])`).click();

/** Where a further debugger finds the browser of a profile. */
export function endpointOf(profile: string): string {
  const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}
