import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

export type Answer = Readonly<Record<string, unknown>>;
export interface Event {
  readonly method: string;
  readonly params: Answer;
  readonly sessionId?: string;
}

/** The browser's debugging protocol: what is asked of it, and what it tells. */
export interface Pipe {
  send(method: string, params?: Answer, sessionId?: string): Promise<Answer>;
  /** Returns a function that ends the listening. */
  on(heard: (event: Event) => void): () => void;
}

interface Waiting {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (problem: Error) => void;
}

const PATIENCE = 30_000;

/** Messages over file descriptors 3 and 4, each ended by a zero byte. */
export function pipeOf(browser: ChildProcess): Pipe {
  const [, , , out, from] = browser.stdio as unknown as [null, null, null, Writable, Readable];
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(event: Event) => void>();
  let last = 0;
  let rest = '';

  from.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) hear(JSON.parse(part));
  });
  const hear = (message: Event & { id?: number; result?: Answer; error?: { message: string } }): void => {
    if (message.id === undefined) {
      for (const listener of listeners) listener(message);
      return;
    }
    const { resolve, reject } = waiting.get(message.id) ?? {};
    waiting.delete(message.id);
    if (message.error) reject?.(new Error(message.error.message));
    else resolve?.(message.result ?? {});
  };

  return {
    send: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        const id = (last += 1);
        const timer = setTimeout(() => {
          waiting.delete(id);
          reject(new Error(`${method}: the browser did not answer`));
        }, PATIENCE);
        const done = <Value>(settle: (value: Value) => void) => {
          return (value: Value): void => {
            clearTimeout(timer);
            settle(value);
          };
        };
        waiting.set(id, { resolve: done(resolve), reject: done(reject) });
        out.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
      }),
    on(heard) {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
  };
}

/** The next event of this name in a session. */
export function next({ on }: Pipe, method: string, sessionId: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => end(() => reject(new Error(`waited in vain for ${method}`))), PATIENCE);
    const off = on((event) => {
      if (event.method === method && event.sessionId === sessionId) end(() => resolve(event.params));
    });
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      off();
      settle();
    };
  });
}
