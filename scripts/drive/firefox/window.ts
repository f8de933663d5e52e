import * as v from 'valibot';

import { eventually } from '../eventually.ts';
import type { Bidi } from './bidi.ts';
import { evaluate } from './evaluate.ts';
import { PATIENCE } from './patience.ts';

/** The browser's own window: what it asks, and its page about an extension. */
export interface BrowserWindow {
  /** What the browser asks at the moment, in its words. */
  question(): Promise<string | undefined>;
  /** Lets a page draw though its tab is behind another: else it waits for seconds for its next frame. */
  enliven(url: string): Promise<void>;
  /** Ends the background page of the extension, as the browser does when nothing has happened for a while. */
  endBackground(): Promise<void>;
  /** Takes a host away from the extension, in the browser's own page of its permissions. */
  takeAway(host: string): Promise<void>;
}

const Tree = v.object({ contexts: v.array(v.object({ context: v.string() })) });

const QUESTION = `(() => {
  const panel = document.getElementById('notification-popup');
  return panel?.state === 'open' ? panel.textContent : null;
})()`;

export async function windowOf(bidi: Bidi, addon: string): Promise<BrowserWindow> {
  const { contexts } = v.parse(Tree, await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome' }));
  const [own] = contexts;
  if (!own) throw new Error('Firefox shows no window of its own');
  const look = (expression: string): Promise<unknown> => evaluate(bidi, own.context, expression);
  return {
    async question() {
      const text = await look(QUESTION);
      return typeof text === 'string' ? text.replaceAll(/\s+/g, ' ').trim() : undefined;
    },
    async enliven(url) {
      const browsers = 'gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser)';
      const there = `({ currentURI }) => currentURI.spec === ${JSON.stringify(url)}`;
      await look(`${browsers}.filter(${there}).forEach((each) => { each.docShellIsActive = true; })`);
    },
    async endBackground() {
      const extension = `WebExtensionPolicy.getByID(${JSON.stringify(addon)}).extension`;
      const state = await look(`${extension}.terminateBackground().then(() => ${extension}.backgroundState)`);
      if (state !== 'stopped') throw new Error(`the background page is ${String(state)}`);
    },
    async takeAway(host) {
      const page = JSON.stringify(`addons://detail/${encodeURIComponent(addon)}/permissions`);
      await look(`void BrowserAddonUI.openAddonsMgr(${page})`);
      await eventually(
        async () => ((await look(switchedOff(host))) === true ? true : undefined),
        `the switch of ${host}`,
        PATIENCE,
      );
    },
  };
}

/** The switch of a host, pressed where it is on: null until there is one. */
const switchedOff = (host: string): string => `(() => {
  const found = gBrowser.selectedBrowser.contentDocument?.querySelector(${JSON.stringify(`[permission-key="${host}"]`)});
  if (!found?.pressed) return found ? true : null;
  found.shadowRoot.querySelector('button').click();
  return null;
})()`;
