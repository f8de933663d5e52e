import { fault, roleOf } from './checks';
import type { AnswerTo, Ask, MessageKind, OwnMessages, PageMessages, Reply } from './protocol';

/** As much of a browser's message sender as is believed. */
export interface From {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

export interface PageSender {
  readonly tabId: number;
  readonly url: URL;
}

type PageHandlers = { readonly [Kind in keyof PageMessages]: (ask: Ask<Kind>, sender: PageSender) => Promise<AnswerTo<Kind>> };
type OwnHandlers = { readonly [Kind in keyof OwnMessages]: (ask: Ask<Kind>) => Promise<AnswerTo<Kind>> };

export interface Handlers {
  readonly page: PageHandlers;
  readonly own: OwnHandlers;
}

/** Whose extension this is: its id, and the address all its own pages begin with. */
export interface Self {
  readonly id: string;
  readonly base: string;
}

/** What a person may read; anything else that goes wrong is ours, and told as such. */
export class Sentence extends Error {}

/** A message of the largest honest observation is far below this. */
const MOST_CHARACTERS = 1_000_000;

/**
 * Checks who sent what, and answers. The role comes from the sender, never from the message; undefined when the message
 * is not for the worker at all.
 */
export function receiver(self: Self, handlers: Handlers, report: (kind: string, error: unknown) => void) {
  return (message: unknown, from: From): Promise<Reply<MessageKind>> | undefined => {
    if (typeof message !== 'object' || message === null || !('kind' in message) || !('ask' in message)) return undefined;
    const { kind, ask } = message;
    if (typeof kind !== 'string' || !roleOf(kind)) return undefined;
    return answer(self, handlers, { kind: kind as MessageKind, ask, from }).catch((error: unknown) => {
      if (error instanceof Sentence) return { ok: false, why: error.message };
      report(kind, error);
      return { ok: false, why: 'Something went wrong on our side. It is noted in the log.' };
    });
  };
}

async function answer(
  self: Self,
  handlers: Handlers,
  { kind, ask, from }: { kind: MessageKind; ask: unknown; from: From },
): Promise<Reply<MessageKind>> {
  const role = roleOf(kind);
  if (from.id !== self.id) return { ok: false, why: 'not from Noclaims' };
  const own = from.url?.startsWith(self.base) ?? false;
  if (own !== (role === 'own')) return { ok: false, why: `${kind} may not be sent from here` };
  if (JSON.stringify(ask).length > MOST_CHARACTERS) return { ok: false, why: `${kind} is too large` };
  const wrong = fault(kind, ask);
  if (wrong) return { ok: false, why: wrong };
  if (own) return { ok: true, value: await call(handlers.own, kind)(ask) };
  const tabId = from.tab?.id;
  if (tabId === undefined || from.frameId !== 0 || !from.url) return { ok: false, why: `${kind} comes from a tab's page only` };
  return { ok: true, value: await call(handlers.page, kind)(ask, { tabId, url: new URL(from.url) }) };
}

/** The shape was checked against the kind just before: the table of kinds and the handlers agree by their types. */
const call = (handlers: object, kind: MessageKind): ((ask: unknown, sender?: PageSender) => Promise<never>) =>
  (handlers as Record<string, (ask: unknown, sender?: PageSender) => Promise<never>>)[kind]!;
