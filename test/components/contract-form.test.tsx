// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ContractForm, type Refusal } from '@/components/contract-form';
import { ContractList } from '@/components/contract-list';
import { ContractsTable } from '@/components/contracts-table';
import { type ContractDraft, newContract } from '@/lib/text/contract-draft';

afterEach(cleanup);

const focused = (): string => document.activeElement?.textContent ?? '';
const type = (label: string | RegExp, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

describe('the form of a contract', () => {
  const open = (answer?: Refusal) => {
    const saved = vi.fn<(draft: ContractDraft) => Promise<Refusal | undefined>>(async () => answer);
    const left = vi.fn<() => void>();
    render(
      <ContractForm
        title="New contract"
        initial={newContract({ id: 'k1', holder: 'nora', currency: 'EUR' })}
        ladders={[{ id: 'sane', name: 'The sane one' }]}
        zones={['Europe/Vienna', 'America/New_York']}
        onSave={saved}
        onLeave={left}
      />,
    );
    return { saved, left, form: screen.getByRole('form', { name: 'New contract' }) };
  };

  it('begins at its first field, and hands on everything that was written', async () => {
    const { saved, form } = open();
    expect(document.activeElement).toBe(screen.getByLabelText('First day'));
    type('First day', '2024-03-01');
    type('Last day', '2027-02-28');
    fireEvent.change(screen.getByLabelText('Time zone of its days'), { target: { value: 'Europe/Vienna' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add an earning' }));
    const earning = within(screen.getByRole('group', { name: 'Earning 1' }));
    expect(earning.getByLabelText('From')).toHaveProperty('value', '2024-03-01');
    fireEvent.change(earning.getByLabelText('Earned as'), { target: { value: 'licence' } });
    fireEvent.input(earning.getByLabelText('Amount'), { target: { value: '9000' } });
    fireEvent.input(earning.getByLabelText('Spread over months'), { target: { value: '36' } });
    type('Currency', 'usd');
    type('Cost of goods a month', '35');
    fireEvent.change(screen.getByLabelText('Ladder'), { target: { value: 'sane' } });
    type('Clean years elsewhere', '2');
    type('Seats', '25');
    fireEvent.submit(form);
    await waitFor(() => expect(saved).toHaveBeenCalledOnce());
    expect(saved.mock.calls[0]).toEqual([
      {
        id: 'k1',
        holder: 'nora',
        start: '2024-03-01',
        end: '2027-02-28',
        zone: 'Europe/Vienna',
        pauses: [],
        currency: 'usd',
        revenue: [{ kind: 'licence', amount: '9000', cost: '', from: '2024-03-01', to: '', months: '36' }],
        goods: '35',
        ladderId: 'sane',
        priorYears: '2',
        seats: '25',
      },
    ]);
  });

  it('asks of each kind of earning only what it has', () => {
    open();
    fireEvent.click(screen.getByRole('button', { name: 'Add an earning' }));
    const earning = within(screen.getByRole('group', { name: 'Earning 1' }));
    const asked = (kind: string): string[] => {
      fireEvent.change(earning.getByLabelText('Earned as'), { target: { value: kind } });
      return ['They cost us', 'From', 'Last day', 'On', 'Spread over months'].filter(
        (label) => earning.queryByLabelText(label) !== null,
      );
    };
    expect(asked('monthly')).toEqual(['From', 'Last day']);
    expect(asked('support')).toEqual(['From', 'Last day']);
    expect(asked('licence')).toEqual(['On', 'Spread over months']);
    expect(asked('resale')).toEqual(['They cost us', 'On']);
    expect(asked('work')).toEqual(['On']);
  });

  it('says at each field what is wrong, counts it, and goes to the first', async () => {
    const { form } = open(
      new Map([
        ['seats', 'a whole number of seats, please'],
        ['currency', 'three letters such as EUR, please'],
      ]),
    );
    fireEvent.submit(form);
    expect((await screen.findByText('Not saved: 2 fields need another look.')).getAttribute('role')).toBe('alert');
    const currency = screen.getByLabelText('Currency');
    await waitFor(() => expect(document.activeElement).toBe(currency));
    const described = currency.getAttribute('aria-describedby')!;
    expect(document.getElementById(described)!.textContent).toBe('three letters such as EUR, please');
    expect(screen.getByLabelText('Seats').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText('First day').getAttribute('aria-invalid')).toBe('false');
  });

  it('says what the worker refuses, and can be left', async () => {
    const { form, left } = open('The record did not answer.');
    fireEvent.submit(form);
    await screen.findByText('The record did not answer.');
    fireEvent.click(screen.getByRole('button', { name: 'Leave it as it was' }));
    expect(left).toHaveBeenCalledOnce();
  });
});

describe('the contracts of somebody', () => {
  const view = { id: 'k1', title: 'Since 1 Mar 2024', facts: ['€480 a month', '25 seats'] };
  const none = (): void => undefined;

  it('say what is agreed, and are changed and removed by name', () => {
    const [change, remove] = [vi.fn<(id: string) => void>(), vi.fn<(id: string) => void>()];
    render(
      <ContractList name="Nora" contracts={[view]} said="Saved." onAdd={none} onChange={change} onRemove={remove} />,
    );
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(view.facts);
    expect(screen.getByRole('status').textContent).toBe('Saved.');
    expect(focused()).toBe('Nora');
    fireEvent.click(screen.getByRole('button', { name: 'Change the contract: Since 1 Mar 2024' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove the contract: Since 1 Mar 2024' }));
    fireEvent.click(screen.getByRole('button', { name: 'Remove it' }));
    expect([change.mock.calls, remove.mock.calls]).toEqual([[['k1']], [['k1']]]);
  });

  it('leave the focus to the form while one is open', () => {
    const list = (open: boolean) => (
      <ContractList name="Nora" contracts={[]} said={undefined} onAdd={none} onChange={none} onRemove={none}>
        {open && <input aria-label="field" />}
      </ContractList>
    );
    const { rerender } = render(list(false));
    screen.getByText(/^No contract yet/);
    rerender(list(true));
    screen.getByLabelText('field').focus();
    expect(screen.queryByRole('button', { name: 'Add a contract' })).toBeNull();
    expect(document.activeElement).toBe(screen.getByLabelText('field'));
    rerender(list(false));
    expect(focused()).toBe('Nora');
  });
});

describe('a table of contracts', () => {
  const given = { view: undefined, busy: false, said: undefined };
  const acts = () => ({
    onFile: vi.fn<(file: File) => void>(),
    onSample: vi.fn<() => void>(),
    onTake: vi.fn<() => void>(),
    onLeave: vi.fn<() => void>(),
  });

  it('takes a file, and offers a sample', () => {
    const act = acts();
    render(<ContractsTable {...given} {...act} />);
    const file = new File(['customer,start'], 'x.csv');
    fireEvent.change(screen.getByLabelText('Choose a CSV file'), { target: { files: [file] } });
    fireEvent.click(screen.getByRole('button', { name: 'Download a sample' }));
    expect([act.onFile.mock.calls, act.onSample.mock.calls.length]).toEqual([[[file]], 1]);
    expect(screen.queryByRole('button', { name: 'Take these over' })).toBeNull();
  });

  it('shows what was read and what was refused, and writes only when told to', () => {
    const act = acts();
    const view = {
      said: '3 rows were read.',
      unused: 'Columns that are not used: phone.',
      rows: [{ id: 'k1', name: 'Nora', days: 'Since 1 Mar 2024', earns: '€480 a month', replaces: 'replaces one' }],
      more: 'and 4 more contracts',
      refused: { title: '1 row is refused:', rows: ['Line 4: no such day.'] },
    };
    render(<ContractsTable {...given} {...act} view={view} />);
    expect(focused()).toBe('What would be taken over');
    expect(screen.getByRole('row', { name: /Nora/ }).textContent).toBe('NoraSince 1 Mar 2024replaces one€480 a month');
    for (const said of [view.said, view.unused, view.more, view.refused.title, 'Line 4: no such day.'])
      screen.getByText(said);
    expect(act.onTake).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Take these over' }));
    fireEvent.click(screen.getByRole('button', { name: 'Leave it' }));
    expect([act.onTake.mock.calls.length, act.onLeave.mock.calls.length]).toEqual([1, 1]);
  });

  it('offers nothing to take over where there is nothing', () => {
    render(<ContractsTable {...given} {...acts()} view={{ said: 'No contract can be taken over.', rows: [] }} />);
    expect(screen.queryByRole('button', { name: 'Take these over' })).toBeNull();
    screen.getByRole('button', { name: 'Leave it' });
  });
});
