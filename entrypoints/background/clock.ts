import browser from 'webextension-polyfill';

/**
 * The one place where an instant and a zone come from. They are read once per event and passed down. The e2e build alone can
 * shift them; in the shipped one this is the system's clock and the branch is not even in the file.
 */
export async function now(): Promise<number> {
  if (import.meta.env.MODE === 'e2e') {
    const { clockShift } = await browser.storage.local.get({ clockShift: 0, marker: 'noclaims:clock-shift' });
    return Date.now() + Number(clockShift);
  }
  return Date.now();
}

export const systemZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
