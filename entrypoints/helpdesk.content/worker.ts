import type { AnswerTo, Ask, PageMessages, Place } from '@/lib/messaging/protocol';
import { Refused, send } from '@/lib/messaging/send';

/** The native one: the polyfill would take a quarter of what may reach a helpdesk page. */
declare const browser: { runtime: { sendMessage(message: unknown): Promise<unknown>; onMessage: Listeners } };
interface Listeners {
  addListener(listener: (message: unknown) => void): void;
  removeListener(listener: (message: unknown) => void): void;
}

type Without<Kind extends keyof PageMessages> = Omit<Ask<Kind>, keyof Place>;

export type AskWorker = <Kind extends keyof PageMessages>(kind: Kind, ask: Without<Kind>) => Promise<AnswerTo<Kind>>;

/** Asks the worker in the name of the place that this page is. */
export const workerOf =
  (place: Place): AskWorker =>
  (kind, ask) =>
    send(browser.runtime, kind, { ...place, ...ask } as Ask<typeof kind>);

/** Hears what the worker has to say until the signal aborts. */
export function hear(signal: AbortSignal, listener: (kind: string) => void): void {
  const on = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && 'kind' in message) listener(String(message.kind));
  };
  browser.runtime.onMessage.addListener(on);
  signal.addEventListener('abort', () => browser.runtime.onMessage.removeListener(on));
}

export { Refused };
