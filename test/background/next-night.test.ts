import { expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: { i18n: { getUILanguage: () => 'en' } } }));

it.each([
  { now: '2026-11-25T01:00+01:00', night: '2026-11-25T03:00+01:00', zone: 'Europe/Vienna' },
  { now: '2026-11-25T03:00+01:00', night: '2026-11-26T03:00+01:00', zone: 'Europe/Vienna' },
  { now: '2026-10-24T12:00+02:00', night: '2026-10-25T03:00+01:00', zone: 'Europe/Vienna' },
  { now: '2026-03-07T23:00-05:00', night: '2026-03-08T03:00-04:00', zone: 'America/New_York' },
])('$night follows $now', async ({ now, night, zone }) => {
  const { nextNight } = await import('@/entrypoints/background/alarms');
  expect(nextNight(Date.parse(now), zone)).toBe(Date.parse(night));
});

it.each([
  { now: '2026-11-25T01:00+01:00', night: '2026-11-24T03:00+01:00', zone: 'Europe/Vienna' },
  { now: '2026-11-25T03:00+01:00', night: '2026-11-25T03:00+01:00', zone: 'Europe/Vienna' },
  { now: '2026-10-26T02:59+01:00', night: '2026-10-25T03:00+01:00', zone: 'Europe/Vienna' },
])('$night came before $now', async ({ now, night, zone }) => {
  const { lastNight } = await import('@/entrypoints/background/alarms');
  expect(lastNight(Date.parse(now), zone)).toBe(Date.parse(night));
});
