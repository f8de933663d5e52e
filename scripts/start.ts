import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { endAllOnSignal, ROOT, run } from './processes.ts';
import { demoGround } from './start/demo-ground.ts';
import { rtGround } from './start/rt-ground.ts';
import { showAround } from './start/show-around.ts';
import { tour } from './tour.ts';
import type { Ground } from './tour/ground.ts';

// node scripts/start.ts [--headless] [--helpdesk demo|rt5]
const { values } = parseArgs({
  options: { headless: { type: 'boolean', default: false }, helpdesk: { type: 'string', default: 'demo' } },
});

const HELPDESKS: Readonly<Record<string, () => Promise<Ground>>> = {
  demo: demoGround,
  rt5: () => rtGround(Date.now()),
};

/** A prompt of the browser's own cannot be clicked without a screen, so a walk by itself takes the build that is granted its hosts. */
async function built(mode: 'production' | 'e2e'): Promise<string> {
  const { code, output } = await run('wxt', ['build', '--mode', mode]);
  if (code !== 0) throw new Error(`The extension could not be built:\n${output}`);
  return join(ROOT, '.output', mode === 'e2e' ? 'chrome-mv3-e2e' : 'chrome-mv3');
}

async function walkByItself(extension: string, ground: Ground): Promise<void> {
  const folder = join(ROOT, 'demo-output');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    for (const dark of [false, true]) await tour({ extension, ground, dark, folder });
  } finally {
    await ground.close();
  }
  process.stdout.write(`Every step was seen. The pictures and the exported record are in ${folder}.\n`);
}

async function main(): Promise<void> {
  const helpdesk = HELPDESKS[values.helpdesk];
  if (!helpdesk)
    throw new Error(`There is no helpdesk ${values.helpdesk} here; there are ${Object.keys(HELPDESKS).join(' and ')}.`);
  endAllOnSignal();
  const extension = await built(values.headless ? 'e2e' : 'production');
  const ground = await helpdesk();
  await (values.headless ? walkByItself(extension, ground) : showAround({ extension, ground }));
}

try {
  await main();
} catch (problem) {
  for (let at = problem; at instanceof Error; at = at.cause) process.stderr.write(`${at.message}\n`);
  process.exitCode = 1;
}
