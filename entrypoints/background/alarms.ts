import browser from 'webextension-polyfill';

import { armDue, due } from './due';
import { resumeJobs } from './job-runner';
import { armJobs, startJob } from './jobs';
import { hasConsent } from './consent';
import { moment, type Moment } from './moment';

/** Local hour of the nightly run. */
const NIGHTLY_HOUR = 3;

/** Creates what is missing: browsers may drop alarms. */
export async function armAlarms(): Promise<void> {
  const at = await moment();
  await armDue(at);
  await armJobs(at);
  if (await browser.alarms.get('nightly')) return;
  const night = nextNight(at.now, at.rules.zone);
  await browser.alarms.create('nightly', { when: Date.now() + (night - at.now) });
}

/** Runs at night what a closed browser has missed: a start in the morning makes up for it. */
export async function makeUpForTheNight(at: Moment): Promise<void> {
  const { startedAt = 0 } = (await at.db.jobs.get('nightly')) ?? {};
  if (startedAt < lastNight(at.now, at.rules.zone)) await startJob(at, 'nightly');
}

const nightOf = (now: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toZonedDateTime({ timeZone: zone, plainTime: { hour: NIGHTLY_HOUR } });

/** The next 03:00 in the zone, epoch ms. */
export function nextNight(now: number, zone: string): number {
  const night = nightOf(now, zone);
  return (night.epochMilliseconds > now ? night : night.add({ days: 1 })).epochMilliseconds;
}

/** The last 03:00 in the zone that is not ahead, epoch ms. */
export function lastNight(now: number, zone: string): number {
  const night = nightOf(now, zone);
  return (night.epochMilliseconds <= now ? night : night.subtract({ days: 1 })).epochMilliseconds;
}

export async function onAlarm(name: string): Promise<void> {
  if (!(await hasConsent())) return;
  if (name === 'due') await due(await moment());
  if (name === 'nightly') await startJob(await moment(), 'nightly');
  if (name === 'nightly' || name === 'jobs') await resumeJobs();
  await armAlarms();
}
