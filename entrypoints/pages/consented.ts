import { CONSENT_VERSION } from '@/entrypoints/background/consent';

import { useStored } from './use-stored';

export interface Consented {
  readonly version: number;
  /** Epoch ms. */
  readonly at: number;
}

/** The consent in force; null when there is none, undefined until that is known. */
export const useConsent = (): Consented | null | undefined => useStored('consent', consentOf);

function consentOf(value: unknown): Consented | null {
  if (typeof value !== 'object' || value === null || !('version' in value) || !('at' in value)) return null;
  const { version, at } = value;
  return version === CONSENT_VERSION && typeof at === 'number' ? { version, at } : null;
}
