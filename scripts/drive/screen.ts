import { execFileSync, spawn, spawnSync } from 'node:child_process';

/** A virtual screen with a real keyboard: what the browser itself draws, such as a question for a permission, is answered on it. */
export interface Screen {
  readonly display: string;
  /** Presses keys one after the other, named as X names them: `Tab`, `alt+shift+k`. */
  press(...keys: readonly string[]): Promise<void>;
  close(): void;
}

const PROGRAMS = ['Xvfb', 'xdotool'];
const isThere = (program: string): boolean => spawnSync('which', [program]).status === 0;

/** Why this machine can have no such screen; undefined when it can. Installs what is missing where that is allowed. */
export function whyNoScreen(): string | undefined {
  if (process.platform !== 'linux') return 'a virtual screen needs Linux';
  if (PROGRAMS.every(isThere)) return undefined;
  if (process.getuid?.() === 0 && isThere('apt-get')) {
    spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-y', '-qq', 'xvfb', 'xdotool'], {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  const missing = PROGRAMS.filter((program) => !isThere(program));
  return missing.length > 0 ? `install ${missing.join(' and ')}` : undefined;
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function startScreen(): Promise<Screen> {
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1500x1000x24'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    server.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()));
    server.once('exit', () => reject(new Error('the virtual screen does not start')));
  });
  const display = `:${number}`;
  const drive = (...command: readonly string[]): string =>
    execFileSync('xdotool', command, { env: { ...process.env, DISPLAY: display }, encoding: 'utf8' });
  return {
    display,
    async press(...keys) {
      for (const key of keys) {
        drive('key', key);
        await sleep(400);
      }
    },
    close: () => void server.kill(),
  };
}
