import { fault, roleOf } from './checks';
import { pacer } from './pace';
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

type PageHandlers = {
  readonly [Kind in keyof PageMessages]: (ask: Ask<Kind>, sender: PageSender) => Promise<AnswerTo<Kind>>;
};
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
const MOST_CHARACTERS = 524_288;

/** What checking needs from outside: whose extension this is, the clock, and where a mishap is told. */
export interface Watch {
  readonly self: Self;
  /** Epoch ms. */
  readonly now: () => number;
  readonly report: (kind: string, error: unknown) => void;
}

/**
 * Checks who sent what, and answers. The role comes from the sender, never from the message; undefined when the message
 * is not for the worker at all.
 */
export function receiver({ self, now, report }: Watch, handlers: Handlers) {
  const mayBeHeard = pacer();
  return (message: unknown, from: From): Promise<Reply<MessageKind>> | undefined => {
    if (typeof message !== 'object' || message === null || !('kind' in message) || !('ask' in message))
      return undefined;
    const { kind, ask } = message;
    if (typeof kind !== 'string' || !roleOf(kind)) return undefined;
    const tabId = from.tab?.id;
    const isOwn = from.url?.startsWith(self.base) ?? false;
    if (!isOwn && tabId !== undefined && !mayBeHeard(tabId, now()))
      return Promise.resolve(no('too many messages at once'));
    return answer(self, handlers, { kind: kind as MessageKind, ask, from }).catch((error: unknown) => {
      if (error instanceof Sentence) return no(error.message);
      report(kind, error);
      return no('Something went wrong on our side. It is noted in the log.');
    });
  };
}

const no = (why: string): Reply<MessageKind> => ({ ok: false, why });

async function answer(
  self: Self,
  handlers: Handlers,
  { kind, ask, from }: { kind: MessageKind; ask: unknown; from: From },
): Promise<Reply<MessageKind>> {
  if (from.id !== self.id) return no('not from Noclaims');
  const isOwn = from.url?.startsWith(self.base) ?? false;
  if (isOwn !== (roleOf(kind) === 'own')) return no(`${kind} may not be sent from here`);
  if (sizeOf(ask) > MOST_CHARACTERS) return no(`${kind} is too large`);
  const wrong = fault(kind, ask);
  if (wrong) return no(wrong);
  if (isOwn) return { ok: true, value: await handlerOf(handlers.own, kind)(ask) };
  const tabId = from.tab?.id;
  if (tabId === undefined || from.frameId !== 0 || !from.url) return no(`${kind} comes from a tab's page only`);
  return { ok: true, value: await handlerOf(handlers.page, kind)(ask, { tabId, url: new URL(from.url) }) };
}

/** As JSON, in characters; what is no JSON (a cycle, a bigint) is larger than anything. */
function sizeOf(ask: unknown): number {
  try {
    return JSON.stringify(ask).length;
  } catch {
    return Infinity;
  }
}

type Handler = (ask: unknown, sender?: PageSender) => Promise<never>;

/** The shape was checked against the kind just before: the table of kinds and the handlers agree by their types. */
const handlerOf = (handlers: Handlers['page'] | Handlers['own'], kind: MessageKind): Handler =>
  Reflect.get(handlers, kind) as Handler;
