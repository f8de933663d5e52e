// @vitest-environment happy-dom
import 'fake-indexeddb/auto';

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Welcome } from '@/entrypoints/welcome/welcome';

import { fake, local } from './fake-browser';
import { seededRecord } from './record';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fake }));

beforeEach(async () => {
  await seededRecord();
  local.hold({});
  fake.runtime.sendMessage.mockReset().mockImplementation(async (message) => {
    const { kind } = message as { kind: string };
    if (kind === 'consent') await local.set({ consent: { version: 1, at: Date.now() } });
    return { ok: true, value: null };
  });
  vi.stubGlobal('navigator', { ...navigator, storage: { persist: async () => true } });
});
afterEach(cleanup);

describe('the welcome page', () => {
  it('names every kind of data, and ticks nothing beforehand', async () => {
    render(<Welcome />);
    await screen.findByRole('heading', { name: 'May Noclaims read your helpdesk?' });
    const said = document.body.textContent;
    for (const kind of ['names', 'addresses', 'numbers', 'times', 'subjects', 'statuses', 'minutes']) {
      expect(said).toContain(kind);
    }
    expect(said).toContain('Version 1 of this page.');
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(fake.runtime.sendMessage).not.toHaveBeenCalled();
  });

  it('says after the agreement what to do next, and that the record is kept', async () => {
    render(<Welcome />);
    fireEvent.click(await screen.findByRole('button', { name: 'I agree' }));
    const next = await screen.findByRole('heading', { name: 'What to do next' });
    await waitFor(() => expect(document.activeElement).toBe(next));
    await screen.findByText(/You agreed today\..*Your browser keeps the record/);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toContain(
      'Choose “Watch this helpdesk”. Your browser asks once for access to that address, and to no other.',
    );
  });

  it('offers the other ladder', async () => {
    local.hold({ consent: { version: 1, at: Date.now() } });
    render(<Welcome />);
    fireEvent.click(await screen.findByRole('button', { name: 'Put in force: The sane one' }));
    await waitFor(() =>
      expect(fake.runtime.sendMessage).toHaveBeenCalledWith({
        kind: 'setting',
        ask: { key: 'ladder', value: 'sane' },
      }),
    );
  });

  it('says after a no that nothing is read, and how to come back', async () => {
    render(<Welcome />);
    fireEvent.click(await screen.findByRole('button', { name: 'Not now' }));
    await screen.findByText(/reads and keeps nothing until you agree\. To come back, click its icon/);
    expect(fake.runtime.sendMessage).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Read it again' }));
    expect(await screen.findByRole('button', { name: 'I agree' })).toBeTruthy();
  });
});
