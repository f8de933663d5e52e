import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

import { ROOT, run } from '../processes.ts';
import { found, PLAIN, type Step } from './step.ts';

const BROWSERS = [
  { built: '.output/chrome-mv3/manifest.json', stored: 'test/manifest/chromium.json' },
  { built: '.output/firefox-mv3/manifest.json', stored: 'test/manifest/firefox.json' },
] as const;

type Manifest = Readonly<Record<string, unknown>>;

const manifestAt = (path: string): Manifest => JSON.parse(readFileSync(join(ROOT, path), 'utf8')) as Manifest;

/** A permission more is asked of everybody who uses Noclaims: it must be seen in a review. */
export const manifests: Step = {
  name: 'manifests as stored',
  check: async () =>
    found(
      BROWSERS.flatMap(({ built, stored }) =>
        differences(manifestAt(stored), manifestAt(built)).map((line) => `${stored}: ${line}`),
      ),
    ),
};

export const differences = (stored: Manifest, built: Manifest): readonly string[] =>
  [...new Set([...Object.keys(stored), ...Object.keys(built)])]
    .filter((key) => !isDeepStrictEqual(stored[key], built[key]))
    .map((key) => `${key} was ${JSON.stringify(stored[key])} and is ${JSON.stringify(built[key])}`);

/** After a change that is meant: builds both and stores what came out, to be committed with the change. */
export async function storeManifests(): Promise<void> {
  for (const args of [['build'], ['build', '-b', 'firefox', '--mv3']]) {
    const { code, output } = await run('wxt', args, { env: PLAIN });
    if (code !== 0) throw new Error(output);
  }
  for (const { built, stored } of BROWSERS) {
    mkdirSync(join(ROOT, dirname(stored)), { recursive: true });
    writeFileSync(join(ROOT, stored), `${JSON.stringify(manifestAt(built), undefined, 2)}\n`);
    console.log(`${stored} is as built now`);
  }
  await run(
    'oxfmt',
    BROWSERS.map(({ stored }) => stored),
  );
}
