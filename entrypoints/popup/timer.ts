import browser from 'webextension-polyfill';

import { readClock } from '@/entrypoints/background/clock';
import { useStored } from '@/entrypoints/pages/use-stored';

/** A call that runs, or was stopped and is not logged yet. Kept in storage, so that it outlives popup and worker. */
export interface RunningCall {
  /** The uuid under which it will be logged: pressing twice logs once. */
  readonly click: string;
  /** Epoch ms. */
  readonly startedAt: number;
  readonly stoppedAt?: number;
  readonly customerId?: string;
  readonly name?: string;
}

const KEY = 'timer';

export const keepCall = (call: RunningCall): Promise<void> => browser.storage.local.set({ [KEY]: call });
/** Begins to measure a call, with somebody or with nobody known yet. */
export async function startCall(who?: { readonly customerId: string; readonly name: string }): Promise<void> {
  const { now } = await readClock();
  await keepCall({ click: crypto.randomUUID(), startedAt: now, ...who });
}

/** Its minutes are fixed; it is kept until it is logged. */
export async function stopCall(call: RunningCall): Promise<void> {
  const { now } = await readClock();
  await keepCall({ ...call, stoppedAt: now });
}

export const forgetCall = (): Promise<void> => browser.storage.local.remove(KEY);

export const useCall = (): RunningCall | null | undefined => useStored(KEY, callOf);

function callOf(value: unknown): RunningCall | null {
  if (typeof value !== 'object' || value === null) return null;
  const { click, startedAt, stoppedAt, customerId, name } = value as Partial<Record<keyof RunningCall, unknown>>;
  if (typeof click !== 'string' || typeof startedAt !== 'number') return null;
  return {
    click,
    startedAt,
    ...(typeof stoppedAt === 'number' && { stoppedAt }),
    ...(typeof customerId === 'string' && { customerId }),
    ...(typeof name === 'string' && { name }),
  };
}
