// @vitest-environment happy-dom
import 'fake-indexeddb/auto';

import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Popup } from '@/entrypoints/popup/popup';

import { fake, local, session } from './fake-browser';
import { seededRecord, SOURCE } from './record';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fake }));

const BASE = { consent: { version: 1, at: Date.now() }, watched: [SOURCE.id] };
const MINUTE = 60_000;

const acts = (): unknown[] => fake.runtime.sendMessage.mock.calls.map(([message]) => (message as { ask: unknown }).ask);
const timer = async (): Promise<unknown> => (await local.get('timer'))['timer'];

beforeEach(async () => {
  await seededRecord();
  local.hold(BASE);
  session.hold({ 'tab:7': { sourceId: SOURCE.id, state: 'ticket', ticketId: '42', customerId: 'tom' } });
  fake.tabs.query.mockResolvedValue([{ id: 7, url: 'https://desk.example/rt/Ticket/Display.html?id=42' }]);
  fake.scripting.executeScript.mockResolvedValue([]);
  fake.runtime.sendMessage.mockReset().mockResolvedValue({ ok: true, value: { said: 'Call logged.' } });
});
afterEach(cleanup);

const find = (text: string): void => {
  fireEvent.input(screen.getAllByRole('combobox')[0]!, { target: { value: text } });
};

describe('finding a customer', () => {
  it('goes through what is found by arrows, and opens by Enter', async () => {
    render(<Popup />);
    const field = await screen.findByRole('combobox', { name: 'Find a customer' });
    find('o');
    await screen.findByRole('option', { name: /Olga Mill/ });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(await screen.findByRole('region', { name: 'On record: Olga Mill' })).toBeTruthy();
  });

  it('says when nobody is found', async () => {
    render(<Popup />);
    await screen.findByRole('combobox');
    find('zz');
    expect(await screen.findByText(/^Nobody by that name\./)).toBeTruthy();
  });
});

describe('a call of somebody who is not on the page', () => {
  const begin = async (): Promise<void> => {
    render(<Popup />);
    const foot = (await screen.findByRole('combobox')).closest('footer');
    fireEvent.click([...foot!.querySelectorAll('button')].find(({ textContent }) => textContent === 'Log a call')!);
    await screen.findByRole('heading', { name: 'Log a call' });
  };

  it('is logged for whom was found, of a kind, with its minutes', async () => {
    await begin();
    find('idris');
    fireEvent.click(await screen.findByRole('option', { name: /Idris Achterberg/ }));
    await screen.findByRole('button', { name: 'Somebody else' });
    fireEvent.change(screen.getByLabelText('Kind'), { target: { value: 'conference' } });
    fireEvent.input(screen.getByLabelText('Minutes'), { target: { value: '7,5' } });
    fireEvent.click(screen.getByRole('button', { name: 'Log it' }));
    await screen.findByText('Call logged.');
    expect(acts()).toMatchObject([
      { customerId: 'idris', action: { do: 'log-call', kind: 'conference', minutes: 7.5 } },
    ]);
  });

  it('wants to know whose it is', async () => {
    await begin();
    fireEvent.click(screen.getByRole('button', { name: 'Log it' }));
    expect((await screen.findByText('Find the customer first.')).getAttribute('role')).toBe('alert');
    expect(acts()).toEqual([]);
  });

  it.each(['-1', '1441', 'ten'])('does not take %s for minutes', async (minutes) => {
    await begin();
    find('idris');
    fireEvent.click(await screen.findByRole('option', { name: /Idris Achterberg/ }));
    await screen.findByRole('button', { name: 'Somebody else' });
    fireEvent.input(screen.getByLabelText('Minutes'), { target: { value: minutes } });
    fireEvent.click(screen.getByRole('button', { name: 'Log it' }));
    await screen.findByText('Minutes are a number from 0 to 1440.');
    expect(acts()).toEqual([]);
  });
});

describe('the call timer', () => {
  it('is kept where neither popup nor worker can lose it', async () => {
    render(<Popup />);
    await screen.findByRole('region', { name: /Tom Wieliczko/ });
    fireEvent.click(screen.getByRole('button', { name: 'Time a call' }));
    await screen.findByText('Call with Tom Wieliczko');
    expect(await timer()).toMatchObject({ customerId: 'tom', name: 'Tom Wieliczko' });
  });

  it('goes on when the popup is opened again, and is logged with its minutes, from its beginning', async () => {
    const startedAt = Date.now() - 4.2 * MINUTE;
    const click = crypto.randomUUID();
    local.hold({ ...BASE, timer: { click, startedAt, customerId: 'tom', name: 'Tom Wieliczko' } });
    render(<Popup />);
    expect((await screen.findByRole('timer')).textContent).toMatch(/^04:1\d$/);
    fireEvent.click(screen.getByRole('button', { name: 'Stop and log' }));
    expect(await screen.findByLabelText('Minutes')).toHaveProperty('value', '5');
    fireEvent.click(screen.getByRole('button', { name: 'Log it' }));
    await screen.findByText('Call logged.');
    expect(acts()).toEqual([
      { customerId: 'tom', click, action: { do: 'log-call', kind: 'call', minutes: 5, at: startedAt } },
    ]);
    expect(await timer()).toBeUndefined();
  });

  it('keeps a stopped call until it is logged or discarded', async () => {
    const startedAt = Date.now() - 10 * MINUTE;
    local.hold({ ...BASE, timer: { click: crypto.randomUUID(), startedAt, stoppedAt: startedAt + 2 * MINUTE } });
    render(<Popup />);
    expect((await screen.findByRole('timer')).textContent).toBe('02:00');
    fireEvent.click(screen.getByRole('button', { name: 'Log it' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Discard this call' }));
    await waitFor(async () => expect(await timer()).toBeUndefined());
    expect(acts()).toEqual([]);
  });
});
