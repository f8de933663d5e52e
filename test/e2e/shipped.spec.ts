import { expect, test } from '@playwright/test';

import { startDemo } from '../../demo/server.ts';
import { badge, seen } from '../../scripts/drive/closed-root.ts';
import { eventually } from '../../scripts/drive/eventually.ts';
import { launch } from '../../scripts/drive/launch.ts';
import { reads } from '../../scripts/drive/popup.ts';
import { startScreen, whyNoScreen } from '../../scripts/drive/screen.ts';
import { SHIPPED_BUILD } from './kit.ts';

const lacking = whyNoScreen();

test('the shipped build asks for one host, watches it once granted, and stops when it is taken away', async () => {
  test.skip(lacking !== undefined, lacking);
  const screen = await startScreen();
  const demo = await startDemo({ customers: 40, scale: 0.5 });
  const driven = await launch({ extension: SHIPPED_BUILD, headless: false, display: screen.display });
  try {
    const granted = async (): Promise<unknown> =>
      (await driven.worker()).evaluate('chrome.permissions.getAll().then(({ origins }) => origins)');
    expect(await granted()).toEqual([]);
    const welcome = await eventually(
      async () => driven.context.pages().find((page) => page.url().endsWith('/welcome.html')),
      'the welcome page',
    );
    await welcome.getByRole('button', { name: 'I agree' }).click();
    await welcome.getByText(/icon/).first().waitFor();

    const tab = await driven.context.newPage();
    await tab.goto(`${demo.url}/tickets/2013`);
    await tab.bringToFront();
    const popup = await driven.popup(tab, () => screen.press('alt+shift+k'));
    await reads(popup, /Watch this helpdesk/);
    await screen.press('Tab', 'Tab', 'Return');
    await eventually(async () => (popup.isClosed() ? true : undefined), 'the question, for which the popup makes way');
    // In the first moments of its question the browser lets nobody allow anything.
    await tab.waitForTimeout(3000);
    await screen.press('Tab', 'Return');

    await badge(tab, /50/);
    expect(await granted()).toEqual(['http://127.0.0.1/*']);

    const settings = await driven.context.newPage();
    await settings.goto(`chrome://extensions/?id=${driven.extensionId}`);
    await settings.evaluate(
      `chrome.developerPrivate.removeHostPermission('${driven.extensionId}', 'http://127.0.0.1/*')`,
    );
    await eventually(async () => ((await seen(tab)).length === 0 ? true : undefined), 'an empty page');
    expect(await (await driven.worker()).evaluate('chrome.scripting.getRegisteredContentScripts()')).toEqual([]);
  } finally {
    await driven.close();
    await demo.close();
    screen.close();
  }
});
