import type { PersonRef } from '@/lib/observation';
import type { Looking, Shown } from '@/lib/messaging/protocol';
import { alertsOf } from '@/lib/store/alerts';
import { contactsOfCustomer, customerBy, ticketOf } from '@/lib/store/ask';
import type { CustomerRow, SourceRow } from '@/lib/store/rows';
import { badgeView, plainBadge } from '@/lib/text/badge-view';
import { cardView } from '@/lib/text/card-view';
import { wordsFor } from '@/lib/text/words';
import type { BadgeView, CardView } from '@/lib/text/view';
import { assessCustomers } from '@/lib/store/assess';
import { customersOfRows } from '@/lib/store/ask';

import type { Moment } from './moment';

/** A history younger than this is not asked for again. */
const FRESH_FOR = 15 * 60_000;

export const words = wordsFor('en');

/** Whom the ticket that is looked at belongs to: as recorded, else as the page says. */
export async function customerOf(at: Moment, source: SourceRow, { ticketId, requester }: Looking): Promise<CustomerRow | undefined> {
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

function wishFor(customer: CustomerRow | undefined, source: SourceRow, requester: PersonRef, now: number): Shown['history'] {
  const since = customer?.completeThrough[source.id];
  if (since === undefined) return { requester };
  return now - since > FRESH_FOR ? { requester, since } : undefined;
}

export async function badgeOf(at: Moment, customer: CustomerRow): Promise<BadgeView> {
  const [standing] = await assessCustomers(at.db, [customer.id], { ...at, occasion: 'time' });
  if (!standing) return plainBadge('unknown', words);
  const alert = (await alertsOf(at.db, customer.id)).findLast(({ state }) => state === 'open' || state === 'snoozed');
  return badgeView(standing, { words, now: at.now, zone: at.rules.zone, name: customer.name ?? customer.email ?? '', ...(alert && { alert }) });
}

/** The marks of list rows, from the standings as they are; null for a customer nobody knows. */
export async function marksOf(
  at: Moment,
  source: SourceRow,
  rows: readonly { ticketId: string; requester?: PersonRef }[],
): Promise<(BadgeView | null)[]> {
  const ids = await customersOfRows(at.db, source.id, rows);
  const distinct = [...new Set(ids.filter((id) => id !== undefined))];
  const [customers, standings] = await Promise.all([at.db.customers.bulkGet(distinct), at.db.standings.bulkGet(distinct)]);
  const views = new Map<string, BadgeView>();
  for (const [index, standing] of standings.entries()) {
    const customer = customers[index];
    if (!standing || !customer) continue;
    const alert = standing.flags.includes('over-limit')
      ? (await alertsOf(at.db, customer.id)).findLast(({ state }) => state === 'open' || state === 'snoozed')
      : undefined;
    views.set(customer.id, badgeView(standing, { words, now: at.now, zone: at.rules.zone, name: customer.name ?? '', ...(alert && { alert }) }));
  }
  return ids.map((id) => (id && views.get(id)) ?? null);
}

/** Everything the card says about the customer of the ticket that is looked at. */
export async function cardOf(at: Moment, source: SourceRow, looking: Looking): Promise<CardView | undefined> {
  const customer = await customerOf(at, source, looking);
  if (!customer) return undefined;
  const [standing] = await assessCustomers(at.db, [customer.id], { ...at, occasion: 'time' });
  if (!standing) return undefined;
  const ticketId = `${source.id}/${looking.ticketId}`;
  const [alerts, contacts, ticket] = await Promise.all([
    alertsOf(at.db, customer.id),
    contactsOfCustomer(at.db, customer.id),
    at.db.tickets.get(ticketId),
  ]);
  const organisation = customer.organisationId ? await at.db.organisations.get(customer.organisationId) : undefined;
  const openAlert = alerts.findLast(({ state }) => state === 'open' || state === 'snoozed');
  const contact = contacts.find(({ id }) => id === `${ticketId}/open`);
  const readAt = customer.completeThrough[source.id];
  return cardView({
    words,
    standing,
    now: at.now,
    zone: at.rules.zone,
    currency: at.settings.currency,
    customerId: customer.id,
    name: customer.name ?? customer.email ?? '',
    canThank: true,
    freshness: { reopeningsRead: ticket?.entries !== undefined, timeKnown: ticket?.createdAt !== undefined, ...(readAt !== undefined && { readAt }) },
    ...(organisation && { organisation: organisation.name }),
    ...(openAlert && { alert: openAlert }),
    ...(contact && { contact: { id: contact.id, cause: contact.cause, ...(contact.assumed && { assumed: true }) } }),
  });
}
