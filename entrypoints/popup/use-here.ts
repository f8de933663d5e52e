import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

import type { NoclaimsDatabase } from '@/lib/store/database';

import { type Here, whereAmI } from './here';

/** What the tab in front shows, as it changes; undefined until it is known. */
export function useHere(db: NoclaimsDatabase | undefined): Here | undefined {
  const [here, setHere] = useState<Here>();
  useEffect(() => {
    if (!db) return undefined;
    const look = (): void => void whereAmI(db).then(setHere);
    const changed = (changes: Record<string, unknown>, area: string): void => {
      const keys = Object.keys(changes);
      if (area === 'session' ? keys.some((key) => key.startsWith('tab:')) : keys.includes('watched')) look();
    };
    browser.storage.onChanged.addListener(changed);
    look();
    return () => browser.storage.onChanged.removeListener(changed);
  }, [db]);
  return here;
}
