import browser from 'webextension-polyfill';

import type { Ask, PushMessages } from '@/lib/messaging/protocol';

/** What a tab shows, as the worker last heard; the popup reads it, too. Lives as long as the browser. */
export interface TabState {
  readonly sourceId: string;
  readonly state: 'ticket' | 'unreadable' | 'elsewhere';
  readonly ticketId?: string;
  readonly customerId?: string;
  readonly fact?: string;
}

const keyOf = (tabId: number): string => `tab:${tabId}`;

export const remember = (tabId: number, state: TabState): Promise<void> =>
  browser.storage.session.set({ [keyOf(tabId)]: state });
export const forget = (tabId: number): Promise<void> => browser.storage.session.remove(keyOf(tabId));

export async function stateOf(tabId: number): Promise<TabState | undefined> {
  const found = await browser.storage.session.get(keyOf(tabId));
  return found[keyOf(tabId)] as TabState | undefined;
}

async function allStates(): Promise<Map<number, TabState>> {
  const found = await browser.storage.session.get(null);
  return new Map(
    Object.entries(found).flatMap(([key, state]) =>
      key.startsWith('tab:') ? [[Number(key.slice(4)), state as TabState] as const] : [],
    ),
  );
}

/** Says something to content scripts; a tab that closed meanwhile has nobody to hear it. */
export async function push<Kind extends keyof PushMessages>(
  tabIds: Iterable<number>,
  kind: Kind,
  ask: Ask<Kind>,
): Promise<void> {
  await Promise.all(
    [...tabIds].map((tabId) =>
      browser.tabs.sendMessage(tabId, { kind, ask }, { frameId: 0 }).catch(() => forget(tabId)),
    ),
  );
}

/** Tells the tabs that show one of these customers to paint again. */
export async function repaint(customerIds: ReadonlySet<string>, except?: number): Promise<void> {
  const tabs = [...(await allStates())].filter(
    ([tabId, { customerId }]) => tabId !== except && customerId && customerIds.has(customerId),
  );
  await push(
    tabs.map(([tabId]) => tabId),
    'repaint',
    {},
  );
}

export const repaintAll = async (): Promise<void> => push((await allStates()).keys(), 'repaint', {});
