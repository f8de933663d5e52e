import browser from 'webextension-polyfill';

import type { Place } from '@/lib/messaging/protocol';
import { adapterById } from '@/lib/helpdesks';
import { sourceAt } from '@/lib/store/ask';
import { sourceIdOf } from '@/lib/store/ids';
import type { SourceRow } from '@/lib/store/rows';

import { hasConsent } from './consent';
import { moment, type Moment } from './moment';
import { push } from './tabs';
import { setWatched, watchedIds } from './watched';

/**
 * Watched helpdesks: a wish of this browser (kept here, not in the record) and a permission of the browser. Both together
 * make a registration of the content script; every start makes registrations equal to *watched ∧ permitted*.
 */

/** What the popup asked for, until the browser says that the host was granted. */
interface Wish extends Place {
  readonly origin: string;
  readonly tabId: number;
  readonly name: string;
}

const CORE = 'content-scripts/helpdesk.js';

/** Match patterns know no port, so a host is asked for whole; the worker tells its sources apart by their origin. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

const isPermitted = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(origin)] });

/** The watched source that a page belongs to; undefined where nobody watches. */
export async function watchedSource(at: Moment, place: Place, url: URL): Promise<SourceRow | undefined> {
  const source = await sourceAt(at.db, { ...place, origin: url.origin });
  if (!source || !isBelow(url.pathname, source.basePath)) return undefined;
  return (await watchedIds()).includes(source.id) ? source : undefined;
}

export const isBelow = (path: string, basePath: string): boolean =>
  path === basePath || path.startsWith(`${basePath}/`);

/** Keeps the wish, and fulfils it at once where the host is already granted. */
export async function wish(wanted: Wish): Promise<boolean> {
  await browser.storage.session.set({ wish: wanted });
  return fulfilWish();
}

/** Starts watching what was wished for, if the browser permits it: the one way to begin, asked or already granted. */
export async function fulfilWish(): Promise<boolean> {
  const { wish: wanted } = (await browser.storage.session.get('wish')) as { wish?: Wish };
  if (!wanted || !(await hasConsent()) || !(await isPermitted(wanted.origin))) return false;
  await browser.storage.session.remove('wish');
  const adapter = adapterById(wanted.adapterId);
  if (!adapter) return false;
  const at = await moment();
  const { adapterId, origin, basePath, name } = wanted;
  const known = await sourceAt(at.db, wanted);
  const source: SourceRow = known ?? {
    id: await sourceIdOf(adapterId, origin, basePath),
    adapterId,
    origin,
    basePath,
    name,
    mapping: [...adapter.mapping],
    createdAt: at.now,
  };
  if (!known) await at.db.sources.put(source);
  await setWatched([...(await watchedIds()), source.id]);
  await reconcile();
  await readOpenTabs(source);
  return true;
}

/** Takes script, registration and permission back, and the badge off open tabs. The record stays. */
export async function unwatch(sourceId: string): Promise<void> {
  const at = await moment();
  const source = await at.db.sources.get(sourceId);
  const watched = (await watchedIds()).filter((id) => id !== sourceId);
  await setWatched(watched);
  await reconcile();
  if (!source) return;
  await push(await tabsOf(source), 'stop', {});
  const stillNeeded = (await at.db.sources.bulkGet(watched)).some(
    (other) => other && patternOf(other.origin) === patternOf(source.origin),
  );
  if (stillNeeded) return;
  await browser.permissions
    .remove({ origins: [patternOf(source.origin)] })
    .catch((error: unknown) => console.info('a host granted by policy or manifest stays granted', error));
}

export async function unwatchAll(): Promise<void> {
  for (const id of await watchedIds()) await unwatch(id);
}

/** A permission taken away in the browser's own page means *stop watching*, too. */
export async function permissionsWentAway(): Promise<void> {
  if (!(await hasConsent())) return;
  const { db } = await moment();
  for (const source of await db.sources.bulkGet(await watchedIds())) {
    if (source && !(await isPermitted(source.origin))) await unwatch(source.id);
  }
}

/** Makes the registrations equal to *watched ∧ permitted*: an update or a crash may have left others. */
export async function reconcile(): Promise<void> {
  const { db } = await moment();
  const wanted = new Map<string, Set<string>>();
  for (const source of await db.sources.bulkGet(await watchedIds())) {
    if (!source || !(await isPermitted(source.origin))) continue;
    const pattern = patternOf(source.origin);
    wanted.set(pattern, (wanted.get(pattern) ?? new Set()).add(`adapter-${source.adapterId}.js`));
  }
  const present = await browser.scripting.getRegisteredContentScripts();
  const scripts = [...wanted].map(([pattern, adapters]) => ({
    id: `helpdesk:${pattern}`,
    matches: [pattern],
    js: [...[...adapters].toSorted(), CORE],
    runAt: 'document_idle' as const,
    allFrames: false,
    persistAcrossSessions: true,
  }));
  const same = (script: (typeof scripts)[number]): boolean =>
    present.some(({ id, js }) => id === script.id && js?.join() === script.js.join());
  const stale = present
    .filter(({ id }) => !scripts.some((script) => script.id === id && same(script)))
    .map(({ id }) => id);
  if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale });
  const missing = scripts.filter((script) => !same(script));
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing);
}

/** Open tabs do not get a registered script by themselves: after watching begins, and after an update of ours. */
export async function readOpenTabs(source: SourceRow): Promise<void> {
  for (const tabId of await tabsOf(source)) {
    await browser.scripting
      .executeScript({ target: { tabId }, files: [`adapter-${source.adapterId}.js`, CORE] })
      .catch((error: unknown) => console.info('a tab could not be read', error));
  }
}

export async function readAllOpenTabs(): Promise<void> {
  const { db } = await moment();
  for (const source of await db.sources.bulkGet(await watchedIds())) if (source) await readOpenTabs(source);
}

/** Tabs whose page lies in the source. */
export async function tabsOf({ origin, basePath }: SourceRow): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: patternOf(origin) }).catch(() => []);
  return tabs.flatMap(({ id, url, discarded }) => {
    if (id === undefined || !url || discarded) return [];
    const page = new URL(url);
    return page.origin === origin && isBelow(page.pathname, basePath) ? [id] : [];
  });
}
