import { expect } from '@playwright/test';

import { startDemo } from '../../demo/server.ts';
import { launch } from '../../scripts/drive/launch.ts';
import { kitOf, SHIPPED_BUILD, test } from './kit.ts';

const YEAR = 366 * 86_400_000;

test('the build for tests sees another day when told so', async ({ kit }) => {
  await kit.own.evaluate(`chrome.storage.local.set({ 'e2e-clock-shift': { ms: ${YEAR} } })`);
  await kit.ask('consent', { agreed: true });
  expect(await consentedAt(kit.own)).toBeGreaterThan(Date.now() + YEAR - 60_000);
});

test('the shipped build knows no day but today', async () => {
  const driven = await launch({ extension: SHIPPED_BUILD });
  const demo = await startDemo({ customers: 5, scale: 0.1 });
  try {
    const kit = await kitOf(driven, demo);
    await kit.own.evaluate(`chrome.storage.local.set({ 'e2e-clock-shift': { ms: ${YEAR}, zone: 'Pacific/Apia' } })`);
    await kit.ask('consent', { agreed: true });
    expect(Math.abs((await consentedAt(kit.own)) - Date.now())).toBeLessThan(60_000);
  } finally {
    await driven.close();
    await demo.close();
  }
});

async function consentedAt(own: { evaluate(code: string): Promise<unknown> }): Promise<number> {
  const { consent } = (await own.evaluate(`chrome.storage.local.get('consent')`)) as { consent: { at: number } };
  return consent.at;
}
