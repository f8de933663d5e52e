import * as v from 'valibot';

import type { Bidi } from './bidi.ts';
import { evaluate } from './evaluate.ts';

/** The browser's own window: what it asks, and its page about an extension. */
export interface BrowserWindow {
  /** The value of an expression where the browser's own code runs. */
  evaluate(expression: string): Promise<unknown>;
  readonly addon: string;
}

const Tree = v.object({ contexts: v.array(v.object({ context: v.string() })) });

export async function windowOf(bidi: Bidi, addon: string): Promise<BrowserWindow> {
  const { contexts } = v.parse(Tree, await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const [own] = contexts;
  if (!own) throw new Error('Firefox shows no window of its own');
  return { addon, evaluate: (expression) => evaluate(bidi, own.context, expression) };
}
