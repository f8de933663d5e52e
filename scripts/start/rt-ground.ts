import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { asOfArgument } from '../../demo/plan.ts';
import type { Plan } from '../../demo/plan/shape.ts';
import { ROOT, run } from '../processes.ts';
import { ticketFinder, type Ground, type Numbered } from '../tour/ground.ts';

const AGENT = { user: 'agent', password: 'agent-password' };
const DAY = 86_400_000;

/** One of its own, so that tests which use another are not disturbed, and what is ended was started here. */
const OWN = { RT5_HOME: join(ROOT, '.testbeds/rt5-start'), RT5_PORT: '8766' };

/** A real Request Tracker 5 with a history that ends yesterday: today's might lie ahead of now. */
export async function rtGround(now: number): Promise<Ground> {
  process.once('exit', down);
  const { url, data } = await up();
  const yesterday = new Date(asOfArgument(undefined, now) - DAY).toISOString().slice(0, 10);
  await script('seed', ['--as-of', yesterday]);
  const plan: Omit<Plan, 'tickets'> & { readonly tickets: readonly Numbered[] } = JSON.parse(
    readFileSync(join(data, 'plan.json'), 'utf8'),
  );
  return {
    name: /Request Tracker/,
    url,
    list: `${url}Search/Results.html?Query=${encodeURIComponent("Queue = 'Support'")}&OrderBy=id&Order=DESC&Rows=50`,
    ticketsOf: ticketFinder({ ...plan, addressOf: (id) => `${url}Ticket/Display.html?id=${id}` }),
    async enter(tab) {
      await tab.goto(url);
      await tab.type('input[name=user]', AGENT.user);
      await tab.type('input[name=pass]', AGENT.password);
      await tab.keyboard.press('Enter');
      await tab.waitForSelector('#main-navigation');
    },
    async close() {
      process.off('exit', down);
      down();
    },
  };
}

/** Its address, and the folder of its data. */
async function up(): Promise<{ readonly url: string; readonly data: string }> {
  const said = await script('up');
  const value = (name: string): string => said.match(new RegExp(`^${name}: +(.+)$`, 'm'))?.[1] ?? '';
  return { url: value('url'), data: value('data') };
}

/** Also when the process ends early, so it does not wait for anything. */
function down(): void {
  spawnSync('bash', [pathOf('down')], { env: { ...process.env, ...OWN } });
}

const pathOf = (name: 'up' | 'seed' | 'down'): string => join(ROOT, 'scripts/rt5', name);

async function script(name: 'up' | 'seed', args: readonly string[] = []): Promise<string> {
  const { code, output } = await run('bash', [pathOf(name), ...args], { env: OWN, show: true });
  if (code !== 0) throw new Error(`Request Tracker could not be set up: ${output.trim().split('\n').at(-1)}`);
  return output;
}
