import { adapterById } from '@/lib/helpdesks';
import type { Looking } from '@/lib/messaging/protocol';
import { lossesOf } from '@/lib/scoring/losses';
import { assessCustomers } from '@/lib/store/assess';
import { historyOf } from '@/lib/store/organisations';
import { shownFor } from '@/lib/store/speaking';
import type { CustomerRow, SourceRow } from '@/lib/store/rows';
import { agreementsOf } from '@/lib/store/subjects';
import type { Freshness } from '@/lib/text/card-facts';
import { cardView } from '@/lib/text/card-view';
import type { CardView } from '@/lib/text/view';

import { words } from './language';
import type { Moment } from './moment';
import { alertFacts, customerOf, standingAlertOf } from './showing';

/** Everything the card says about the customer of the ticket that is looked at; undefined when nobody knows one. */
export async function cardOf(at: Moment, source: SourceRow, looking: Looking): Promise<CardView | undefined> {
  const customer = await customerOf(at, source, looking);
  const [own] = customer ? await assessCustomers(at.db, [customer.id], { ...at, occasion: 'time' }) : [];
  if (!customer || !own) return undefined;
  const standing = await shownFor(at.db, customer, own);
  const subject = standing.customerId;
  const { name, email, organisationId } = customer;
  const [alert, { contacts, past }, organisation] = await Promise.all([
    standingAlertOf(at, subject),
    historyOf(at.db, subject),
    organisationId ? at.db.organisations.get(organisationId) : undefined,
  ]);
  const contactId = `${source.id}/${looking.ticketId}/open`;
  const contact = contacts.find(({ id }) => id === contactId);
  const { rulesOf } = await agreementsOf(at.db, [subject], at);
  const { alert: openAlert, ...sleep } = alertFacts(alert);
  return cardView({
    words,
    standing,
    now: at.now,
    zone: at.rules.zone,
    currency: at.settings.currency,
    name: name ?? email ?? '',
    canThank: adapterById(source.adapterId)?.compose !== undefined,
    freshness: await freshnessOf(at, source, customer, contacts.filter(({ assumed }) => assumed).length),
    ...(organisation && { organisation: organisation.name }),
    ...(openAlert && { openAlert }),
    ...sleep,
    ...(contact && {
      ticketCause: { contactId, cause: contact.cause },
      losses: lossesOf({ contactId, past, contacts, rules: rulesOf(subject), now: at.now }),
    }),
  });
}

async function freshnessOf(
  { db }: Moment,
  source: SourceRow,
  customer: CustomerRow,
  assumed: number,
): Promise<Freshness> {
  const readAt = customer.completeThrough[source.id];
  const tickets = await db.tickets.where({ customerId: customer.id }).toArray();
  const untimed = tickets.filter(({ createdAt }) => createdAt === undefined).length;
  return {
    reopeningsRead: tickets.every(({ entries }) => entries !== undefined),
    ...(readAt !== undefined && { readAt }),
    ...(assumed > 0 && { assumed }),
    ...(untimed > 0 && { untimed }),
  };
}
