import { fireEvent, render, screen } from '@testing-library/preact';

import { Options } from '@/entrypoints/options/options';
import type { Contract } from '@/lib/scoring/contract';
import type { NoclaimsDatabase } from '@/lib/store/database';

import { fake, local } from './fake-browser';
import { seededRecord, SOURCE } from './record';

/** What Nora has agreed with us. */
export const KEPT: Contract = {
  id: 'k1',
  holder: 'nora',
  start: '2024-03-01',
  pauses: [],
  currency: 'EUR',
  revenue: [{ kind: 'monthly', minor: 48_000, from: '2024-03-01' }],
};

/** A browser whose owner has agreed and watches one helpdesk, with its record. */
export async function settled(): Promise<NoclaimsDatabase> {
  const db = await seededRecord();
  fake.runtime.sendMessage.mockReset();
  local.hold({ consent: { version: 1, at: Date.now() }, watched: [SOURCE.id] });
  answer(null);
  return db;
}

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
