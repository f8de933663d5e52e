import { cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plan, PlannedTicket } from '../../demo/plan/shape.ts';
import { ROOT, run } from '../../scripts/processes.ts';
import { freePort } from '../../scripts/test/means.ts';

/** A planned ticket with the number that Request Tracker gave it. */
export type SeededTicket = PlannedTicket & { readonly id: number };
export type SeededPlan = Omit<Plan, 'tickets'> & { readonly tickets: readonly SeededTicket[] };

export interface Desk {
  /** `http://127.0.0.1:8765/` */
  readonly url: string;
  readonly plan: SeededPlan;
  /** The folder of its data. */
  readonly home: string;
}

export const AGENT = { user: 'agent', password: 'agent-password' } as const;

const DAY = 86_400_000;

/** RT5_HOME, RT5_PORT, RT5_WEB_PATH; without them the desk that a person would start. */
type Where = Readonly<Record<string, string>>;

/** A Request Tracker with a history that ends yesterday: today's might lie ahead of now. What tests left in it is gone. */
export async function seededDesk(env: Where = {}): Promise<Desk> {
  await script('up', [], env);
  const yesterday = new Date(Date.now() - DAY).toISOString().slice(0, 10);
  await script('seed', ['--as-of', yesterday], env);
  const said = await script('up', [], env);
  const value = (name: string): string => new RegExp(`^${name}: +(.+)$`, 'm').exec(said)?.[1] ?? '';
  const home = value('data');
  return { url: value('url'), home, plan: JSON.parse(readFileSync(join(home, 'plan.json'), 'utf8')) as SeededPlan };
}

/** Another one on the same host, with the same people and the same ticket numbers. It takes seconds: all is copied. */
export async function secondDesk({ home }: Desk): Promise<Desk & { end(): Promise<string> }> {
  const env = { RT5_HOME: `${home}-second`, RT5_PORT: await freePort(), RT5_WEB_PATH: '/rt' };
  const end = (): Promise<string> => script('down', ['--purge'], env);
  await end(); // what a test run that was cut off may have left
  mkdirSync(env.RT5_HOME, { recursive: true });
  for (const file of readdirSync(home)) {
    if (/^(rt\.empty\.sqlite3|seeded-.*)$/.test(file)) cpSync(join(home, file), join(env.RT5_HOME, file));
  }
  return { ...(await seededDesk(env)), end };
}

async function script(name: string, args: readonly string[], env: Where): Promise<string> {
  const { code, output } = await run('bash', [join(ROOT, 'scripts/rt5', name), ...args], { env });
  if (code !== 0) throw new Error(`scripts/rt5/${name} ended with ${code}: ${output}`);
  return output;
}
