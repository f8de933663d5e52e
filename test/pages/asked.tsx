import { fireEvent, render, screen } from '@testing-library/preact';

import { Options } from '@/entrypoints/options/options';

import { fake } from './fake-browser';

/** What the worker was asked, by kind. */
export const asked = (kind: string): unknown[] =>
  fake.runtime.sendMessage.mock.calls.flatMap(([message]) => {
    const sent = message as { kind: string; ask: unknown };
    return sent.kind === kind ? [sent.ask] : [];
  });

/** What the worker answers from now on. */
export const answer = (value: unknown): void => void fake.runtime.sendMessage.mockResolvedValue({ ok: true, value });

export function open(page: string): void {
  location.hash = `#${page}`;
  render(<Options />);
}

export const type = (label: string | RegExp, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

export const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
