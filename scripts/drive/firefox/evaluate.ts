import * as v from 'valibot';

import type { Bidi } from './bidi.ts';

/** What WebDriver BiDi tells of a value; of nodes, with all that is below them. */
export interface RemoteNode {
  readonly nodeType: number;
  readonly localName?: string | undefined;
  readonly nodeValue?: string | undefined;
  readonly attributes?: Readonly<Record<string, string>> | undefined;
  readonly children?: readonly RemoteValue[] | undefined;
  readonly shadowRoot?: RemoteValue | null | undefined;
}

interface RemoteValue {
  readonly sharedId?: string | undefined;
  readonly value?: RemoteNode | undefined;
}

const Node: v.GenericSchema<RemoteNode> = v.object({
  nodeType: v.number(),
  localName: v.optional(v.string()),
  nodeValue: v.optional(v.string()),
  attributes: v.optional(v.record(v.string(), v.string())),
  children: v.optional(v.array(v.lazy(() => Value))),
  shadowRoot: v.nullish(v.lazy(() => Value)),
});
const Value: v.GenericSchema<RemoteValue> = v.object({
  sharedId: v.optional(v.string()),
  value: v.optional(v.lazy(() => Node)),
});

const Evaluated = v.variant('type', [
  v.object({ type: v.literal('success'), result: v.object({ value: v.optional(v.unknown()) }) }),
  v.object({ type: v.literal('exception'), exceptionDetails: v.object({ text: v.string() }) }),
]);

async function run(bidi: Bidi, method: string, params: object): Promise<unknown> {
  const answer = v.parse(Evaluated, await bidi.send(method, { awaitPromise: true, ...params }));
  if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
  return answer.result.value;
}

/** The value of an expression in a page, as JSON carries it; a promise is waited for. */
export async function evaluate(bidi: Bidi, context: string, expression: string): Promise<unknown> {
  const asJson = `(async () => JSON.stringify(await (${expression})))()`;
  const text = await run(bidi, 'script.evaluate', { expression: asJson, target: { context } });
  return typeof text === 'string' ? JSON.parse(text) : undefined;
}

/** Calls a function of the page with an element. */
export const callWith = (bidi: Bidi, context: string, functionDeclaration: string, sharedId: string) =>
  run(bidi, 'script.callFunction', { functionDeclaration, target: { context }, arguments: [{ sharedId }] });

/** The whole page as a tree, closed shadow roots included. */
export async function treeOf(bidi: Bidi, context: string): Promise<RemoteNode> {
  const found = await run(bidi, 'script.evaluate', {
    expression: 'document.documentElement',
    target: { context },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: null },
  });
  return v.parse(Node, found);
}
