import { tallyRules } from '@/lib/settings/rules';
import type { Settings } from '@/lib/settings/schema';
import type { TallyRules } from '@/lib/scoring/tally';
import { settingsOf } from '@/lib/store/ask';
import { currentFit } from '@/lib/store/assess';
import { NoclaimsDatabase } from '@/lib/store/database';

import { readClock } from './clock';
import { hasConsent } from './consent';

/** What every event starts from: the database, the instant, the settings and what follows from them. */
export interface Moment {
  readonly db: NoclaimsDatabase;
  readonly now: number;
  readonly settings: Settings;
  readonly rules: TallyRules;
  readonly reopenDays: number;
  readonly proposals: Settings['proposalRules'];
}

let database: NoclaimsDatabase | undefined;

/** Opened at the first need, never before consent. */
const open = (): NoclaimsDatabase => (database ??= new NoclaimsDatabase());

/** Throws when there is no consent: nothing of ours may read or write before it. */
export async function moment(): Promise<Moment> {
  if (!(await hasConsent())) throw new Error('no consent');
  const db = open();
  const [settings, { now, zone }] = await Promise.all([settingsOf(db), readClock()]);
  const { reopenDays, proposalRules: proposals } = settings;
  const { halfLifeDays } = await currentFit(db, settings);
  return { db, now, settings, rules: tallyRules(settings, zone, halfLifeDays), reopenDays, proposals };
}

/** Keeps the last thousand mishaps, so that a report can be made without asking what happened. */
export async function note(what: string, error: unknown): Promise<void> {
  console.error(what, error);
  if (!(await hasConsent())) return;
  const db = open();
  const id = await db.log.add({
    at: (await readClock()).now,
    what,
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  await db.log
    .where('id')
    .below(Number(id) - 1000)
    .delete();
}
