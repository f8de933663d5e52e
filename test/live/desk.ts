import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plan, PlannedTicket } from '../../demo/plan/shape.ts';
import { ROOT, run } from '../../scripts/processes.ts';

/** A planned ticket with the number that Request Tracker gave it. */
export type SeededTicket = PlannedTicket & { readonly id: number };
export type SeededPlan = Omit<Plan, 'tickets'> & { readonly tickets: readonly SeededTicket[] };

export interface Desk {
  /** `http://127.0.0.1:8765/` */
  readonly url: string;
  readonly plan: SeededPlan;
}

export const AGENT = { user: 'agent', password: 'agent-password' } as const;

const DAY = 86_400_000;

interface Where {
  /** RT5_HOME, RT5_PORT, RT5_WEB_PATH; without them the desk that a person would start. */
  readonly env?: Readonly<Record<string, string>>;
  readonly seed?: readonly string[];
}

/** A Request Tracker with a history that ends yesterday: today's might lie ahead of now. What tests left in it is gone. */
export async function seededDesk({ env = {}, seed = [] }: Where = {}): Promise<Desk> {
  await script('up', [], env);
  const yesterday = new Date(Date.now() - DAY).toISOString().slice(0, 10);
  await script('seed', ['--as-of', yesterday, ...seed], env);
  const said = await script('up', [], env);
  const value = (name: string): string => new RegExp(`^${name}: +(.+)$`, 'm').exec(said)?.[1] ?? '';
  return { url: value('url'), plan: JSON.parse(readFileSync(join(value('data'), 'plan.json'), 'utf8')) as SeededPlan };
}

export const endDesk = (env: Readonly<Record<string, string>>): Promise<string> => script('down', ['--purge'], env);

async function script(name: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const { code, output } = await run('bash', [join(ROOT, 'scripts/rt5', name), ...args], { env });
  if (code !== 0) throw new Error(`scripts/rt5/${name} ended with ${code}: ${output}`);
  return output;
}
