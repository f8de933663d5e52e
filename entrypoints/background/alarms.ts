import browser from 'webextension-polyfill';

import { standingAlerts } from '@/lib/store/alerts';
import { assessCustomers } from '@/lib/store/assess';
import { dueSubjects, nextDue } from '@/lib/store/due';

import { announce, paintToolbar } from './alerting';
import { systemZone } from './clock';
import { resumeJobs } from './jobs';
import { hasConsent, moment, type Moment } from './moment';
import { runNightly } from './nightly';
import { repaint } from './tabs';

/** Browsers allow 500 alarms; these few stand for everything that happens by time alone. */
const NIGHTLY_HOUR = 3;
const SLICE = 500;

export async function armAlarms(): Promise<void> {
  const at = await moment();
  await armDue(at);
  if (!(await browser.alarms.get('nightly'))) {
    await browser.alarms.create('nightly', { when: Date.now() + (nextNight(at.now, at.settings.zone ?? systemZone()) - at.now) });
  }
  if (!(await browser.alarms.get('jobs'))) await browser.alarms.create('jobs', { periodInMinutes: 1 });
}

/** The next 03:00 in the zone. */
export function nextNight(now: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const night = local.with({ hour: NIGHTLY_HOUR, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  return (Temporal.ZonedDateTime.compare(night, local) > 0 ? night : night.add({ days: 1 })).epochMilliseconds;
}

/** One alarm for the smallest instant at which time alone changes something. */
export async function armDue({ db, now }: Moment): Promise<void> {
  const next = await nextDue(db);
  if (next === undefined) await browser.alarms.clear('due');
  else await browser.alarms.create('due', { when: Date.now() + Math.max(0, next - now) });
}

export async function onAlarm(name: string): Promise<void> {
  if (!(await hasConsent())) return;
  const at = await moment();
  if (name === 'due') await due(at);
  if (name === 'nightly') await runNightly(at);
  if (name === 'jobs') await resumeJobs();
  await armAlarms();
}

/** Windows that cleared, years that turned, alerts that wake up. A full slice leaves the rest to the next alarm. */
export async function due(at: Moment): Promise<void> {
  const subjects = await dueSubjects(at.db, at.now, SLICE);
  await assessCustomers(at.db, subjects, { ...at, occasion: 'time' });
  const woken = (await standingAlerts(at.db)).filter(({ state, snoozedUntil = 0 }) => state === 'snoozed' && snoozedUntil <= at.now);
  for (const { snoozedUntil: _, ...alert } of woken) await at.db.alerts.put({ ...alert, state: 'open' });
  await announce(at, []);
  await paintToolbar(at);
  await repaint(new Set([...subjects, ...woken.map(({ subject }) => subject)]));
}
