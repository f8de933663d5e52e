import type { Looking, Shown } from '@/lib/messaging/protocol';
import type { PersonRef } from '@/lib/observation';
import { alertsOf } from '@/lib/store/alerts';
import { customerBy, customersOfRows, ticketOf } from '@/lib/store/ask';
import { assessCustomers } from '@/lib/store/assess';
import type { AlertRow, CustomerRow, SourceRow } from '@/lib/store/rows';
import { shownFor } from '@/lib/store/speaking';
import type { Standing } from '@/lib/scoring/standing';
import { badgeView } from '@/lib/text/badge-view';
import { plainBadge } from '@/lib/text/plain-badge';
import type { BadgeView } from '@/lib/text/view';

import { words } from './language';
import type { Moment } from './moment';

/** A history younger than this is not asked for again. */
const FRESH_FOR = 15 * 60_000;
/** A ticket made while a history was read may have been missed by it. */
const OVERLAP = 10 * 60_000;

/** Whom the ticket that is looked at belongs to: as recorded, else as the page says. */
export async function customerOf(
  at: Moment,
  source: SourceRow,
  { ticketId, requester }: Looking,
): Promise<CustomerRow | undefined> {
  const ticket = await ticketOf(at.db, source.id, ticketId);
  const byTicket = ticket?.customerId ? await at.db.customers.get(ticket.customerId) : undefined;
  return byTicket ?? (requester ? customerBy(at.db, requester, source.id) : undefined);
}

/** The badge of the ticket that is looked at, and whether its customer's history should be read. */
export async function shown(at: Moment, source: SourceRow, looking: Looking): Promise<Shown & { customerId?: string }> {
  const { requester } = looking;
  const customer = await customerOf(at, source, looking);
  if (!customer && !requester) return { badge: plainBadge('nobody', words) };
  const history = requester && wishFor(customer, source, requester, at.now);
  const badge = customer ? await badgeOf(at, customer) : plainBadge('unknown', words);
  const waiting = history && history.since === undefined ? { waiting: plainBadge('reading', words) } : {};
  return { badge, ...waiting, ...(history && { history }), ...(customer && { customerId: customer.id }) };
}

function wishFor(
  customer: CustomerRow | undefined,
  source: SourceRow,
  requester: PersonRef,
  now: number,
): Shown['history'] {
  const since = customer?.completeThrough[source.id];
  if (since === undefined) return { requester };
  return now - since > FRESH_FOR ? { requester, since: since - OVERLAP } : undefined;
}

export async function badgeOf(at: Moment, customer: CustomerRow): Promise<BadgeView> {
  const [own] = await assessCustomers(at.db, [customer.id], { ...at, occasion: 'time' });
  if (!own) return plainBadge('unknown', words);
  const standing = await shownFor(at.db, customer, own);
  return viewOf(at, customer, standing, await standingAlertOf(at, standing.customerId));
}

/** The latest alert that is not over. */
export async function standingAlertOf({ db }: Moment, subject: string): Promise<AlertRow | undefined> {
  return (await alertsOf(db, subject)).findLast(({ open }) => open === 1);
}

/** As the views of `lib/text` want an alert: its sleep apart. */
export const alertFacts = (alert: AlertRow | undefined) => ({
  ...(alert && { alert }),
  ...(alert?.state === 'snoozed' && alert.snoozedUntil !== undefined && { snoozedUntil: alert.snoozedUntil }),
});

const viewOf = (
  { now, rules }: Moment,
  { name, email }: CustomerRow,
  standing: Standing,
  alert: AlertRow | undefined,
): BadgeView => badgeView(standing, { words, now, zone: rules.zone, name: name ?? email ?? '', ...alertFacts(alert) });

/** The marks of list rows, from the standings as they are; null for a customer nobody knows. */
export async function marksOf(
  at: Moment,
  source: SourceRow,
  rows: readonly { ticketId: string; requester?: PersonRef }[],
): Promise<(BadgeView | null)[]> {
  const ids = await customersOfRows(at.db, source.id, rows);
  const distinct = [...new Set(ids.filter((id) => id !== undefined))];
  const [customers, standings] = await Promise.all([
    at.db.customers.bulkGet(distinct),
    at.db.standings.bulkGet(distinct),
  ]);
  const views = new Map<string, BadgeView>();
  for (const [index, own] of standings.entries()) {
    const customer = customers[index];
    if (!own || !customer) continue;
    const standing = await shownFor(at.db, customer, own);
    const alert = standing.flags.includes('over-limit') ? await standingAlertOf(at, standing.customerId) : undefined;
    views.set(customer.id, viewOf(at, customer, standing, alert));
  }
  return ids.map((id) => (id === undefined ? null : (views.get(id) ?? null)));
}
