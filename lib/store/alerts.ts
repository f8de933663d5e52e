import type { Breach, Cleared } from '@/lib/scoring/tally';

import type { NoclaimsDatabase } from './database';
import type { AlertRow } from './rows';

/** Breaches as alerts. One inside the cooldown makes none: its reminder does, if the limit is still broken then. */
export const alertsFrom = (subject: string, breaches: readonly Breach[]): AlertRow[] =>
  breaches
    .filter(({ silent }) => !silent)
    .map(({ ruleId, at, load, max, remindedAt, clearedAt }) => ({
      id: `${ruleId}/${subject}/${at}`,
      ruleId,
      subject,
      breachedAt: at,
      load,
      max,
      ...(remindedAt !== undefined && { remindedAt }),
      ...(clearedAt === undefined
        ? { state: 'open' as const, open: 1 as const }
        : { state: 'cleared' as const, clearedAt }),
    }));

/**
 * Writes alerts, keeping what a person did with them; returns those that are new. With `since` these are all there
 * are since then, the oldest contact, so others of this subject were mistaken and go.
 */
export async function settleAlerts(
  db: NoclaimsDatabase,
  subject: string,
  alerts: readonly AlertRow[],
  { since }: { readonly since?: number } = {},
): Promise<AlertRow[]> {
  const known = new Map((await alertsOf(db, subject)).map((row) => [row.id, row]));
  const fresh: AlertRow[] = [];
  for (const alert of alerts) {
    const old = known.get(alert.id);
    known.delete(alert.id);
    const next = old ? laidOver(old, alert) : alert;
    if (!old) fresh.push(next);
    if (!old || old.state !== next.state || old.load !== next.load) await db.alerts.put(next);
  }
  if (since !== undefined) {
    const mistaken = [...known.values()].filter(({ breachedAt }) => since === Infinity || breachedAt >= since);
    await db.alerts.bulkDelete(mistaken.map(({ id }) => id));
  }
  return fresh;
}

export const alertsOf = (db: NoclaimsDatabase, subject: string): Promise<AlertRow[]> =>
  db.alerts.where('[subject+breachedAt]').between([subject], [subject, []]).toArray();

/** Snoozed stays snoozed and acknowledged stays so, until it clears. */
function laidOver(old: AlertRow, found: AlertRow): AlertRow {
  const { open: _, ...alert } = found;
  const { shownAt, snoozedUntil } = old;
  const state =
    alert.state === 'open' && (old.state === 'snoozed' || old.state === 'acknowledged') ? old.state : alert.state;
  return {
    ...alert,
    state,
    ...((state === 'open' || state === 'snoozed') && { open: 1 as const }),
    ...(shownAt !== undefined && { shownAt }),
    ...(snoozedUntil !== undefined && state === 'snoozed' && { snoozedUntil }),
  };
}

/** Closes alerts whose limit holds again. */
export async function clearAlerts(db: NoclaimsDatabase, subject: string, cleared: readonly Cleared[]): Promise<void> {
  for (const { ruleId, breachedAt, clearedAt } of cleared) {
    const row = await db.alerts.get(`${ruleId}/${subject}/${breachedAt}`);
    if (!row || row.state === 'cleared') continue;
    const { open: _, snoozedUntil: __, ...rest } = row;
    await db.alerts.put({ ...rest, state: 'cleared', clearedAt });
  }
}

/** Open and snoozed ones: the few, by their sparse index. */
export const standingAlerts = (db: NoclaimsDatabase): Promise<AlertRow[]> =>
  db.alerts.where('open').equals(1).toArray();
