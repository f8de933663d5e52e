import browser, { type Runtime } from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';

import { receiver } from '@/lib/messaging/receive';

import { onAlarm } from './alarms';
import { isHidden } from './alerting';
import { hasConsent } from './consent';
import { note } from './moment';
import { ownHandlers } from './own-handlers';
import { pageHandlers } from './page-handlers';
import { onInstalled, start } from './starting';
import { forget } from './tabs';
import { fulfilWish, permissionsWentAway } from './watching';

export default defineBackground({
  type: 'module',
  main() {
    const self = { id: browser.runtime.id, base: browser.runtime.getURL('') };
    const report = (kind: string, error: unknown): void => void note(kind, error);
    const receive = receiver({ self, now: Date.now, report }, { page: pageHandlers, own: ownHandlers });
    const quietly = (what: string, work: Promise<unknown>): void =>
      void work.catch((error: unknown) => note(what, error));

    browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
      receive(message, sender),
    );
    browser.permissions.onAdded.addListener(() => quietly('permission granted', fulfilWish()));
    browser.permissions.onRemoved.addListener(() => quietly('permission taken away', permissionsWentAway()));
    browser.alarms.onAlarm.addListener(({ name }) => quietly(`alarm ${name}`, onAlarm(name)));
    browser.tabs.onRemoved.addListener((tabId) => quietly('tab closed', forget(tabId)));
    browser.notifications.onClicked.addListener((id) => quietly('notification', openFromNotification(id)));
    browser.commands.onCommand.addListener((command) => quietly(`command ${command}`, onCommand(command)));
    browser.runtime.onInstalled.addListener(({ reason }) => quietly('installed', onInstalled(reason)));
    quietly('start', start());
  },
});

async function onCommand(command: string): Promise<void> {
  if (command !== 'hide-badges' || !(await hasConsent())) return;
  await ownHandlers.hide({ on: !(await isHidden()) });
}

/** The notification names nobody; what it is about stands in the popup. */
async function openFromNotification(id: string): Promise<void> {
  await browser.notifications.clear(id);
  await browser.action.openPopup().catch((error: unknown) => console.info('the popup needs a click here', error));
}
