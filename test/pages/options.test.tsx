// @vitest-environment happy-dom
import 'fake-indexeddb/auto';

import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Options } from '@/entrypoints/options/options';
import { LIMIT_PRESETS } from '@/lib/scoring/rules';
import { NoclaimsDatabase } from '@/lib/store/database';

import { fake, local } from './fake-browser';
import { seededRecord, SOURCE } from './record';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fake }));

const settings = (): unknown[] =>
  fake.runtime.sendMessage.mock.calls.flatMap(([message]) => {
    const { kind, ask } = message as { kind: string; ask: unknown };
    return kind === 'setting' ? [ask] : [];
  });

function open(page: string): void {
  location.hash = `#${page}`;
  render(<Options />);
}

const write = (label: string, value: string): void => {
  const field = screen.getByLabelText(label);
  fireEvent.input(field, { target: { value } });
  fireEvent.change(field, { target: { value } });
};

beforeEach(async () => {
  await seededRecord();
  local.hold({ consent: { version: 1, at: Date.now() }, watched: [SOURCE.id] });
  fake.runtime.sendMessage.mockReset().mockResolvedValue({ ok: true, value: { said: 'Erased: 14 contacts.' } });
});
afterEach(cleanup);

describe('without consent', () => {
  it('sets nothing and says why', async () => {
    local.hold({});
    open('limits');
    await screen.findByText('There is no consent, so nothing is read.');
    expect(screen.queryByRole('navigation')).toBeNull();
  });
});

describe('limits', () => {
  it('are named by what they say, and saved as they are changed', async () => {
    open('limits');
    const month = await screen.findByRole('group', { name: '5 contacts in 30 days' });
    fireEvent.change(within(month).getByLabelText('At most'), { target: { value: '4' } });
    await waitFor(() => expect(settings()).toHaveLength(1));
    const value = LIMIT_PRESETS.map((rule) => (rule.id === 'month' ? { ...rule, max: 4 } : rule));
    expect(settings()).toEqual([{ key: 'limits', value }]);
  });

  it.each(['1.5', '-1', 'many'])('do not take %s for a number of contacts, and say what is wrong', async (max) => {
    open('limits');
    const month = await screen.findByRole('group', { name: '5 contacts in 30 days' });
    fireEvent.change(within(month).getByLabelText('At most'), { target: { value: max } });
    await waitFor(() => expect(within(month).getByRole('alert').textContent).not.toBe(''));
    expect(settings()).toEqual([]);
  });

  it('can be of a whole organisation, and can count our own faults', async () => {
    open('limits');
    const week = await screen.findByRole('group', { name: '3 contacts in 7 days' });
    fireEvent.change(within(week).getByLabelText('Contacts of'), { target: { value: 'organisation' } });
    fireEvent.click(within(week).getByLabelText('Our own faults count, too'));
    await waitFor(() => expect(settings()).toHaveLength(2));
    const [first, second] = settings().map((ask) => (ask as { value: object[] }).value[0]);
    expect(first).toEqual({ ...LIMIT_PRESETS[0], scope: 'organisation' });
    expect(second).toEqual({ ...LIMIT_PRESETS[0], includeProductFault: true });
  });

  it('go back to one customer, without our faults', async () => {
    const rule = { ...LIMIT_PRESETS[0], scope: 'organisation', includeProductFault: true };
    await new NoclaimsDatabase().settings.put({ key: 'limits', value: [rule] });
    open('limits');
    const week = await screen.findByRole('group', { name: '3 contacts in 7 days, of an organisation' });
    fireEvent.change(within(week).getByLabelText('Contacts of'), { target: { value: 'customer' } });
    fireEvent.click(within(week).getByLabelText('Our own faults count, too'));
    await waitFor(() => expect(settings()).toHaveLength(2));
    expect(settings()).toEqual([
      { key: 'limits', value: [{ ...LIMIT_PRESETS[0], includeProductFault: true }] },
      { key: 'limits', value: [{ ...LIMIT_PRESETS[0], scope: 'organisation' }] },
    ]);
  });

  it('can be switched off, narrowed to some kinds, removed and added', async () => {
    open('limits');
    const week = await screen.findByRole('group', { name: '3 contacts in 7 days' });
    fireEvent.click(within(week).getByRole('switch', { name: '3 contacts in 7 days' }));
    fireEvent.click(within(week).getByRole('checkbox', { name: 'Message' }));
    fireEvent.click(within(week).getByRole('button', { name: 'Remove the limit: 3 contacts in 7 days' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add a limit' }));
    await waitFor(() => expect(settings()).toHaveLength(4));
    const values = settings().map((ask) => (ask as { value: { id: string; on: boolean; kinds?: string[] }[] }).value);
    expect(values[0]?.[0]).toMatchObject({ id: 'week', on: false });
    expect(values[1]?.[0]?.kinds).toEqual(['call', 'conference', 'visit', 'chat']);
    expect(values[2]?.map(({ id }) => id)).toEqual(['month', 'contract-year', 'weekly-conference']);
    expect(values[3]?.at(-1)).toMatchObject({ id: 'own-1', on: true });
  });
});

describe('figures', () => {
  it('are written as one writes them, and kept in cents', async () => {
    open('costs');
    await screen.findByRole('heading', { name: 'Costs and figures' });
    write('Cost of a minute of work', '1,25');
    await waitFor(() => expect(settings()).toEqual([{ key: 'minuteMinor', value: 125 }]));
  });

  it('that are none are not saved', async () => {
    open('costs');
    await screen.findByRole('heading', { name: 'Costs and figures' });
    write('Currency', 'euro');
    await screen.findByText('three capital letters, such as EUR');
    expect(screen.getByLabelText('Currency').getAttribute('aria-invalid')).toBe('true');
    expect(settings()).toEqual([]);
  });

  it('go back to what they were at first', async () => {
    await new NoclaimsDatabase().settings.put({ key: 'estimate', value: 9 });
    open('costs');
    fireEvent.click(await screen.findByRole('button', { name: 'Reset Contacts a year of an average customer to 4' }));
    await waitFor(() => expect(settings()).toEqual([{ key: 'estimate', value: 4 }]));
  });
});

describe('helpdesks', () => {
  it('show what is read, what was missed, and what was refused and why', async () => {
    const db = new NoclaimsDatabase();
    const now = Date.now();
    await db.health.bulkPut([
      { sourceId: SOURCE.id, fact: 'ticket', lastSeenAt: now - 5 * 60_000, misses: 0 },
      { sourceId: SOURCE.id, fact: 'requester', lastMissedAt: now - 60_000, misses: 3 },
      { sourceId: SOURCE.id, fact: 'subject', lastMissedAt: now - 60 * 60_000, misses: 1 },
    ]);
    await db.quarantine.add({ sourceId: SOURCE.id, at: now, why: 'no time', text: '{"name":"<b>x</b>"}' });
    open('helpdesks');
    await screen.findByText('Ticket number: read 5 minutes ago');
    screen.getByText('Customer: missed 1 minute ago, 3 times so far');
    screen.getByText('Subject: missed 1 hour ago, understood again since');
    screen.getByText('1 reading was refused');
    screen.getByText('{"name":"<b>x</b>"}');
    fireEvent.click(screen.getByRole('button', { name: /^Stop watching Request Tracker/ }));
    expect(await screen.findByText(/is no longer watched\. What was recorded stays\./)).toBeTruthy();
  });
});

describe('import', () => {
  it('stages the file and says what the first pass finds wrong with it', async () => {
    fake.runtime.sendMessage.mockResolvedValue({ ok: false, why: 'This is no export of Noclaims.' });
    open('record');
    const field = await screen.findByLabelText('Choose a file');
    fireEvent.change(field, { target: { files: [new File(['{}'], 'x.json')] } });
    expect(await screen.findByText('Nothing was imported. This is no export of Noclaims.')).toBeTruthy();
  });

  it('tells of refused rows with line and reason', async () => {
    await new NoclaimsDatabase().jobs.put({
      id: 'import:1',
      kind: 'import',
      state: 'done',
      startedAt: 1,
      counts: { rows: 9, taken: 7, refused: 2 },
      refused: [{ line: 12, table: 'contacts', field: 'at', why: 'missing' }],
    });
    open('record');
    await screen.findByText('Imported: 7 rows.');
    screen.getByText('Line 12: “contacts”: “at” is missing.');
    expect(screen.getByText('and 1 more')).toBeTruthy();
  });
});

describe('privacy', () => {
  it('erases everything only after the word was typed, and says what it erased', async () => {
    open('privacy');
    fireEvent.click(await screen.findByRole('button', { name: 'Erase everything' }));
    const field = screen.getByLabelText('Type “erase” to go on');
    fireEvent.input(field, { target: { value: 'yes' } });
    fireEvent.click(screen.getByRole('button', { name: 'Erase it all now' }));
    await screen.findByText('Type the word “erase” as it stands there.');
    expect(fake.runtime.sendMessage).not.toHaveBeenCalled();
    fireEvent.input(field, { target: { value: 'Erase' } });
    fireEvent.click(screen.getByRole('button', { name: 'Erase it all now' }));
    await screen.findByText('Erased: 14 contacts.');
    expect(fake.runtime.sendMessage).toHaveBeenCalledWith({ kind: 'erase-everything', ask: {} });
  });

  it('finds a customer who objects', async () => {
    open('privacy');
    fireEvent.input(await screen.findByRole('combobox'), { target: { value: 'nora' } });
    fireEvent.click(await screen.findByRole('option', { name: /Nora Fairweather/ }));
    await screen.findByRole('region', { name: 'Chosen customer: Nora Fairweather' });
    const [, confirm] = screen.getAllByText('Customer objects to scoring');
    fireEvent.submit(confirm!.closest('form')!);
    await waitFor(() =>
      expect(fake.runtime.sendMessage.mock.lastCall).toMatchObject([
        { kind: 'act', ask: { customerId: 'nora', action: { do: 'objects', on: true } } },
      ]),
    );
  });

  it('takes the consent back', async () => {
    open('privacy');
    fireEvent.click(await screen.findByRole('button', { name: 'Withdraw it' }));
    await waitFor(() =>
      expect(fake.runtime.sendMessage).toHaveBeenCalledWith({ kind: 'consent', ask: { agreed: false } }),
    );
  });
});
