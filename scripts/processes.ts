import { spawn, type ChildProcess } from 'node:child_process';
import { delimiter, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

export interface Ended {
  readonly code: number;
  /** What it said on both outputs, in the order in which it came. */
  readonly output: string;
}

interface HowToRun {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Besides being kept, the output is shown as it comes. */
  readonly show?: boolean;
}

const WINDOWS = process.platform === 'win32';
const PATIENCE_MS = 8000;
const running = new Set<ChildProcess>();
let isEnding = false;

/** Runs a program of node_modules/.bin or of the system in a process group of its own, and waits for its end. After Ctrl-C nothing starts any more. */
export function run(
  command: string,
  args: readonly string[],
  { cwd = ROOT, env, show }: HowToRun = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    if (isEnding) return;
    const child = spawn(command, args, {
      cwd,
      env: {
        ...process.env,
        PATH: `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: !WINDOWS,
      shell: WINDOWS,
    });
    running.add(child);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (show) process.stdout.write(text);
      });
    }
    child.on('error', reject);
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}

/** After Ctrl-C nothing that `run` started stays behind: first asked to end, then made to. */
export function endAllOnSignal(atLast: () => void = () => undefined): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      isEnding = true;
      const left = [...running];
      for (const child of left) kill(child, 'SIGINT');
      const leave = (): never => {
        for (const child of left) kill(child, 'SIGKILL');
        atLast();
        process.exit(130);
      };
      setTimeout(leave, PATIENCE_MS);
      void Promise.all(left.map(hasEnded)).then(leave);
    });
  }
}

const hasEnded = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (running.has(child) ? child.once('close', () => resolve()) : resolve()));

/** The whole group: a test runner's own children too. */
function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(WINDOWS ? child.pid : -child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
