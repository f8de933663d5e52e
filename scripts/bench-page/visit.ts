import { setTimeout as sleep } from 'node:timers/promises';

import type { Debugged } from './debugged.ts';
import { next } from './pipe.ts';

/** What one visit cost the page's main thread, in ms of its own CPU time, and its heap in KiB. */
export interface Cost {
  readonly load: number;
  readonly churn: number;
  readonly heap: number;
}

/** After `load` everything a page does of itself has come to rest. */
const REST = 1500;

/** Opens the page in a new tab, lets it rest, stirs it, and closes it. */
export async function visit(browser: Debugged, url: string, churn: string): Promise<Cost> {
  const { targetId, session } = await openTab(browser);
  const counter = async (): Promise<Readonly<Record<string, number>>> => {
    const { metrics } = await browser.send('Performance.getMetrics', {}, session);
    return Object.fromEntries((metrics as { name: string; value: number }[]).map(({ name, value }) => [name, value]));
  };
  try {
    await browser.send('Performance.enable', { timeDomain: 'threadTicks' }, session);
    await go(browser, session, url);
    await sleep(REST);
    const { TaskDuration: loaded = Number.NaN } = await counter();
    await evaluate(browser, session, churn);
    await sleep(REST / 2);
    const { TaskDuration: churned = Number.NaN } = await counter();
    await browser.send('HeapProfiler.collectGarbage', {}, session);
    const { JSHeapUsedSize: heap = Number.NaN } = await counter();
    return { load: loaded * 1000, churn: (churned - loaded) * 1000, heap: heap / 1024 };
  } finally {
    await browser.send('Target.closeTarget', { targetId });
  }
}

/** Sources of every script of an extension's that the page parsed, by file. */
export async function scriptsIn(browser: Debugged, url: string): Promise<ReadonlyMap<string, string>> {
  const { targetId, session } = await openTab(browser);
  const parsed = new Map<string, string>();
  const off = browser.on(({ method, params, sessionId }) => {
    const from = String(params['url']);
    if (method === 'Debugger.scriptParsed' && sessionId === session && from.startsWith('chrome-extension://')) {
      parsed.set(new URL(from).pathname, String(params['scriptId']));
    }
  });
  await browser.send('Debugger.enable', {}, session);
  await go(browser, session, url);
  await sleep(REST);
  off();
  const sources = new Map<string, string>();
  for (const [file, scriptId] of parsed) {
    const { scriptSource } = await browser.send('Debugger.getScriptSource', { scriptId }, session);
    sources.set(file, String(scriptSource));
  }
  await browser.send('Target.closeTarget', { targetId });
  return sources;
}

/** Whether a badge stands on the page: a measurement without one would measure nothing. */
export async function hasBadge(browser: Debugged, url: string): Promise<boolean> {
  const { targetId, session } = await openTab(browser);
  await go(browser, session, url);
  await sleep(REST * 2);
  const found = await evaluate(browser, session, `document.querySelector('nc-standing') !== null`);
  await browser.send('Target.closeTarget', { targetId });
  return found === true;
}

async function openTab({ send }: Debugged): Promise<{ targetId: string; session: string }> {
  const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
  await send('Page.enable', {}, String(sessionId));
  return { targetId: String(targetId), session: String(sessionId) };
}

async function go(browser: Debugged, session: string, url: string): Promise<void> {
  const loaded = next(browser, 'Page.loadEventFired', session);
  await browser.send('Page.navigate', { url }, session);
  await loaded;
}

async function evaluate({ send }: Debugged, session: string, expression: string): Promise<unknown> {
  await send('Page.bringToFront', {}, session);
  const asked = { expression, awaitPromise: true, returnByValue: true };
  const { result, exceptionDetails } = await send('Runtime.evaluate', asked, session);
  if (exceptionDetails) throw new Error(JSON.stringify(exceptionDetails));
  return (result as { value?: unknown }).value;
}
