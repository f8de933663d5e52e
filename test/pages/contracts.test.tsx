// @vitest-environment happy-dom
import 'fake-indexeddb/auto';

import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { NoclaimsDatabase } from '@/lib/store/database';

import { answer, asked, KEPT, open, press, settled, type } from './asked';
import { fake } from './fake-browser';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fake }));

let db: NoclaimsDatabase;
beforeEach(async () => {
  db = await settled();
  await db.identities.bulkPut(['nora', 'tom'].map((id) => ({ key: `email:${id}@customer.example`, customerId: id })));
  await db.organisations.put({ id: 'domain:mill.example', name: 'Old Mill Cider' });
});
afterEach(cleanup);

const find = async (text: string, name: RegExp): Promise<void> => {
  fireEvent.input(await screen.findByRole('combobox', { name: 'Find a customer or an organisation' }), {
    target: { value: text },
  });
  fireEvent.click(await screen.findByRole('option', { name }));
};

describe('contracts', () => {
  it('of an organisation are entered by hand, and checked before they go', async () => {
    answer({ taken: 1, strangers: [] });
    open('contracts');
    await find('cider', /Old Mill Cider/);
    fireEvent.click(await screen.findByRole('button', { name: 'Add a contract' }));
    const form = screen.getByRole('form', { name: 'New contract' });
    type('Seats', 'many');
    fireEvent.submit(form);
    await screen.findByText('Not saved: 2 fields need another look.');
    expect(asked('contracts')).toEqual([]);
    type('Seats', '25');
    type('First day', '2024-03-01');
    fireEvent.submit(form);
    await screen.findByText('Saved. Everybody it is about is counted again.');
    expect(asked('contracts')).toMatchObject([
      { put: [{ holder: 'org:domain:mill.example', start: '2024-03-01', seats: 25, currency: 'EUR' }] },
    ]);
    expect(screen.queryByRole('form')).toBeNull();
  });

  it('that are on record are shown, changed under their own id, and removed', async () => {
    answer({ taken: 1, strangers: [] });
    await db.contracts.put(KEPT);
    open('contracts');
    fireEvent.click(await screen.findByRole('button', { name: 'Show the contracts of Nora Fairweather' }));
    await screen.findByText('€480 a month');
    press(/^Change the contract: Since /);
    const form = screen.getByRole('form', { name: /^Contract since / });
    const when = within(screen.getByRole('group', { name: 'When' }));
    fireEvent.input(when.getByLabelText('Last day'), { target: { value: '2027-02-28' } });
    fireEvent.submit(form);
    await screen.findByText(/^Saved\./);
    expect(asked('contracts')).toEqual([{ put: [{ ...KEPT, end: '2027-03-01' }] }]);
    press(/^Remove the contract/);
    press('Remove it');
    await screen.findByText(/^Removed\./);
    expect(asked('contract-remove')).toEqual([{ id: 'k1' }]);
  });

  it('are left as they were', async () => {
    await db.contracts.put(KEPT);
    open('contracts');
    await find('nora', /Nora/);
    fireEvent.click(await screen.findByRole('button', { name: /^Change the contract/ }));
    type('Seats', '3');
    press('Leave it as it was');
    await screen.findByText('€480 a month');
    expect(fake.runtime.sendMessage).not.toHaveBeenCalled();
  });

  it('say what the worker refuses', async () => {
    fake.runtime.sendMessage.mockResolvedValue({ ok: false, why: 'The record did not answer.' });
    open('contracts');
    await find('nora', /Nora/);
    fireEvent.click(await screen.findByRole('button', { name: 'Add a contract' }));
    type('First day', '2024-03-01');
    fireEvent.submit(screen.getByRole('form'));
    await screen.findByText('The record did not answer.');
    expect(screen.getByRole('form')).toBeTruthy();
  });
});

describe('a table of contracts', () => {
  const choose = async (...lines: string[]): Promise<void> => {
    open('contracts');
    const field = await screen.findByLabelText('Choose a CSV file');
    fireEvent.change(field, { target: { files: [new File([lines.join('\n')], 'x.csv')] } });
  };
  const HEAD = 'customer,start,earns,amount';

  it('is written only after somebody took it over, and without its bad rows', async () => {
    await db.contracts.put(KEPT);
    await choose(
      HEAD,
      'nora@customer.example,2024-03-01,monthly,500',
      'tom@customer.example,2025-01-01,support,1200',
      'ann@new.example,2025-01-01,,',
      'tom@customer.example,2020-13-01,,',
    );
    await screen.findByText(
      '4 rows were read. 2 contracts can be taken over. 1 of them replaces one on record. Nothing is written yet.',
    );
    screen.getByText('Line 4: “ann@new.example” is not on record. Whoever has written to you once is.');
    screen.getByText('Line 5: “start”: a day such as 2026-03-01, please.');
    expect(fake.runtime.sendMessage).not.toHaveBeenCalled();
    answer({ taken: 2, strangers: [] });
    press('Take these over');
    await screen.findByText('Taken over: 2 contracts.');
    expect(asked('contracts')).toMatchObject([
      {
        put: [
          { id: 'k1', revenue: [{ minor: 50_000 }] },
          { holder: 'tom', start: '2025-01-01' },
        ],
      },
    ]);
    expect(screen.queryByRole('button', { name: 'Take these over' })).toBeNull();
  });

  it('can be left, and nothing is written', async () => {
    await choose(HEAD, 'tom@customer.example,2025-01-01,,');
    fireEvent.click(await screen.findByRole('button', { name: 'Leave it' }));
    await screen.findByText('Nothing was written.');
    expect(fake.runtime.sendMessage).not.toHaveBeenCalled();
  });

  it('that is none is refused with a sentence', async () => {
    await choose('name,begin', 'x,y');
    expect(await screen.findByText(/“customer” or “organisation” is missing/)).toBeTruthy();
  });

  it('that went wrong half-way says so, and can be tried again', async () => {
    await choose(HEAD, 'tom@customer.example,2025-01-01,,');
    fake.runtime.sendMessage.mockResolvedValue({ ok: false, why: 'no room on this disk' });
    fireEvent.click(await screen.findByRole('button', { name: 'Take these over' }));
    await screen.findByText('That did not work: no room on this disk');
    expect(screen.getByRole('button', { name: 'Take these over' })).toBeTruthy();
  });

  it('of many contracts goes in several messages', async () => {
    const people = Array.from({ length: 501 }, (_, index) => `p${index}`);
    await db.customers.bulkPut(
      people.map((id) => ({
        id,
        names: [],
        terms: [],
        createdAt: 0,
        completeThrough: {},
        email: `${id}@many.example`,
      })),
    );
    await choose(HEAD, ...people.map((id) => `${id},2025-01-01,,`));
    fake.runtime.sendMessage.mockImplementation(async (message) => {
      const { put } = (message as { ask: { put: unknown[] } }).ask;
      return { ok: true, value: { taken: put.length, strangers: [] } };
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Take these over' }));
    await screen.findByText('Taken over: 501 contracts.');
    expect(asked('contracts').map((ask) => (ask as { put: unknown[] }).put.length)).toEqual([500, 1]);
  });
});
