import { vi } from 'vitest';

type Values = Record<string, unknown>;
type Changed = (changes: Values, area: string) => void;

const listeners = new Set<Changed>();

/** Storage as a browser has it: whoever listens hears of every change. */
function areaOf(name: string) {
  let values: Values = {};
  const tell = (keys: readonly string[]): void => {
    for (const listener of listeners) listener(Object.fromEntries(keys.map((key) => [key, {}])), name);
  };
  return {
    hold(given: Values): void {
      values = { ...given };
    },
    async get(wanted: string | Values | null): Promise<Values> {
      if (wanted === null) return { ...values };
      if (typeof wanted === 'string') return { [wanted]: values[wanted] };
      return Object.fromEntries(Object.entries(wanted).map(([key, initial]) => [key, values[key] ?? initial]));
    },
    async set(given: Values): Promise<void> {
      values = { ...values, ...given };
      tell(Object.keys(given));
    },
    async remove(key: string): Promise<void> {
      delete values[key];
      tell([key]);
    },
  };
}

export const local = areaOf('local');
export const session = areaOf('session');

/** As much of a browser as a page of ours touches. What the worker answers is up to the test. */
export const fake = {
  storage: {
    local,
    session,
    onChanged: {
      addListener: (listener: Changed) => listeners.add(listener),
      removeListener: (listener: Changed) => listeners.delete(listener),
    },
  },
  i18n: { getUILanguage: () => 'en' },
  runtime: {
    getURL: (path: string) => path,
    getManifest: () => ({ version: '0.1.0' }),
    openOptionsPage: async () => undefined,
    sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
  },
  tabs: { query: vi.fn<() => Promise<unknown[]>>() },
  scripting: { executeScript: vi.fn<() => Promise<unknown[]>>() },
  permissions: { request: vi.fn<(wanted: unknown) => Promise<boolean>>() },
};
