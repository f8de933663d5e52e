import type { AnswerTo, Ask, PageMessages, Place } from '@/lib/messaging/protocol';
import { Refused, send } from '@/lib/messaging/send';

import { sleep } from './sleep';

/** The native one: the polyfill would take a quarter of what may reach a helpdesk page. */
declare const browser: {
  readonly runtime?: {
    readonly id?: string;
    sendMessage(message: unknown): Promise<unknown>;
    readonly onMessage: Listeners;
  };
};
interface Listeners {
  addListener(listener: (message: unknown) => void): void;
  removeListener(listener: (message: unknown) => void): void;
}

/** The worker may die under any question, and again under the next; asked again, it wakes. */
const PAUSES: readonly number[] = [200, 1000, 3000, 7000, 15_000, 30_000];
/** A question that nobody answers for so long is asked again. */
const PATIENCE = 20_000;

/** The extension was updated or removed: its new version has sent a script of its own, or nobody hears us any more. */
export const isOrphaned = (): boolean => !browser.runtime?.id;

type Without<Kind extends keyof PageMessages> = Omit<Ask<Kind>, keyof Place>;

export type AskWorker = <Kind extends keyof PageMessages>(kind: Kind, ask: Without<Kind>) => Promise<AnswerTo<Kind>>;

/** Asks the worker in the name of the place that this page is. */
export function workerOf(place: Place): AskWorker {
  async function asked<Kind extends keyof PageMessages>(
    kind: Kind,
    ask: Without<Kind>,
    [pause, ...later] = PAUSES,
  ): Promise<AnswerTo<Kind>> {
    const { runtime } = browser;
    if (!runtime) throw new Error('orphaned');
    try {
      return await inTime(send(runtime, kind, { ...place, ...ask }));
    } catch (error) {
      if (error instanceof Refused || pause === undefined || isOrphaned()) throw error;
    }
    await sleep(pause);
    return asked(kind, ask, later);
  }
  return (kind, ask) => asked(kind, ask);
}

const inTime = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
  Promise.race([
    answer,
    new Promise<never>((_, reject) => {
      AbortSignal.timeout(PATIENCE).addEventListener('abort', reject);
    }),
  ]);

/** Hears what the worker has to say until the signal aborts. */
export function hear(signal: AbortSignal, listener: (kind: string) => void): void {
  const onMessage = browser.runtime?.onMessage;
  const on = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && 'kind' in message) listener(String(message.kind));
  };
  onMessage?.addListener(on);
  signal.addEventListener('abort', () => isOrphaned() || onMessage?.removeListener(on));
}

export { Refused };
