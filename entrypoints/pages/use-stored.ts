import { useEffect, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';

/** A value of this browser's own storage as it changes; undefined until it is read, null where there is none. */
export function useStored<Value>(key: string, check: (value: unknown) => Value | null): Value | null | undefined {
  const [value, setValue] = useState<Value | null>();
  const checked = useRef(check);
  useEffect(() => {
    const read = async (): Promise<void> => {
      const found = await browser.storage.local.get(key);
      setValue(checked.current(found[key]));
    };
    const changed = (changes: Record<string, unknown>, area: string): void => {
      if (area === 'local' && key in changes) void read();
    };
    browser.storage.onChanged.addListener(changed);
    void read();
    return () => browser.storage.onChanged.removeListener(changed);
  }, [key]);
  return value;
}
