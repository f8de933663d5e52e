import browser from 'webextension-polyfill';

import { DAY } from '@/lib/scoring/contact';
import { standingAlerts } from '@/lib/store/alerts';
import type { AlertRow } from '@/lib/store/rows';
import { alertNotice, toolbarTitle } from '@/lib/text/notices';

import type { Moment } from './moment';
import { words } from './language';
import { watchedIds } from './watched';

/** An alert found later than this is recorded, but nobody is disturbed by it (docs/SCORING.md §1.2). */
const NEWS_FOR = DAY;

/** A screen is being shared: nothing of ours is shown. */
export async function isHidden(): Promise<boolean> {
  const { hidden } = await browser.storage.local.get({ hidden: false });
  return hidden === true;
}

/** The count of open alerts at the toolbar, and in words for those who do not see it. */
export async function paintToolbar({ db }: Moment): Promise<void> {
  const [hidden, watched, alerts] = await Promise.all([isHidden(), watchedIds(), standingAlerts(db)]);
  const open = hidden ? 0 : alerts.filter(({ state }) => state === 'open').length;
  const title = toolbarTitle(words, hidden ? 'hidden' : watched.length === 0 ? 'idle' : { alerts: open });
  await browser.action.setBadgeBackgroundColor({ color: '#8a1528' });
  await browser.action.setBadgeText({ text: open === 0 ? '' : String(open) });
  await browser.action.setTitle({ title });
}

/** One notification an alert; it says that there is one, never about whom. Those kept back come with the next. */
export async function announce(at: Moment, alerts: readonly AlertRow[]): Promise<void> {
  const news = alerts.filter(
    ({ state, shownAt, breachedAt, remindedAt = breachedAt }) =>
      state === 'open' && !shownAt && remindedAt > at.now - NEWS_FOR,
  );
  if (news.length > 0 && at.settings.notifications && !(await isHidden())) {
    for (const { id } of news) {
      await at.db.alerts.update(id, { shownAt: at.now });
      const iconUrl = browser.runtime.getURL('icon/128.png');
      await browser.notifications.create(`alert:${id}`, { type: 'basic', iconUrl, ...alertNotice(words) });
    }
  }
  await paintToolbar(at);
}

/** Alerts that nobody has been told of: reminders, and what waited for the end of a shared screen. */
export const announceWaiting = async (at: Moment): Promise<void> => announce(at, await standingAlerts(at.db));
