import type { AnswerTo, Ask, MessageKind, Reply } from '@/lib/messaging/protocol';

import type { Driven } from '../drive/launch.ts';

/** Asks the worker from a page of ours; throws what it refuses with. */
export async function ask<Kind extends MessageKind>(
  driven: Driven,
  kind: Kind,
  what: Ask<Kind>,
): Promise<AnswerTo<Kind>> {
  const page = await driven.ownPage('options.html');
  const message = JSON.stringify({ kind, ask: what });
  const reply: Reply<Kind> = await page.evaluate(`chrome.runtime.sendMessage(${message})`);
  await page.close();
  if (!reply.ok) throw new Error(reply.why);
  return reply.value;
}
