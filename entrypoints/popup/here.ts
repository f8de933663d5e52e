import browser from 'webextension-polyfill';

import { stateOf } from '@/entrypoints/background/tabs';
import { watchedIds } from '@/entrypoints/background/watched';
import { isBelow } from '@/entrypoints/background/watching';
import type { Ask } from '@/lib/messaging/protocol';
import type { NoclaimsDatabase } from '@/lib/store/database';
import type { SourceRow } from '@/lib/store/rows';

/** What the tab in front shows. */
export type Here =
  | { readonly kind: 'ticket'; readonly source: SourceRow; readonly ticketId: string; readonly customerId?: string }
  | { readonly kind: 'unreadable'; readonly source: SourceRow; readonly fact: string }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'recognised'; readonly wish: Ask<'watch'>; readonly helpdesk: string; readonly host: string }
  | { readonly kind: 'no-helpdesk'; readonly watching: boolean };

export async function whereAmI(db: NoclaimsDatabase): Promise<Here> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const watched = (await db.sources.bulkGet(await watchedIds())).filter((source) => source !== undefined);
  const nowhere = { kind: 'no-helpdesk', watching: watched.length > 0 } as const;
  if (tab?.id === undefined || !tab.url) return nowhere;
  const url = new URL(tab.url);
  const sources = watched.filter(({ origin, basePath }) => origin === url.origin && isBelow(url.pathname, basePath));
  if (sources.length === 0) return (await recognised(tab.id, url)) ?? nowhere;
  return inSource(sources, tab.id);
}

async function inSource(sources: readonly SourceRow[], tabId: number): Promise<Here> {
  const state = await stateOf(tabId);
  const source = sources.find(({ id }) => id === state?.sourceId);
  if (!state || !source || state.state === 'elsewhere') return { kind: 'elsewhere' };
  if (state.state === 'unreadable') return { kind: 'unreadable', source, fact: state.fact ?? '' };
  const { ticketId = '', customerId } = state;
  return { kind: 'ticket', source, ticketId, ...(customerId !== undefined && { customerId }) };
}

/** Asks all adapters once, in the page; a page that may not be asked is no helpdesk. */
async function recognised(tabId: number, url: URL): Promise<Here | undefined> {
  const answers = await browser.scripting
    .executeScript({ target: { tabId }, files: ['/recognise.js'] })
    .catch((error: unknown) => console.info('this page may not be looked at', error));
  const place: unknown = answers?.[0]?.result;
  if (typeof place !== 'object' || place === null || !('adapterId' in place) || !('basePath' in place))
    return undefined;
  const { adapterId, basePath } = place;
  if (typeof adapterId !== 'string' || typeof basePath !== 'string') return undefined;
  const { adapterById } = await import('@/lib/helpdesks');
  const helpdesk = adapterById(adapterId)?.name;
  if (!helpdesk) return undefined;
  const name = `${helpdesk}, ${url.host}${basePath}`;
  return {
    kind: 'recognised',
    helpdesk,
    host: url.host,
    wish: { adapterId, basePath, origin: url.origin, tabId, name },
  };
}
