import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';
import puppeteer, { type Browser, type Page as PopupPage } from 'puppeteer-core';

import { findChromium } from '../browsers.ts';

/** A Chromium with the extension in a fresh profile, to be driven as a person would. */
export interface Driven {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly profile: string;
  /** The extension's worker; woken if the browser has put it to sleep. */
  worker(): Promise<Worker>;
  /** Opens a page of ours in a tab: `options.html`. */
  ownPage(name: string): Promise<Page>;
  /** Opens the toolbar's popup over the tab in front, as a click on the icon does. */
  popup(): Promise<PopupPage>;
  close(): Promise<void>;
}

interface LaunchOptions {
  readonly extension: string;
  readonly dark?: boolean;
  readonly args?: readonly string[];
  readonly headless?: boolean;
}

export async function launch({ extension, dark, args = [], headless = true }: LaunchOptions): Promise<Driven> {
  const profile = mkdtempSync(join(tmpdir(), 'noclaims-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless,
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width: 1440, height: 900 },
    args: [
      ...(headless ? ['--headless=new'] : []),
      '--no-sandbox',
      '--remote-debugging-port=0',
      '--disable-background-networking',
      '--disable-component-update',
      ...(dark ? ['--force-dark-mode'] : []),
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      ...args,
    ],
  });
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(first.url()).host;
  let connection: Browser | undefined;
  const connect = async (): Promise<Browser> => (connection ??= await puppeteer.connect({ browserWSEndpoint: endpoint(profile), defaultViewport: null }));

  const driven: Driven = {
    context,
    extensionId,
    profile,
    worker: () => awake(context, extensionId),
    async ownPage(name) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${name}`);
      return page;
    },
    async popup() {
      const browser = await connect();
      const worker = await driven.worker();
      await worker.evaluate(() => (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup());
      const target = await browser.waitForTarget((one) => one.url().startsWith(`chrome-extension://${extensionId}/popup.html`), { timeout: 10_000 });
      const page = await target.asPage();
      if (dark) await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
      return page;
    },
    async close() {
      await connection?.disconnect();
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return driven;
}

function endpoint(profile: string): string {
  const file = join(profile, 'DevToolsActivePort');
  if (!existsSync(file)) throw new Error('the browser names no debugging port');
  const [port, path] = readFileSync(file, 'utf8').split('\n');
  return `ws://127.0.0.1:${port}${path}`;
}

/** A page of ours wakes the worker; then it is there. */
async function awake(context: BrowserContext, extensionId: string): Promise<Worker> {
  const running = (): Worker | undefined => context.serviceWorkers().find((worker) => worker.url().includes(extensionId));
  const found = running();
  if (found && (await answers(found))) return found;
  const page = await context.newPage();
  const woken = context.waitForEvent('serviceworker', { timeout: 10_000 }).catch(() => running());
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await page.evaluate(() => (globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }).chrome.runtime.sendMessage({ kind: 'wake' }).catch(() => undefined));
  const worker = (await woken) ?? running();
  await page.close();
  if (!worker) throw new Error('the worker does not wake');
  return worker;
}

const answers = (worker: Worker): Promise<boolean> =>
  Promise.race([worker.evaluate(() => true).catch(() => false), new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1500))]);
