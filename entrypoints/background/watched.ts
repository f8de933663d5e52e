import browser from 'webextension-polyfill';

/** Ids of the sources that this browser watches: its own wish, so it stands beside the record and not in it. */
export async function watchedIds(): Promise<string[]> {
  const { watched } = await browser.storage.local.get({ watched: [] });
  return Array.isArray(watched) ? watched.filter((id) => typeof id === 'string') : [];
}

export const setWatched = (ids: Iterable<string>): Promise<void> =>
  browser.storage.local.set({ watched: [...new Set(ids)] });
