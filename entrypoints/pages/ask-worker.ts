import browser from 'webextension-polyfill';

import type { AnswerTo, Ask, OwnMessages } from '@/lib/messaging/protocol';
import { Refused, send } from '@/lib/messaging/send';
import { t } from '@/lib/text/words';

import { words } from '@/entrypoints/background/language';

/** What came of asking the worker: its answer, or why not, as a sentence. */
export type Outcome<Kind extends keyof OwnMessages> =
  | { readonly ok: true; readonly answer: AnswerTo<Kind> }
  | { readonly ok: false; readonly why: string };

/** Asks the worker, which alone writes. What it refuses comes back as its sentence. */
export async function askWorker<Kind extends keyof OwnMessages>(kind: Kind, ask: Ask<Kind>): Promise<Outcome<Kind>> {
  try {
    return { ok: true, answer: await send(browser.runtime, kind, ask) };
  } catch (error) {
    if (!(error instanceof Refused)) console.error(kind, error);
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, why: error instanceof Refused ? why : t(words, 'popup.wrong', { why }) };
  }
}
