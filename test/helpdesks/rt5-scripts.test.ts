import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'noclaims-rt5-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A machine that has these programs, taken from this one, and others of our own making. */
function run(script: 'up' | 'seed' | 'down', own: Readonly<Record<string, string>> = {}) {
  for (const name of ['bash', 'env', 'dirname', 'realpath', 'mkdir', 'cat', 'tr', 'grep', 'awk', 'rm']) {
    const found = ['/usr/bin', '/bin'].map((place) => join(place, name)).find((path) => existsSync(path));
    if (found) symlinkSync(found, join(folder, name));
  }
  for (const [name, text] of Object.entries(own))
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  const { status, stderr } = spawnSync(`scripts/rt5/${script}`, [], {
    encoding: 'utf8',
    env: { PATH: folder, RT5_HOME: join(folder, 'home'), RT5_PORT: '1' },
  });
  return { status, said: stderr.trim() };
}

describe('the real RT', () => {
  it.each([
    [
      'there is no apt-get',
      {},
      'rt5: skipped: Request Tracker comes from Debian packages, and there is no apt-get here.',
    ],
    [
      'nobody may install',
      { 'apt-get': '', id: 'echo 1000' },
      "rt5: skipped: installing Debian's request-tracker5 needs root.",
    ],
  ])('is skipped with its reason where %s', (_, own, said) => {
    expect(run('up', own)).toEqual({ status: 3, said });
  });

  it('is not filled before it is there', () => {
    expect(run('seed')).toEqual({ status: 1, said: 'rt5: there is nothing to fill yet: run scripts/rt5/up first' });
  });

  it('is stopped without complaint when it does not run', () => {
    expect(run('down')).toEqual({ status: 0, said: '' });
  });
});
