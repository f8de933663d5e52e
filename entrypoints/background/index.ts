import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';

import { receiver } from '@/lib/messaging/receive';

import { armAlarms, onAlarm } from './alarms';
import { paintToolbar } from './alerting';
import { resumeJobs } from './jobs';
import { hasConsent, moment, note } from './moment';
import { ownHandlers } from './own-handlers';
import { pageHandlers } from './page-handlers';
import { forget } from './tabs';
import { fulfilWish, permissionsWentAway, readAllOpenTabs, reconcile } from './watching';

export default defineBackground({
  type: 'module',
  main() {
    const self = { id: browser.runtime.id, base: browser.runtime.getURL('') };
    const receive = receiver(self, { page: pageHandlers, own: ownHandlers }, (kind, error) => void note(kind, error));
    const quietly = (what: string, work: Promise<unknown>): void => void work.catch((error: unknown) => note(what, error));

    browser.runtime.onMessage.addListener((message, sender) => receive(message, sender));
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

/** The order matters: consent, alarms, registrations, unfinished work. */
async function start(): Promise<void> {
  if (!(await hasConsent())) return;
  await armAlarms();
  await reconcile();
  await paintToolbar(await moment());
  await resumeJobs();
}

async function onInstalled(reason: string): Promise<void> {
  if (!(await hasConsent())) {
    if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
    return;
  }
  await reconcile();
  await readAllOpenTabs();
}

async function onCommand(command: string): Promise<void> {
  if (command !== 'hide-badges' || !(await hasConsent())) return;
  const { hidden } = await browser.storage.local.get({ hidden: false });
  await ownHandlers.hide({ on: hidden !== true });
}

/** The notification names nobody; what it is about stands in the popup. */
async function openFromNotification(id: string): Promise<void> {
  await browser.notifications.clear(id);
  await browser.action.openPopup().catch((error: unknown) => console.info('the popup needs a click here', error));
}
