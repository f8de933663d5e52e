import browser from 'webextension-polyfill';

import { standingAlerts } from '@/lib/store/alerts';
import { assessCustomers } from '@/lib/store/assess';
import { dueSubjects, nextDue } from '@/lib/store/due';

import { announceWaiting, paintToolbar } from './alerting';
import type { Moment } from './moment';
import { repaint } from './tabs';

/** Customers a slice; what is left is due at once, so the alarm goes off again. */
const SLICE = 500;

/** One alarm for the smallest instant at which time alone changes something. */
export async function armDue({ db, now }: Moment): Promise<void> {
  const next = await nextDue(db);
  if (next === undefined) await browser.alarms.clear('due');
  else await browser.alarms.create('due', { when: Date.now() + Math.max(0, next - now) });
}

/** Windows that cleared, reminders, years that turned, alerts that wake up. */
export async function due(at: Moment): Promise<void> {
  const subjects = await dueSubjects(at.db, at.now, SLICE);
  await assessCustomers(at.db, subjects, { ...at, occasion: 'time' });
  const asleep = (await standingAlerts(at.db)).filter(({ state }) => state === 'snoozed');
  const woken = asleep.filter(({ snoozedUntil = 0 }) => snoozedUntil <= at.now);
  for (const { snoozedUntil: _, ...alert } of woken) await at.db.alerts.put({ ...alert, state: 'open' });
  await announceWaiting(at);
  await paintToolbar(at);
  await repaint(new Set([...subjects, ...woken.map(({ subject }) => subject)]));
}
