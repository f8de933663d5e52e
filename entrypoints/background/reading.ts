import { checkObservation, type Observation } from '@/lib/observation';
import { suppressedAmong } from '@/lib/privacy/suppression-list';
import { assessCustomers } from '@/lib/store/assess';
import { withOrganisations } from '@/lib/store/organisations';
import { quarantine } from '@/lib/store/quarantine';
import { recordTickets, type Recorded } from '@/lib/store/record';
import type { SourceRow } from '@/lib/store/rows';

import { announce } from './alerting';
import { armDue } from './due';
import type { Moment } from './moment';
import { repaint } from './tabs';

/** Records what a page's content script read, assesses whom it concerns, and tells everything that shows them. */
export async function take(at: Moment, source: SourceRow, input: unknown, fromTab?: number): Promise<void> {
  const checked = checkObservation(input);
  if (!checked.ok) {
    await quarantine(at.db, source.id, [{ why: checked.why, piece: input }], at.now);
    return;
  }
  const { observation, refused } = checked.value;
  const pieces = refused.map(({ why, ticket }) => ({ why, piece: ticket }));
  if (pieces.length > 0) await quarantine(at.db, source.id, pieces, at.now);
  const { alerts, customers } = await record(at, source, observation);
  await announce(at, alerts);
  if (customers.size === 0) return;
  const concerned = await withOrganisations(at.db, customers, at.rules);
  await assessCustomers(at.db, concerned, { ...at, occasion: 'contact' });
  await armDue(at);
  await repaint(customers, fromTab);
}

function record(at: Moment, source: SourceRow, { tickets, complete }: Observation): Promise<Recorded> {
  const suppressed = (keys: readonly string[]) => suppressedAmong(at.db, keys);
  return recordTickets(at.db, { source, tickets, suppressed, ...(complete && { complete: complete.requester }) }, at);
}
