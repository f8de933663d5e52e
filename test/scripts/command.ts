import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of package.json as a user in `folder` does. */
export function command(script: string, args: readonly string[], folder: string): Promise<Said> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['--prefix', ROOT, 'run', '-s', script, '--', ...args], {
      cwd: folder,
      env: { ...process.env, INIT_CWD: undefined },
      shell: process.platform === 'win32',
    });
    const said = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => (said[name] += text));
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...said }));
  });
}
