import { words } from '@/entrypoints/background/language';
import type { Moment } from '@/entrypoints/background/moment';
import { alertsOf } from '@/lib/store/alerts';
import { customerPanel, type CustomerPanelView } from '@/lib/text/popup-customer';

import { nameOf } from './names';

export interface Whose {
  readonly customerId: string;
  /** The contact of the ticket that is shown, if one is. */
  readonly contactId?: string;
}

/** Everything a page of ours says about a customer; undefined when they are not on record. */
export async function panelOf(at: Moment, { customerId, contactId }: Whose): Promise<CustomerPanelView | undefined> {
  const { db, now, rules, settings } = at;
  const [customer, standing] = await Promise.all([db.customers.get(customerId), db.standings.get(customerId)]);
  if (!customer || !standing) return undefined;
  const { organisationId, email } = customer;
  const [alerts, contact, organisation] = await Promise.all([
    alertsOf(db, customerId),
    contactId ? db.contacts.get(contactId) : undefined,
    organisationId ? db.organisations.get(organisationId) : undefined,
  ]);
  const alert = alerts.findLast(({ open }) => open === 1);
  const asleep = alert?.state === 'snoozed' ? alert.snoozedUntil : undefined;
  return customerPanel({
    words,
    standing,
    now,
    zone: rules.zone,
    currency: settings.currency,
    name: nameOf(customer),
    canThank: email !== undefined,
    freshness: { reopeningsRead: true },
    ...(organisation && { organisation: organisation.name }),
    ...(alert && { openAlert: alert }),
    ...(asleep !== undefined && { snoozedUntil: asleep }),
    ...(contact?.customerId === customerId && { ticketCause: { contactId: contact.id, cause: contact.cause } }),
  });
}
