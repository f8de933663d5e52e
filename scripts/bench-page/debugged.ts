import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { pipeOf, type Pipe } from './pipe.ts';

/** A Chromium with a fresh profile, driven over the debugging pipe; without Playwright, whose own scripts would be measured too. */
export interface Debugged extends Pipe {
  readonly name: string;
  /** Loads an unpacked extension; returns its id. */
  load(folder: string): Promise<string>;
  /** Evaluates an expression in a page of the extension's, which is opened for it. */
  inOwnPage(extensionId: string, page: string, expression: string): Promise<unknown>;
  close(): Promise<void>;
}

const SWITCHES = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging',
  '--no-sandbox',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--mute-audio',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--window-size=1280,900',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
  '--disable-features=MediaRouter,OptimizationHints,Translate',
];

export async function debugged(name: string, chromium: string): Promise<Debugged> {
  const profile = mkdtempSync(join(tmpdir(), 'noclaims-bench-'));
  const browser = spawn(chromium, [...SWITCHES, `--user-data-dir=${profile}`, 'about:blank'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const pipe = pipeOf(browser);
  return {
    ...pipe,
    name,
    async load(folder) {
      const { id } = await pipe.send('Extensions.loadUnpacked', { path: folder });
      await sleep(3000);
      await closeTabs(pipe);
      return String(id);
    },
    inOwnPage: (extensionId, page, expression) =>
      evaluateIn(pipe, `chrome-extension://${extensionId}/${page}`, expression),
    async close() {
      await Promise.race([pipe.send('Browser.close').catch(() => gone), sleep(5000)]);
      await Promise.race([gone, sleep(5000)]);
      if (browser.exitCode === null) browser.kill('SIGKILL');
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What an extension opened by itself would take the front. */
async function closeTabs({ send }: Pipe): Promise<void> {
  const { targetInfos } = await send('Target.getTargets');
  const pages = (targetInfos as { type: string; targetId: string }[]).filter(({ type }) => type === 'page');
  for (const { targetId } of pages.slice(1)) await send('Target.closeTarget', { targetId });
}

async function evaluateIn({ send }: Pipe, url: string, expression: string): Promise<unknown> {
  const { targetId } = await send('Target.createTarget', { url });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  await sleep(1000);
  const asked = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await send('Runtime.evaluate', asked, String(sessionId));
  await send('Target.closeTarget', { targetId });
  if (exceptionDetails) throw new Error(`${url}: ${JSON.stringify(exceptionDetails)}`);
  return (result as { value?: unknown }).value;
}
