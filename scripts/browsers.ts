import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where to look for a browser, and how to get one. */
interface Wanted {
  readonly name: string;
  /** Of an environment variable that names the browser's file. */
  readonly variable: string;
  /** Commands on the PATH, the most suitable first. */
  readonly commands: readonly string[];
  /** Whole paths, for systems that keep browsers off the PATH. */
  readonly files: readonly string[];
  readonly debianPackage: string;
}

const PROGRAM_FOLDERS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
  (name) => process.env[name] ?? [],
);
const windows = (...inside: string[]): string[] => PROGRAM_FOLDERS.map((folder) => join(folder, ...inside));
const mac = (app: string, file: string): string => `/Applications/${app}.app/Contents/MacOS/${file}`;

const CHROMIUM: Wanted = {
  name: 'Chromium',
  variable: 'NOCLAIMS_CHROMIUM',
  commands: ['chromium', 'chromium-browser'],
  files: ['/snap/bin/chromium', mac('Chromium', 'Chromium'), ...windows('Chromium', 'Application', 'chrome.exe')],
  debianPackage: 'chromium',
};

/** Chrome and Edge load no extension by a switch, only by the debugger; a person can start with them all the same. */
const CHROME_OR_EDGE: Wanted = {
  ...CHROMIUM,
  commands: ['google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'],
  files: [
    mac('Google Chrome', 'Google Chrome'),
    mac('Microsoft Edge', 'Microsoft Edge'),
    ...windows('Google', 'Chrome', 'Application', 'chrome.exe'),
    ...windows('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ],
};

const FIREFOX: Wanted = {
  name: 'Firefox',
  variable: 'NOCLAIMS_FIREFOX',
  commands: ['firefox-esr', 'firefox'],
  files: [mac('Firefox', 'firefox'), ...windows('Mozilla Firefox', 'firefox.exe')],
  debianPackage: 'firefox-esr',
};

/** The file of a Chromium; one is installed where there is none and it may be. `branded`: Chrome or Edge will do. */
export async function findChromium({ branded = false } = {}): Promise<string> {
  const here =
    named(CHROMIUM) ??
    (await playwrightsOwn()) ??
    onSystem(CHROMIUM) ??
    (branded ? onSystem(CHROME_OR_EDGE) : undefined);
  if (here) return here;
  say('no Chromium here; installing one');
  if (run('npx', ['playwright', 'install', '--with-deps', 'chromium'])) {
    const installed = await playwrightsOwn();
    if (installed) return installed;
  }
  return installedByApt(CHROMIUM);
}

export async function findFirefox(): Promise<string> {
  return named(FIREFOX) ?? onSystem(FIREFOX) ?? installedByApt(FIREFOX);
}

function named({ variable }: Wanted): string | undefined {
  const file = process.env[variable];
  if (file && !existsSync(file)) throw new Error(`${variable} names ${file}, and there is no such file.`);
  return file || undefined;
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return existsSync(file) ? file : undefined;
}

function onSystem({ commands, files }: Wanted): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = [...commands.flatMap((command) => folders.map((folder) => join(folder, command))), ...files];
  return candidates.find((file) => existsSync(file));
}

function installedByApt(wanted: Wanted): string {
  const { name, variable, debianPackage } = wanted;
  const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (mayInstall && run('apt-get', ['update', '-qq']) && run('apt-get', ['install', '-y', '-qq', debianPackage])) {
    const found = onSystem(wanted);
    if (found) return found;
  }
  throw new Error(
    `There is no ${name} here and none could be installed: install ${name}, or let ${variable} name its file.`,
  );
}

/** True if it went well. Its words go to the error output, where they disturb no report. */
function run(command: string, args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env, shell: process.platform === 'win32' });
  return status === 0;
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);
