// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { GrowingList } from '@/components/growing-list';
import { RuleList } from '@/components/rule-list';
import { SureButton } from '@/components/sure-button';

afterEach(cleanup);

const focused = (): string => document.activeElement?.textContent ?? '';

describe('a button that cannot be undone', () => {
  const open = () => {
    const sure = vi.fn<() => void>();
    render(<SureButton word="Remove" label="Remove it all" asks="Sure?" yes="Remove it" no="Keep it" onSure={sure} />);
    fireEvent.click(screen.getByRole('button', { name: 'Remove it all' }));
    return sure;
  };

  it('asks first, with the focus on the way back', () => {
    const sure = open();
    expect([sure.mock.calls.length, focused()]).toEqual([0, 'Keep it']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove it' }));
    expect(sure).toHaveBeenCalledOnce();
  });

  it.each(['a click', 'Escape'])('is left by %s, and has the focus again', (how) => {
    const sure = open();
    if (how === 'Escape') fireEvent.keyDown(document.activeElement!, { key: 'Escape' });
    else fireEvent.click(screen.getByRole('button', { name: 'Keep it' }));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Remove it all' }));
    expect(sure).not.toHaveBeenCalled();
  });
});

describe('rows that grow', () => {
  function Rows() {
    const [rows, setRows] = useState(['a', 'b']);
    return (
      <GrowingList
        rows={rows}
        add={{ word: 'Add', row: () => 'new' }}
        nameOf={(number) => `Row ${number}`}
        removeOf={(number) => `Remove row ${number}`}
        onChange={(next) => setRows([...next])}
      >
        {(row, index, change) => (
          <input
            aria-label={`text ${index}`}
            value={row}
            onInput={({ currentTarget }) => change(currentTarget.value)}
          />
        )}
      </GrowingList>
    );
  }
  const values = (): string[] => screen.queryAllByRole('textbox').map((field) => (field as HTMLInputElement).value);

  it('have the focus when they are new', async () => {
    render(<Rows />);
    expect(document.activeElement).toBe(document.body);
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('text 2')));
    expect(values()).toEqual(['a', 'b', 'new']);
  });

  it('go one by one, and leave the focus on what adds', async () => {
    render(<Rows />);
    fireEvent.click(screen.getByRole('button', { name: 'Remove row 1' }));
    await waitFor(() => expect(focused()).toBe('Add'));
    expect(values()).toEqual(['b']);
    fireEvent.click(screen.getByRole('button', { name: 'Remove row 1' }));
    await waitFor(() => expect(values()).toEqual([]));
  });

  it('are changed where one writes', () => {
    render(<Rows />);
    fireEvent.input(screen.getByLabelText('text 1'), { target: { value: 'B' } });
    expect(values()).toEqual(['a', 'B']);
  });
});

describe('rules', () => {
  it('are switched, changed and removed by name, and say what they would have proposed', async () => {
    const switched = vi.fn<(id: string, on: boolean) => Promise<string | undefined>>(async () => 'at most fifty');
    const changed = vi.fn<(id: string) => void>();
    const rule = {
      id: 'r1',
      on: false,
      name: '“crash” in the subject: Unknown crash',
      preview: { said: 'For 2 of the 9 tickets on record.', rows: ['“Crash” (Nora, 3 May)'] },
    };
    render(<RuleList rules={[rule]} onSwitch={switched} onChange={changed} onRemove={vi.fn<() => void>()} />);
    const group = within(screen.getByRole('group', { name: rule.name }));
    group.getByText('For 2 of the 9 tickets on record.');
    group.getByText('“Crash” (Nora, 3 May)');
    const toggle = group.getByRole('switch', { name: rule.name });
    expect(toggle.getAttribute('aria-checked')).toBe('false');
    fireEvent.click(toggle);
    expect(switched).toHaveBeenCalledWith('r1', true);
    expect((await screen.findByText('at most fifty')).getAttribute('role')).toBe('alert');
    fireEvent.click(group.getByRole('button', { name: `Change the rule: ${rule.name}` }));
    expect(changed).toHaveBeenCalledWith('r1');
  });
});
