import { resolve } from 'node:path';

import { expect, it } from 'vitest';

import { startDemo } from '../../demo/server.ts';
import { eventually } from '../../scripts/drive/eventually.ts';
import { launchFirefox } from '../../scripts/drive/firefox/launch.ts';
import { PATIENCE } from '../../scripts/drive/firefox/patience.ts';
import { popupSeenFrom } from '../../scripts/drive/firefox/popup.ts';
import { startScreen, whyNoScreen } from '../../scripts/drive/screen.ts';

const SHIPPED_BUILD = resolve(import.meta.dirname, '../../.output/firefox-mv3');
/** In the first moments of its question the browser lets nobody allow anything. */
const BETWEEN_ANSWERS = 2000;

const lacking = whyNoScreen();
/** A skipped test is listed by its name alone. */
const because = lacking === undefined ? '' : `: ${lacking}`;

it.skipIf(lacking !== undefined)(
  `the shipped build asks, is granted, and stops when it is taken away${because}`,
  async () => {
    const screen = await startScreen();
    const demo = await startDemo({ customers: 40, scale: 0.5 });
    const firefox = await launchFirefox({ extension: SHIPPED_BUILD, display: screen.display });
    try {
      const welcome = await firefox.tabAt(/\/welcome\.html$/);
      const granted = (): Promise<unknown> =>
        welcome.evaluate('browser.permissions.getAll().then((all) => all.origins)');
      const registered = (): Promise<unknown> => welcome.evaluate('browser.scripting.getRegisteredContentScripts()');
      expect(await granted()).toEqual([]);
      await welcome.click('button', 'I agree');
      await welcome.reads(/What to do next/);

      const desk = await firefox.newTab(`${demo.url}/tickets/2013`);
      const popup = popupSeenFrom(welcome);
      await screen.press('alt+shift+k');
      await popup.reads(/Watch this helpdesk/);
      await popup.focusOn('Watch this helpdesk', () => screen.press('Tab'));
      await screen.press('Return');
      expect(await eventually(firefox.window.question, 'the question of the browser', PATIENCE)).toContain('127.0.0.1');
      const answered = async (): Promise<true | undefined> => {
        await new Promise((done) => setTimeout(done, BETWEEN_ANSWERS));
        if ((await firefox.window.question()) === undefined) return true;
        await screen.press('alt+a');
        return undefined;
      };
      await eventually(answered, 'an end of the question', PATIENCE);

      await desk.badge(/50/);
      expect(await granted()).toEqual(['http://127.0.0.1/*']);
      expect(await registered()).toHaveLength(1);
      expect(await popup.reads(/On this page/)).toContain('50%');

      await firefox.window.takeAway('http://127.0.0.1/*');
      await eventually(async () => ((await desk.seen()).length === 0 ? true : undefined), 'an empty page', PATIENCE);
      expect(await granted()).toEqual([]);
      expect(await registered()).toEqual([]);
    } finally {
      await firefox.close();
      await demo.close();
      screen.close();
    }
  },
);
