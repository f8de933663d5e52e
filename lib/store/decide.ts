import type { Cause } from '@/lib/scoring/contact';

import { alertsOf } from './alerts';
import type { NoclaimsDatabase } from './database';
import type { AlertRow, ContactRow, DecisionRow } from './rows';
import { ruled, rulingOf } from './ruling';
import { FOLD_TABLES, foldContacts, type FoldCircumstances } from './tallies';

/** What the agent says, with the uuid of the click: saying it twice is saying it once. */
export interface Said {
  readonly click: string;
  readonly customerId: string;
  readonly now: number;
  readonly reason?: string;
}

const row = (said: Said, subject: string, kind: DecisionRow['kind'], value: DecisionRow['value']): DecisionRow => ({
  id: said.click,
  subject,
  kind,
  customerId: said.customerId,
  value,
  by: 'person',
  at: said.now,
  ...(said.reason && { reason: said.reason }),
});

/** Sets the cause of a contact; the customer's ladder and limits are computed again at once. */
export function setCause(
  db: NoclaimsDatabase,
  said: Said,
  { contactId, cause }: { readonly contactId: string; readonly cause: Cause },
  fold: FoldCircumstances,
): Promise<void> {
  return ofContact(db, row(said, contactId, 'cause', cause), fold, (contact) => {
    const { loss: _, ...rest } = contact;
    return { ...rest, cause, causeBy: 'person' };
  });
}

/** Answers a proposed fall. */
export function answerLoss(
  db: NoclaimsDatabase,
  said: Said,
  { contactId, confirmed }: { readonly contactId: string; readonly confirmed: boolean },
  fold: FoldCircumstances,
): Promise<void> {
  const decision = row(said, contactId, confirmed ? 'confirm-loss' : 'refuse-loss', true);
  return ofContact(db, decision, fold, (contact) => ({ ...contact, loss: confirmed ? 'confirmed' : 'refused' }));
}

function ofContact(
  db: NoclaimsDatabase,
  decision: DecisionRow,
  fold: FoldCircumstances,
  change: (contact: ContactRow) => ContactRow,
): Promise<void> {
  const { subject: contactId, customerId } = decision;
  return db.transaction('rw', [...FOLD_TABLES, 'decisions'], async () => {
    if (await db.decisions.get(decision.id)) return;
    const contact = await db.contacts.get(contactId);
    if (!contact || contact.customerId !== customerId) throw new RangeError(`no contact ${contactId} of this customer`);
    // With a proposed cause, so that it is known again of a contact that goes and comes back.
    const isProposed = decision.kind === 'confirm-loss' && contact.causeBy === 'rule';
    await db.decisions.put(isProposed ? { ...decision, value: contact.cause } : decision);
    await db.contacts.put(change(contact));
    await foldContacts(db, new Map([[customerId, { added: [], rebuild: true }]]), fold);
  });
}

/** A call that no helpdesk knows of, at the instant of the click unless said otherwise. Returns alerts that are new. */
export function logCall(
  db: NoclaimsDatabase,
  { click, customerId }: Said,
  call: { readonly kind: ContactRow['kind']; readonly at: number; readonly minutes?: number },
  fold: FoldCircumstances,
): Promise<AlertRow[]> {
  return db.transaction('rw', [...FOLD_TABLES, 'identities', 'outages'], async () => {
    const id = `own/${click}`;
    if (await db.contacts.get(id)) return [];
    const customer = await db.customers.get(customerId);
    if (!customer) throw new RangeError(`no customer ${customerId}`);
    const [first] = await db.identities.where({ customerId }).primaryKeys();
    const contact: ContactRow = {
      id,
      customerId,
      identity: customer.email ? `email:${customer.email}` : (first ?? ''),
      at: call.at,
      kind: call.kind,
      initiator: 'customer',
      ...ruled({ at: call.at }, undefined, undefined, await rulingOf(db, fold)),
      ...(call.minutes !== undefined && { minutes: call.minutes }),
    };
    await db.contacts.put(contact);
    return foldContacts(db, new Map([[customerId, { added: [contact], rebuild: false }]]), fold);
  });
}

/** Takes a customer out of scoring, with a note, or back in. */
export const exempt = (db: NoclaimsDatabase, said: Said, on: boolean): Promise<void> =>
  once(db, row(said, `customer:${said.customerId}`, 'exempt', on), async () => {
    await db.customers.where({ id: said.customerId }).modify((customer) => {
      if (on) customer.exempt = true;
      else delete customer.exempt;
    });
  });

export const thanked = (db: NoclaimsDatabase, said: Said): Promise<void> =>
  once(db, row(said, `customer:${said.customerId}`, 'thanked', true), () => Promise.resolve());

function once(db: NoclaimsDatabase, decision: DecisionRow, change: () => Promise<void>): Promise<void> {
  return db.transaction('rw', [db.customers, db.decisions], async () => {
    if (await db.decisions.get(decision.id)) return;
    await db.decisions.put(decision);
    await change();
  });
}

/** Puts a customer's open alerts to sleep, or one of them; returns how many. */
export function snooze(db: NoclaimsDatabase, said: Said, until: number, alertId?: string): Promise<number> {
  return db.transaction('rw', [db.alerts, db.decisions], async () => {
    const alerts = await alertsOf(db, said.customerId);
    const meant = alerts.filter(({ id, open }) => open && (!alertId || id === alertId));
    for (const alert of meant) {
      const click = `${said.click}/${alert.ruleId}`;
      if (await db.decisions.get(click)) continue;
      await db.decisions.put(row({ ...said, click }, `alert:${alert.id}`, 'snooze', until));
      await db.alerts.put({ ...alert, state: 'snoozed', snoozedUntil: until });
    }
    return meant.length;
  });
}
