import type { Standing, Suggestion } from '@/lib/scoring/standing';

import { standingAlerts } from './alerts';
import type { NoclaimsDatabase } from './database';
import type { AlertRow, CustomerRow } from './rows';

/** A customer of a list in the popup, with what is known to be said of them. */
export interface Suggested {
  readonly customer: CustomerRow;
  readonly standing: Standing;
}

export interface Alerted {
  readonly customer: CustomerRow;
  /** The latest that is open. */
  readonly alert: AlertRow;
  readonly standing?: Standing;
}

/** The customers suggested for one reason, the soonest first: as many rows are read as are asked for. */
export async function suggestedFor(db: NoclaimsDatabase, suggestion: Suggestion, limit: number): Promise<Suggested[]> {
  const standings = await db.standings
    .where('[suggestion+rank]')
    .between([suggestion], [suggestion, []])
    .limit(limit)
    .toArray();
  const customers = await db.customers.bulkGet(standings.map(({ customerId }) => customerId));
  return standings.flatMap((standing, index) => {
    const customer = customers[index];
    return customer ? [{ customer, standing }] : [];
  });
}

/** Customers with an open alert, each once, the latest first. Those that sleep are left in peace. */
export async function alertedCustomers(db: NoclaimsDatabase, limit: number): Promise<Alerted[]> {
  const open = (await standingAlerts(db)).filter(({ state }) => state === 'open');
  const latest = new Map(open.toSorted((a, b) => a.breachedAt - b.breachedAt).map((alert) => [alert.subject, alert]));
  const alerts = [...latest.values()].toSorted((a, b) => b.breachedAt - a.breachedAt).slice(0, limit);
  const ids = alerts.map(({ subject }) => subject);
  const [customers, standings] = await Promise.all([db.customers.bulkGet(ids), db.standings.bulkGet(ids)]);
  return alerts.flatMap((alert, index) => {
    const [customer, standing] = [customers[index], standings[index]];
    return customer ? [{ customer, alert, ...(standing && { standing }) }] : [];
  });
}

/** The breach of the last alert there was, standing or not. */
export const lastAlertAt = async (db: NoclaimsDatabase): Promise<number | undefined> =>
  (await db.alerts.orderBy('breachedAt').last())?.breachedAt;
