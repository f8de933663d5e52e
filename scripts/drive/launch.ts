import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, type BrowserContext, type Page, type Worker } from '@playwright/test';
import type { Page as PopupPage } from 'puppeteer-core';

import { findChromium } from '../browsers.ts';
import { popups } from './popup.ts';
import { workerOf } from './worker.ts';

/** A Chromium with the extension in a fresh profile, to be driven as a person would. */
export interface Driven {
  readonly context: BrowserContext;
  readonly extensionId: string;
  readonly profile: string;
  /** The extension's worker; woken if the browser has put it to sleep. */
  worker(): Promise<Worker>;
  /** Opens a page of ours in a tab: `options.html`. */
  ownPage(name: string): Promise<Page>;
  /**
   * Opens the toolbar's popup over a tab, by default the one in front. Close it after use. Only with a real key, given as
   * `how`, does the browser grant it that tab, as after a click on the icon.
   */
  popup(over?: Page, how?: () => Promise<unknown>): Promise<PopupPage>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly dark?: boolean;
  readonly args?: readonly string[];
  readonly headless?: boolean;
  /** The X display that a browser with a window shows itself on. */
  readonly display?: string;
}

export async function launch({
  extension,
  dark = false,
  args = [],
  headless = true,
  display,
}: LaunchOptions): Promise<Driven> {
  const profile = mkdtempSync(join(tmpdir(), 'noclaims-profile-'));
  const forget = (): void => rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', forget);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless,
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width: 1440, height: 900 },
    env: { ...process.env, ...(display && { DISPLAY: display }), LANGUAGE: 'en_US', LANG: 'en_US.UTF-8' },
    args: [
      ...switches(extension),
      ...(headless ? ['--headless=new', '--screen-info={1600x1200}'] : []),
      ...(dark ? ['--force-dark-mode'] : []),
      ...args,
    ],
  });
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(first.url()).host;
  const popup = popups({ profile, extensionId, dark });
  const worker = (): Promise<Worker> => workerOf(context, extensionId);
  return {
    context,
    extensionId,
    profile,
    worker,
    async ownPage(name) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${name}`);
      return page;
    },
    async popup(over, how) {
      const awake = await worker();
      await over?.bringToFront();
      return popup.open(how ?? (() => awake.evaluate('chrome.action.openPopup()')));
    },
    async close() {
      await popup.disconnect();
      await context.close();
      forget();
      process.off('exit', forget);
    },
  };
}

const switches = (extension: string): string[] => [
  `--disable-extensions-except=${extension}`,
  `--load-extension=${extension}`,
  '--remote-debugging-port=0',
  '--disable-background-networking',
  '--disable-component-update',
  '--lang=en-US',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
