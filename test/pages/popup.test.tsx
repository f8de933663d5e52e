// @vitest-environment happy-dom
import 'fake-indexeddb/auto';

import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Popup } from '@/entrypoints/popup/popup';
import { NoclaimsDatabase } from '@/lib/store/database';

import { standing } from '../text/given';
import { fake, local, session } from './fake-browser';
import { seededRecord, SOURCE } from './record';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fake }));

const CONSENT = { version: 1, at: Date.now() };
const TICKET = 'https://desk.example/rt/Ticket/Display.html?id=42';
const onTicket = (customerId: string) => ({ sourceId: SOURCE.id, state: 'ticket', ticketId: '42', customerId });

/** What was sent to the worker, of one kind. */
const sent = (kind: string): unknown[] =>
  fake.runtime.sendMessage.mock.calls.flatMap(([message]) => {
    const { kind: its, ask } = message as { kind: string; ask: unknown };
    return its === kind ? [ask] : [];
  });

beforeEach(async () => {
  await seededRecord();
  local.hold({ consent: CONSENT, watched: [SOURCE.id] });
  session.hold({});
  fake.tabs.query.mockResolvedValue([{ id: 7, url: TICKET }]);
  fake.scripting.executeScript.mockResolvedValue([{ result: undefined }]);
  fake.runtime.sendMessage.mockReset().mockResolvedValue({ ok: true, value: { said: 'Done.' } });
});
afterEach(cleanup);

describe('before consent', () => {
  it('asks, and opens nothing else', async () => {
    local.hold({});
    render(<Popup />);
    await screen.findByRole('heading', { name: 'May Noclaims read your helpdesk?' });
    expect(screen.queryByRole('combobox')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'I agree' }));
    await waitFor(() => expect(sent('consent')).toEqual([{ agreed: true }]));
  });
});

describe('on a helpdesk that nobody watches', () => {
  beforeEach(() => {
    local.hold({ consent: CONSENT });
    fake.scripting.executeScript.mockResolvedValue([{ result: { adapterId: 'rt', basePath: '/rt' } }]);
  });

  it('asks for the one host within the click, the wish sent before', async () => {
    const order: string[] = [];
    fake.runtime.sendMessage.mockImplementation(async () => {
      order.push('wish');
      return { ok: true, value: { watching: false } };
    });
    fake.permissions.request.mockImplementation(async () => {
      order.push('permission');
      return false;
    });
    render(<Popup />);
    await screen.findByRole('heading', { name: 'A helpdesk we know: Request Tracker' });
    fireEvent.click(screen.getByRole('button', { name: 'Watch this helpdesk' }));
    expect(order).toEqual(['wish', 'permission']);
    expect(fake.permissions.request).toHaveBeenCalledWith({ origins: ['https://desk.example/*'] });
    expect(sent('watch')).toEqual([
      {
        adapterId: 'rt',
        basePath: '/rt',
        origin: 'https://desk.example',
        tabId: 7,
        name: 'Request Tracker, desk.example/rt',
      },
    ]);
    expect(await screen.findByText('Access was not given, so nothing is watched. You can ask again.')).toBeTruthy();
  });
});

describe('without a ticket', () => {
  it('says so on a page that is no helpdesk', async () => {
    local.hold({ consent: CONSENT });
    fake.tabs.query.mockResolvedValue([{ id: 7, url: 'https://news.example/' }]);
    render(<Popup />);
    expect(await screen.findByRole('heading', { name: 'No helpdesk on this page' })).toBeTruthy();
  });

  it('believes the address more than what the tab once showed', async () => {
    session.hold({ 'tab:7': onTicket('nora') });
    fake.tabs.query.mockResolvedValue([{ id: 7, url: 'https://news.example/' }]);
    render(<Popup />);
    await screen.findByText('No helpdesk on this page.');
    expect(screen.queryByRole('heading', { name: 'Nora Fairweather' })).toBeNull();
  });

  it('names the fact that a page lacks, and says what happened to the data', async () => {
    session.hold({ 'tab:7': { sourceId: SOURCE.id, state: 'unreadable', fact: 'requester' } });
    render(<Popup />);
    await screen.findByRole('heading', { name: 'This page is not understood' });
    expect(screen.getByText(/its customer was not found.*Nothing was recorded from this page\./)).toBeTruthy();
  });

  it('is calm about an empty record', async () => {
    await new NoclaimsDatabase().customers.clear();
    render(<Popup />);
    expect(await screen.findByRole('heading', { name: 'Nothing here yet, and that is fine' })).toBeTruthy();
  });
});

describe('on a ticket', () => {
  beforeEach(() => session.hold({ 'tab:7': onTicket('nora') }));

  it('shows whose it is, with figures, reasons and the badge in words', async () => {
    render(<Popup />);
    const panel = await screen.findByRole('region', { name: 'On this page: Nora Fairweather' });
    const said = within(panel).getAllByRole('status')[0]?.textContent;
    expect(said).toContain('Over limit. Nora Fairweather: 6 contacts in 30 days; your limit is 5.');
    expect(panel.querySelector('dl')?.textContent).toBe('In 30 days6 of 5Cost, 12 months€0Discount30%');
    within(panel).getByText('6 contacts in 30 days; your limit is 5.');
  });

  it('does not tell the alert of the shown customer a second time', async () => {
    render(<Popup />);
    await screen.findByRole('heading', { name: 'Other alerts' });
    expect(screen.queryByRole('button', { name: 'Open Nora Fairweather' })).toBeNull();
    expect(screen.getByText('None. The last one was yesterday.')).toBeTruthy();
  });

  it('does what is asked, once, and says what was done', async () => {
    render(<Popup />);
    await screen.findByRole('region', { name: /Nora Fairweather/ });
    fireEvent.click(screen.getByRole('button', { name: 'Snooze the alert for 7 days' }));
    await screen.findByText('Done.');
    expect(sent('act')).toMatchObject([{ customerId: 'nora', action: { do: 'snooze', days: 7 } }]);
  });

  it('says what the worker refuses', async () => {
    fake.runtime.sendMessage.mockResolvedValue({ ok: false, why: 'This customer is no longer here.' });
    render(<Popup />);
    await screen.findByRole('region', { name: /Nora Fairweather/ });
    fireEvent.click(screen.getByRole('button', { name: 'Snooze the alert for 7 days' }));
    expect(await screen.findByText('This customer is no longer here.')).toBeTruthy();
  });

  it('follows the record without being opened again', async () => {
    render(<Popup />);
    await screen.findByRole('region', { name: /Nora Fairweather/ });
    await new NoclaimsDatabase().customers.update('nora', { name: 'Nora Newname' });
    expect(await screen.findByRole('region', { name: 'On this page: Nora Newname' })).toBeTruthy();
  });
});

describe('worth a kind word', () => {
  it('gives each a reason and a next step', async () => {
    render(<Popup />);
    const thank = await screen.findByRole('button', { name: 'Thank Idris Achterberg' });
    expect(thank.closest('li')?.textContent).toContain('No contact in five years. Never thanked.');
    const call = screen.getByRole('button', { name: 'Call Olga Mill' });
    expect(call.closest('li')?.textContent).toMatch(/Fell from 50% to 40% .* A call would be fair\./);
    fireEvent.click(thank);
    await waitFor(() => expect(sent('act')).toMatchObject([{ customerId: 'idris', action: { do: 'thank' } }]));
  });
});

describe('worth a talk', () => {
  it('is left out where there is nobody', async () => {
    render(<Popup />);
    await screen.findByRole('heading', { name: 'Worth a kind word' });
    expect(screen.queryByRole('heading', { name: 'Worth a talk' })).toBeNull();
  });

  it('names whose contract costs, with the sum', async () => {
    await new NoclaimsDatabase().standings.put(
      standing({
        customerId: 'nora',
        suggestion: 'contract-talk',
        rank: 1,
        reasons: [{ kind: 'loss-making', minor: -114_000, currency: 'EUR' }],
      }),
    );
    render(<Popup />);
    const heading = await screen.findByRole('heading', { name: 'Worth a talk' });
    const line = within(heading.closest('section')!).getByRole('listitem');
    expect(line.textContent).toMatch(/^Nora FairweatherCost you €1,140 more than they paid/);
  });
});

describe('while a screen is shared', () => {
  it('says that badges are hidden, and shows them again', async () => {
    local.hold({ consent: CONSENT, watched: [SOURCE.id], hidden: true });
    render(<Popup />);
    const hide = await screen.findByRole('switch', { name: /Hide all badges/ });
    expect(hide).toHaveProperty('checked', true);
    fireEvent.click(screen.getByRole('button', { name: 'Show them again' }));
    await waitFor(() => expect(sent('hide')).toEqual([{ on: false }]));
  });
});
