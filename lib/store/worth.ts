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
  readonly alert: AlertRow;
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

/** Alerts that stand, the latest first, with their customers. */
export async function alertedCustomers(db: NoclaimsDatabase, limit: number): Promise<Alerted[]> {
  const alerts = (await standingAlerts(db)).toSorted((a, b) => b.breachedAt - a.breachedAt).slice(0, limit);
  const customers = await db.customers.bulkGet(alerts.map(({ subject }) => subject));
  return alerts.flatMap((alert, index) => {
    const customer = customers[index];
    return customer ? [{ customer, alert }] : [];
  });
}

/** The breach of the last alert there was, standing or not. */
export const lastAlertAt = async (db: NoclaimsDatabase): Promise<number | undefined> =>
  (await db.alerts.orderBy('breachedAt').last())?.breachedAt;
