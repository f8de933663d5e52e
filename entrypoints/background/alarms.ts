import browser from 'webextension-polyfill';

import { armDue, due } from './due';
import { resumeJobs } from './job-runner';
import { armJobs, startJob } from './jobs';
import { hasConsent } from './consent';
import { moment } from './moment';

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

/** The next 03:00 in the zone, epoch ms. */
export function nextNight(now: number, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone);
  const tonight = local.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour: NIGHTLY_HOUR } });
  const later = Temporal.ZonedDateTime.compare(tonight, local) > 0;
  return (later ? tonight : tonight.add({ days: 1 })).epochMilliseconds;
}

export async function onAlarm(name: string): Promise<void> {
  if (!(await hasConsent())) return;
  if (name === 'due') await due(await moment());
  if (name === 'nightly') await startJob(await moment(), 'nightly');
  if (name === 'nightly' || name === 'jobs') await resumeJobs();
  await armAlarms();
}
