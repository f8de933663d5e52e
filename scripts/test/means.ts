import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { findChromium, findFirefox } from '../browsers.ts';
import { ROOT, run } from '../processes.ts';
import { BUILT, buildForTests } from './e2e-build.ts';

export type Environment = Readonly<Record<string, string>>;

/** What a part of the tests needs, or the sentence why this machine cannot have it. What merely breaks is thrown. */
export type Means =
  | { readonly kind: 'ready'; readonly env: Environment }
  | { readonly kind: 'cannot'; readonly why: string };

/** A tool that finds out itself that it cannot run here ends with this code, and says `skipped: ` and why. */
export const CANNOT = 3;
export const whySkipped = (output: string): string | undefined => /skipped: (.+)/.exec(output)?.[1];

/** A browser is looked for and, where that is allowed, installed. */
async function browserIn(variable: string, find: () => Promise<string>): Promise<Means> {
  return find().then(
    (file) => ({ kind: 'ready', env: { ...BUILT, [variable]: file } }),
    (error: unknown) => ({ kind: 'cannot', why: error instanceof Error ? error.message : String(error) }),
  );
}

export async function chromium(): Promise<Means> {
  await buildForTests('chrome');
  return browserIn('NOCLAIMS_CHROMIUM', findChromium);
}

export async function firefox(): Promise<Means> {
  await buildForTests('firefox');
  return browserIn('NOCLAIMS_FIREFOX', findFirefox);
}

/** A Request Tracker of the tests' own, beside one that a person may have started. */
const RT5_HOME = join(ROOT, '.testbeds/rt5-test');
let isUp = false;

export async function chromiumAndRequestTracker(): Promise<Means> {
  const browser = await chromium();
  if (browser.kind === 'cannot') return browser;
  isUp = true;
  const desk = { RT5_HOME, RT5_PORT: await freePort() };
  const { code, output } = await run('scripts/rt5/up', [], { env: desk, show: true });
  if (code === CANNOT) return { kind: 'cannot', why: whySkipped(output) ?? output };
  if (code !== 0) throw new Error(`Request Tracker did not start: ${output}`);
  return { kind: 'ready', env: { ...browser.env, ...desk } };
}

export const freePort = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(String(typeof address === 'object' ? address?.port : address)));
    });
  });

/** It runs in a session of its own, so that nothing but this ends it. */
export function endRequestTracker(): void {
  if (isUp) spawnSync(join(ROOT, 'scripts/rt5/down'), { env: { ...process.env, RT5_HOME }, stdio: 'ignore' });
}
