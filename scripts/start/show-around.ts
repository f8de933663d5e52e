import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import puppeteer from 'puppeteer-core';

import { findChromium } from '../browsers.ts';
import type { Ground } from '../tour/ground.ts';

interface Shown {
  /** Folder of the unpacked extension. */
  readonly extension: string;
  readonly ground: Ground;
}

/** Opens a browser for a person, and ends all of it with Ctrl-C or with the browser's last window. */
export async function showAround({ extension, ground }: Shown): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'noclaims-start-'));
  const ended = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.removeAllListeners(signal).on(signal, () => ended.abort());
  }
  try {
    if (!hasScreen()) throw new Error('There is no screen here to open a browser on. Use: npm start -- --headless');
    const browser = await puppeteer.launch({
      executablePath: await findChromium({ branded: true }),
      headless: false,
      pipe: true,
      enableExtensions: [extension],
      userDataDir: profile,
      defaultViewport: null,
      ignoreDefaultArgs: ['--enable-automation'],
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    const closed = new Promise<void>((resolve) => void browser.once('disconnected', () => resolve()));
    const stopped = new Promise<void>((resolve) => ended.signal.addEventListener('abort', () => resolve()));
    const welcome = await browser.waitForTarget((target) => target.url().endsWith('/welcome.html'));
    const [blank] = await browser.pages();
    await ground.enter(blank ?? (await browser.newPage()));
    await (await welcome.page())?.bringToFront();
    process.stdout.write(`${WHAT_TO_DO}\n`);
    await Promise.race([closed, stopped]);
    if (browser.connected) await browser.close();
  } finally {
    await ground.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const WHAT_TO_DO = [
  '1. Read the page of Noclaims, and choose “I agree” if you do.',
  '2. In the tab of the helpdesk open a ticket, click the Noclaims icon (it may be behind the puzzle piece), and choose “Watch this helpdesk”.',
  '3. Open more tickets and look beside the names. Ctrl-C here ends everything.',
].join('\n');

const hasScreen = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
