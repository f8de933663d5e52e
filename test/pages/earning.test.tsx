// @vitest-environment happy-dom
import 'fake-indexeddb/auto';

import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { NoclaimsDatabase } from '@/lib/store/database';

import { asked, KEPT, open, settled } from './asked';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser')).fake }));

let db: NoclaimsDatabase;
beforeEach(async () => {
  db = await settled();
});
afterEach(cleanup);

describe('how one earns', () => {
  const saved = (): unknown[] => asked('setting');

  it('is chosen, with what follows from it', async () => {
    open('costs');
    const field = await screen.findByLabelText('What you live from');
    screen.getByText('The discount is taken to be on fees and support.');
    fireEvent.change(field, { target: { value: 'open-source' } });
    fireEvent.change(screen.getByLabelText('Licences and one-off fees are earned'), { target: { value: 'at-once' } });
    fireEvent.change(screen.getByLabelText('Expectations follow outages, seasons and growth'), {
      target: { value: 'off' },
    });
    await waitFor(() => expect(saved()).toHaveLength(3));
    expect(saved()).toEqual([
      { key: 'businessModel', value: 'open-source' },
      { key: 'licences', value: 'at-once' },
      { key: 'index', value: 'off' },
    ]);
  });

  it('takes a rate for each foreign currency of a contract', async () => {
    await db.contracts.bulkPut([KEPT, { ...KEPT, id: 'k2', currency: 'USD' }]);
    await db.settings.put({ key: 'currencyRates', value: { CHF: 1.04 } });
    open('costs');
    const dollar = await screen.findByLabelText('One USD, in EUR');
    expect(screen.queryByLabelText('One EUR, in EUR')).toBeNull();
    const write = (field: HTMLElement, value: string): void => {
      fireEvent.input(field, { target: { value } });
      fireEvent.change(field, { target: { value } });
    };
    write(dollar, '0,92');
    await waitFor(() => expect(saved()).toEqual([{ key: 'currencyRates', value: { CHF: 1.04, USD: 0.92 } }]));
    write(screen.getByLabelText('One CHF, in EUR'), 'dear');
    await screen.findByText('A number, please.');
    write(screen.getByLabelText('One CHF, in EUR'), '');
    await waitFor(() => expect(saved().at(-1)).toEqual({ key: 'currencyRates', value: {} }));
  });
});

describe('the ladder', () => {
  it('is chosen from all there are; ours stand open, the others unfold', async () => {
    await db.settings.put({ key: 'ladder', value: 'france' });
    open('ladder');
    await screen.findByRole('heading', { name: 'The article' });
    const folded = [...document.querySelectorAll('details')];
    expect(folded.length).toBeGreaterThan(12);
    expect(folded.filter((one) => one.open).map((one) => one.querySelector('b')!.textContent)).toEqual(['France']);
    expect(within(folded.find((one) => one.open)!).getByText('In force').className).toBe('tag');
    fireEvent.click(screen.getByRole('button', { name: 'Put in force: Hong Kong', hidden: true }));
    await waitFor(() => expect(asked('setting')).toEqual([{ key: 'ladder', value: 'hong-kong' }]));
  });
});
