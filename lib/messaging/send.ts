import type { AnswerTo, Ask, MessageKind, Reply } from './protocol';

/** The little of a browser's runtime that sending needs; handed in, so that no polyfill reaches a helpdesk page. */
export interface Sender {
  sendMessage(message: unknown): Promise<unknown>;
}

/** The worker answered, and the answer was no; the message is a sentence for the person. */
export class Refused extends Error {}

/** Asks the worker. Throws `Refused` with the worker's sentence, or the browser's error if nobody answered. */
export async function send<Kind extends MessageKind>(
  runtime: Sender,
  kind: Kind,
  ask: Ask<Kind>,
): Promise<AnswerTo<Kind>> {
  const reply = (await runtime.sendMessage({ kind, ask })) as Reply<Kind> | undefined;
  if (!reply) throw new Error(`no answer to ${kind}`);
  if (!reply.ok) throw new Refused(reply.why);
  return reply.value;
}
