import { expect } from '@playwright/test';

import { startDemo } from '../../demo/server.ts';
import { eventually } from '../../scripts/drive/eventually.ts';
import { killerOf } from '../../scripts/drive/kill-worker.ts';
import { launch } from '../../scripts/drive/launch.ts';
import { kitOf, SHIPPED_BUILD, test } from './kit.ts';

const DAY = 86_400_000;
const YEAR = 366 * DAY;

test('the build for tests sees another day when told so', async ({ kit }) => {
  await kit.own.evaluate(`chrome.storage.local.set({ 'e2e-clock-shift': { ms: ${YEAR} } })`);
  await kit.ask('consent', { agreed: true });
  expect(await consentedAt(kit.own)).toBeGreaterThan(Date.now() + YEAR - 60_000);
});

test('a night that a closed browser missed is made up for at the next start, once', async ({ kit }) => {
  await kit.begin();
  const startedAt = async (): Promise<number> => {
    const jobs = await kit.rows<{ id: string; state: string; startedAt: number }>('jobs');
    return jobs.find(({ id, state }) => id === 'nightly' && state === 'done')?.startedAt ?? 0;
  };
  const first = await eventually(async () => (await startedAt()) || undefined, 'the first night');
  const killer = await killerOf(kit.driven);
  await killer.kill();
  await kit.ask('hide', { on: false });
  expect(await startedAt()).toBe(first);
  await kit.own.evaluate(`chrome.storage.local.set({ 'e2e-clock-shift': { ms: ${DAY} } })`);
  await killer.kill();
  await kit.ask('hide', { on: false });
  await eventually(async () => ((await startedAt()) > first ? true : undefined), 'the night made up for');
  await killer.leave();
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
