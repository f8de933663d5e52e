import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { ROOT, run } from '../processes.ts';
import { PLANTED, PLANTED_FILES } from './planted.ts';

/** Where StrykerJS works: its own packages, and a copy of what it changes. */
export const GROUND = join(ROOT, '.mutate');

const OWN = join(ROOT, 'scripts/mutate');
const COPIED = ['lib', 'test/scoring', 'scripts'];
const LOCK = 'package-lock.json';

const read = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

/** Installs what is pinned, once for each lock file, and copies everything anew. */
export async function layOut(): Promise<void> {
  mkdirSync(GROUND, { recursive: true });
  const installed = existsSync(join(GROUND, 'node_modules')) && existsSync(join(GROUND, LOCK));
  if (!installed || read(GROUND, LOCK) !== read(OWN, LOCK)) await install();
  for (const path of COPIED) {
    rmSync(join(GROUND, path), { recursive: true, force: true });
    if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(GROUND, path), { recursive: true });
  }
  cpSync(join(OWN, 'copied'), GROUND, { recursive: true });
}

async function install(): Promise<void> {
  console.log('installing StrykerJS into .mutate/, once');
  cpSync(join(OWN, 'package.json'), join(GROUND, 'package.json'));
  cpSync(join(OWN, LOCK), join(GROUND, LOCK));
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: GROUND });
  if (code === 0) return;
  rmSync(join(GROUND, LOCK), { force: true });
  throw new Error(`npm could not install StrykerJS. Try again with a network; it said:\n${output}`);
}

export function plant(): void {
  for (const [file, text] of Object.entries(PLANTED_FILES)) {
    mkdirSync(dirname(join(GROUND, file)), { recursive: true });
    writeFileSync(join(GROUND, file), text);
  }
}

export function unplant(): void {
  for (const file of Object.values(PLANTED)) rmSync(join(GROUND, file), { force: true });
}
