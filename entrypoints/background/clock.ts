import browser from 'webextension-polyfill';

export interface Reading {
  /** Epoch ms. */
  readonly now: number;
  /** IANA name. */
  readonly zone: string;
}

/**
 * The one place where an instant and a zone come from: read once per event and passed down. The e2e build alone can shift
 * them, so that anniversaries can be seen; in the shipped one the branch is not even in the file.
 */
export async function readClock(): Promise<Reading> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (import.meta.env.MODE !== 'e2e') return { now: Date.now(), zone: timeZone };
  const { 'e2e-clock-shift': shift } = await browser.storage.local.get({ 'e2e-clock-shift': {} });
  const { ms = 0, zone = timeZone } = shift as { ms?: number; zone?: string };
  return { now: Date.now() + ms, zone };
}
