import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

import { deskOf, type Desk } from './desk/desk.ts';
import { listener } from './http/listener.ts';
import { asOfArgument, plan, PLAN_ARGUMENTS, type PlanOptions } from './plan.ts';
import type { Plan } from './plan/shape.ts';

export interface Demo {
  /** Such as `http://127.0.0.1:8100`, without a slash at its end. */
  readonly url: string;
  readonly desk: Desk;
  readonly plan: Plan;
  close(): Promise<void>;
}

export interface DemoOptions extends Omit<PlanOptions, 'asOf'> {
  /** Without one, a port that is free. */
  readonly port?: number;
  /** The end of the history, epoch ms; without one, the last full hour. */
  readonly asOf?: number;
  readonly now?: () => number;
}

/** Starts Harbour Desk, a small helpdesk with several years of invented history, on this machine alone. */
export async function startDemo(options: DemoOptions = {}): Promise<Demo> {
  const { port = 0, now = Date.now, asOf = asOfArgument(undefined, now()), ...shape } = options;
  const made = plan({ ...shape, asOf });
  const desk = deskOf(made, now);
  const server = createServer(listener(desk));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The desk listens on no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    desk,
    plan: made,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((problem) => (problem ? reject(problem) : resolve()));
        server.closeAllConnections();
      }),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { ...PLAN_ARGUMENTS, port: { type: 'string', default: '8100' } } });
  const { url, plan: made } = await startDemo({
    port: Number(values.port),
    asOf: asOfArgument(values['as-of'], Date.now()),
    seed: Number(values.seed),
    scale: Number(values.scale),
    customers: Number(values.customers),
  });
  process.stdout.write(
    `Harbour Desk with ${made.tickets.length} tickets of ${made.customers.length} customers: ${url}\n`,
  );
}
