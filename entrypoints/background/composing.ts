import browser from 'webextension-polyfill';

import type { Letter } from '@/lib/observation';
import type { SourceRow } from '@/lib/store/rows';

/**
 * Starts a message from outside the helpdesk. A form opened with filled fields from elsewhere counts as a forged request
 * (RT shows a warning in its place), so a page of the helpdesk is opened first and the form from a link in it.
 */
export async function composeInNewTab({ origin, basePath }: SourceRow, letter: Letter): Promise<void> {
  const tab = await browser.tabs.create({ url: `${origin}${basePath}/` });
  if (tab.id !== undefined) await browser.storage.session.set({ [`letter:${tab.id}`]: letter });
}

/** The letter that this tab was opened for, once. */
export async function letterFor(tabId: number): Promise<Letter | undefined> {
  const key = `letter:${tabId}`;
  const found = await browser.storage.session.get(key);
  if (!found[key]) return undefined;
  await browser.storage.session.remove(key);
  return found[key] as Letter;
}
