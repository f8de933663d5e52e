import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { rooms } from '../../.dependency-cruiser.mjs';
import { ROOT, run } from '../processes.ts';
import { found, type Step } from './step.ts';

const LONGEST = 250;
const CODE = /\.(?:ts|tsx|mjs|js|css|html|pl|sh)$|^scripts\/rt5\/|^\.ci\//;
const STORED = /^test\/fixtures\/|^public\/|^package-lock\.json$/;

/** What is in the repository, or would be after `git add`: no builds, no packages. */
async function files(): Promise<readonly string[]> {
  const { code, output } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
  if (code !== 0) throw new Error(`The checks need git and a clone, not a bare folder: ${output}`);
  return output.split('\n').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

const read = (path: string, root = ROOT): string => readFileSync(join(root, path), 'utf8');

export const lengths: Step = {
  name: `no file over ${LONGEST} lines`,
  check: async () => found(tooLong(await files(), ROOT)),
};

export const tooLong = (paths: readonly string[], root: string): readonly string[] =>
  paths
    .filter((path) => CODE.test(path) && !STORED.test(path))
    .map((path) => ({ path, lines: read(path, root).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > LONGEST)
    .map(({ path, lines }) => `${path} has ${lines} lines; find the two things in it.`);

export const roomForEach: Step = {
  name: 'every file has a room',
  check: async () => found(homeless(await files())),
};

export const homeless = (paths: readonly string[]): readonly string[] =>
  paths
    .filter((path) => /^(?:lib|components|entrypoints|demo|scripts)\//.test(path))
    .filter((path) => !Object.keys(rooms).some((room) => path.startsWith(room)))
    .map(
      (path) => `${path} lies in no room: give its room a row in .dependency-cruiser.mjs and in docs/ARCHITECTURE.md.`,
    );

/** What a machine leaves in a file by mistake. Taken apart, so that this file does not find itself. */
const TRACES: readonly RegExp[] = [
  /(?<![\w.~-])\/(?:work|root|home\/\w+|Users\/\w+)\//,
  new RegExp(['registry', 'npmjs', 'org'].join(String.raw`\.`)),
  /"resolved":\s*"https?:/,
];

export const traces: Step = {
  name: 'no traces of a machine',
  check: async () => found((await files()).filter((path) => !/\.(?:png|ico|woff2?)$/.test(path)).flatMap(tracesIn)),
};

/** A comment that sends the reader to a page that is not here. */
const DOCUMENT = /(?<![\w/.-])[\w/-]+\.md\b/g;

export const deadPointers: Step = {
  name: 'documents that are pointed to exist',
  async check() {
    const all = await files();
    return found(
      all
        .filter((path) => CODE.test(path) && !STORED.test(path))
        .flatMap((path) => [...read(path).matchAll(DOCUMENT)].map(([name]) => ({ path, name })))
        .filter(({ name }) => !all.includes(name))
        .map(({ path, name }) => `${path} points to ${name}, which is not in the repository.`),
    );
  },
};

const tracesIn = (path: string): readonly string[] =>
  TRACES.map((trace) => trace.exec(read(path))?.[0])
    .filter((trace) => trace !== undefined)
    .map((trace) => `${path} contains ${trace}`);
