import type { Answer, Ask } from '@/lib/helpdesks/adapter';

import { sleep } from './sleep';
import type { AskWorker } from './worker';

/** A helpdesk that has not answered by then will not. */
const PATIENCE = 30_000;

/**
 * One polite GET on the page's own origin: the worker says when, for all tabs together. The ticket that is looked at does
 * not queue behind histories; a tab in the background does.
 */
export const politeAsk =
  (worker: AskWorker, signal: AbortSignal): Ask =>
  async (path) => {
    await myTurn(worker, signal);
    let status = 0;
    let retryAfter: string | null = null;
    try {
      const response = await fetch(path, {
        headers: { accept: 'application/json' },
        credentials: 'same-origin',
        signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
      });
      status = response.status;
      retryAfter = response.headers.get('retry-after');
      return await answerOf(response);
    } finally {
      const seconds = Number(retryAfter);
      await worker('turn-over', { status, ...(seconds > 0 && { retryAfterMs: seconds * 1000 }) });
    }
  };

async function myTurn(worker: AskWorker, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const { waitMs } = await worker('turn', { urgent: document.visibilityState === 'visible' });
    if (waitMs === 0) return;
    await sleep(waitMs);
  }
}

/** A redirect to a login form ends as 200 with HTML: the type of what came back tells. */
async function answerOf(response: Response): Promise<Answer> {
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  if (response.status === 401 || (response.ok && (response.redirected || !isJson))) return { kind: 'signed-out' };
  if (!response.ok) return { kind: 'refused', status: response.status };
  return { kind: 'json', body: await response.json() };
}
