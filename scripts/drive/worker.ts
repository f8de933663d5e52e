import type { BrowserContext, Worker } from '@playwright/test';

/** The extension's worker. If it sleeps, a page of ours wakes it by a message. */
export async function workerOf(context: BrowserContext, extensionId: string): Promise<Worker> {
  const running = (): Worker | undefined => context.serviceWorkers().find((each) => each.url().includes(extensionId));
  const found = running();
  if (found && (await answers(found))) return found;
  const page = await context.newPage();
  const woken = context.waitForEvent('serviceworker', { timeout: 10_000 }).catch(running);
  await page.goto(`chrome-extension://${extensionId}/welcome.html`);
  await page.evaluate('chrome.runtime.sendMessage({ kind: "wake" }).catch(() => undefined)');
  const worker = await woken;
  await page.close();
  if (!worker) throw new Error('the worker does not wake');
  return worker;
}

/** A worker that is being stopped is still listed, and never answers. */
const answers = (worker: Worker): Promise<boolean> =>
  Promise.race([
    worker.evaluate('true').then(
      () => true,
      () => false,
    ),
    new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1500)),
  ]);
