import browser from 'webextension-polyfill';

import { standingAlerts } from '@/lib/store/alerts';
import type { AlertRow } from '@/lib/store/rows';
import { englishWords as words, notificationText, toolbarTitle } from '@/lib/text/notices';

import type { Moment } from './moment';

/** An alert found later than this is recorded, but nobody is disturbed by it (scoring.md §1.2). */
const NEWS_FOR = 86_400_000;

export async function isHidden(): Promise<boolean> {
  const { hidden } = await browser.storage.local.get({ hidden: false });
  return hidden === true;
}

/** Shows the count of open alerts at the toolbar; nothing while a screen is shared. */
export async function paintToolbar({ db }: Moment): Promise<void> {
  const hidden = await isHidden();
  const open = hidden ? 0 : (await standingAlerts(db)).filter(({ state }) => state === 'open').length;
  await browser.action.setBadgeBackgroundColor({ color: '#8a1528' });
  await browser.action.setBadgeText({ text: open === 0 ? '' : String(open) });
  await browser.action.setTitle({ title: toolbarTitle(words, open, hidden) });
}

/** One notification an alert; it says that there is one, never about whom. */
export async function announce(at: Moment, alerts: readonly AlertRow[]): Promise<void> {
  const news = alerts.filter(({ state, shownAt, breachedAt }) => state === 'open' && !shownAt && breachedAt > at.now - NEWS_FOR);
  if (news.length > 0 && at.settings.notifications && !(await isHidden())) {
    for (const alert of news) {
      await at.db.alerts.update(alert.id, { shownAt: at.now });
      await browser.notifications.create(`alert:${alert.id}`, {
        type: 'basic',
        iconUrl: browser.runtime.getURL('icon/128.png'),
        ...notificationText(words),
      });
    }
  }
  await paintToolbar(at);
}

/** Alerts that came while notifications waited for the end of a shared screen. */
export async function announceWaiting(at: Moment): Promise<void> {
  await announce(at, await standingAlerts(at.db));
}
