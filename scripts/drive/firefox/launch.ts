import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import * as v from 'valibot';

import { findFirefox } from '../../browsers.ts';
import { eventually } from '../eventually.ts';
import { connect, type Bidi } from './bidi.ts';
import { PATIENCE, tabOf, type Tab } from './tab.ts';
import { windowOf, type BrowserWindow } from './window.ts';

/** A Firefox with the extension in a fresh profile, to be driven as a person would. */
export interface Firefox {
  /** The browser's own window, with its panels and questions. */
  readonly window: BrowserWindow;
  newTab(url: string, how?: { readonly background: boolean }): Promise<Tab>;
  /** A page of ours in a tab: `options.html`. */
  ownPage(name: string, how?: { readonly background: boolean }): Promise<Tab>;
  /** The tab that shows such an address, once there is one. */
  tabAt(url: RegExp): Promise<Tab>;
  close(): Promise<void>;
}

export interface FirefoxOptions {
  /** Folder of the unpacked extension. */
  readonly extension: string;
  /** Folder into which files are downloaded. */
  readonly downloads?: string;
  /** The X display for a browser with a window; without one it has none. */
  readonly display?: string;
}

const ADDON = 'noclaims@noclaims.example';
/** Else every profile has its own, and nobody knows where our pages are. */
const PAGES = '5f1b7a52-4c39-4b6e-9f0d-2f6f0f6d6b11';

const Created = v.object({ context: v.string() });
const Tree = v.object({ contexts: v.array(v.object({ context: v.string(), url: v.string() })) });

export async function launchFirefox({ extension, downloads, display }: FirefoxOptions): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'noclaims-firefox-'));
  writeFileSync(join(profile, 'user.js'), preferences(downloads ?? profile));
  const program = spawn(await findFirefox(), [...SWITCHES, '--profile', profile, ...(display ? [] : ['--headless'])], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...(display && { DISPLAY: display, MOZ_ENABLE_WAYLAND: '0' }), LANG: 'en_US.UTF-8' },
  });
  const gone = new Promise<void>((resolve) => program.once('exit', () => resolve()));
  const kill = (): void => void program.kill('SIGKILL');
  process.once('exit', kill);
  const bidi = await connect(await addressIn(program.stderr));
  await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
  return {
    ...(await tabsIn(bidi)),
    async close() {
      await bidi.send('browser.close', {}).catch(kill);
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 15_000))]);
      kill();
      await gone;
      bidi.close();
      process.off('exit', kill);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function tabsIn(bidi: Bidi): Promise<Omit<Firefox, 'close'>> {
  const newTab: Firefox['newTab'] = async (url, { background } = { background: false }) => {
    const { context } = v.parse(Created, await bidi.send('browsingContext.create', { type: 'tab', background }));
    const tab = tabOf(bidi, context);
    await tab.goto(url);
    return tab;
  };
  return {
    window: await windowOf(bidi, ADDON),
    newTab,
    ownPage: (name, how) => newTab(`moz-extension://${PAGES}/${name}`, how),
    async tabAt(url) {
      const find = async (): Promise<string | undefined> =>
        v.parse(Tree, await bidi.send('browsingContext.getTree', {})).contexts.find((each) => url.test(each.url))
          ?.context;
      return tabOf(bidi, await eventually(find, `a tab at ${url}`, PATIENCE));
    },
  };
}

const SWITCHES = [
  '--no-remote',
  '--remote-debugging-port=0',
  '--remote-allow-system-access',
  '--width=1440',
  '--height=900',
];

function preferences(downloads: string): string {
  const wanted = {
    'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: PAGES }),
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.aboutwelcome.enabled': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'app.update.disabledForTesting': true,
    'intl.accept_languages': 'en-US',
  };
  return Object.entries(wanted)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('');
}

/** Where Firefox listens, as it says itself when it is ready. */
async function addressIn(words: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(words)) {
    const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (!address) continue;
    words.resume();
    return address;
  }
  throw new Error('Firefox ended before it could be driven');
}
