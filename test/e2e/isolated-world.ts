import type { Page } from '@playwright/test';

export type Say = (kind: string, ask: unknown) => Promise<unknown>;

/** Speaks to the worker as a page could that had taken over our own script in it: from that script's isolated world. */
export async function sayAsOurScript(page: Page): Promise<Say> {
  const session = await page.context().newCDPSession(page);
  const worlds: { readonly id: number; readonly origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const world = worlds.find(({ origin }) => origin.startsWith('chrome-extension://'));
  if (!world) throw new Error('our script does not run in this page');
  return async (kind, ask) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: `chrome.runtime.sendMessage(${JSON.stringify({ kind, ask })})`,
      contextId: world.id,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
}
