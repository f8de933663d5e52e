import browser from 'webextension-polyfill';

import { armAlarms, makeUpForTheNight } from './alarms';
import { paintToolbar } from './alerting';
import { hasConsent } from './consent';
import { resumeJobs } from './job-runner';
import { moment } from './moment';
import { readAllOpenTabs, reconcile } from './watching';

/** What every start of the worker puts right. The order matters: consent, alarms, registrations, missed and unfinished work. */
export async function start(): Promise<void> {
  if (!(await hasConsent())) return;
  await armAlarms();
  await reconcile();
  const at = await moment();
  await paintToolbar(at);
  await makeUpForTheNight(at);
  await resumeJobs();
}

/** After an installation nothing is read until somebody agrees; after an update open tabs get the new script. */
export async function onInstalled(reason: string): Promise<void> {
  if (await hasConsent()) {
    await reconcile();
    await readAllOpenTabs();
  } else if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
