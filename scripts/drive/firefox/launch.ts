import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import * as v from 'valibot';

import { findFirefox } from '../../browsers.ts';
import { eventually } from '../eventually.ts';
import { connect, type Bidi } from './bidi.ts';
import { PATIENCE } from './patience.ts';
import { ADDON, PAGES, preferences } from './preferences.ts';
import { tabOf, type Tab } from './tab.ts';
import { windowOf, type BrowserWindow } from './window.ts';

/** A Firefox with the extension in a fresh profile, to be driven as a person would. */
export interface Firefox {
  /** The browser's own window, with its panels and questions. */
  readonly window: BrowserWindow;
  newTab(url: string): Promise<Tab>;
  /** A page of ours in a tab: `options.html`. */
  ownPage(name: string): Promise<Tab>;
  /** The popup as it is over the tab in front: in a tab behind that one. */
  popupBehind(): Promise<Tab>;
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

/** As the toolbar gives it. */
const POPUP = { width: 380, height: 600 };
/** Time to end by itself, ms. */
const LAST_WORDS = 15_000;

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
  const end = async (): Promise<void> => {
    kill();
    await gone;
    process.off('exit', kill);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const bidi = await connect(await addressIn(program.stderr));
    await bidi.send('webExtension.install', { extensionData: { type: 'path', path: extension } });
    const close = async (): Promise<void> => {
      await bidi.send('browser.close', {}).catch(kill);
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, LAST_WORDS))]);
      bidi.close();
      await end();
    };
    return { ...(await tabsIn(bidi)), close };
  } catch (error) {
    await end();
    throw error;
  }
}

async function tabsIn(bidi: Bidi): Promise<Omit<Firefox, 'close'>> {
  const window = await windowOf(bidi, ADDON);
  const open = async (url: string, background: boolean): Promise<Tab> => {
    const { context } = v.parse(Created, await bidi.send('browsingContext.create', { type: 'tab', background }));
    const tab = tabOf(bidi, context);
    await tab.goto(url);
    return tab;
  };
  return {
    window,
    newTab: (url) => open(url, false),
    ownPage: (name) => open(`${PAGES}/${name}`, false),
    async popupBehind() {
      const popup = await open(`${PAGES}/popup.html`, true);
      await window.enliven(`${PAGES}/popup.html`);
      await popup.resize(POPUP);
      return popup;
    },
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
