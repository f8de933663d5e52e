import browser from 'webextension-polyfill';

/** Of the kinds of data that are asked for; a feature that reads a new kind asks for it by itself. */
export const CONSENT_VERSION = 1;

/** Somebody agreed. Nothing is read, kept or registered before. */
export async function hasConsent(): Promise<boolean> {
  const { consent } = await browser.storage.local.get('consent');
  return typeof consent === 'object' && consent !== null && 'version' in consent && consent.version === CONSENT_VERSION;
}

/** In `storage.local`, since it is asked before the database is opened. `at` in epoch ms. */
export const giveConsent = (at: number): Promise<void> =>
  browser.storage.local.set({ consent: { version: CONSENT_VERSION, at, by: 'person' } });

export const takeConsentBack = (): Promise<void> => browser.storage.local.remove('consent');
