import type { Cause } from '@/lib/scoring/contact';

import { standingAlerts } from './alerts';
import type { NoclaimsDatabase } from './database';
import type { ContactRow, DecisionRow } from './rows';
import { foldContacts, type FoldCircumstances } from './tallies';

const TABLES = ['contacts', 'customers', 'decisions', 'ladderPast', 'tallies', 'alerts'] as const;

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
export function setCause(db: NoclaimsDatabase, said: Said, contactId: string, cause: Cause, fold: FoldCircumstances): Promise<void> {
  return ofContact(db, said, { contactId, decision: row(said, contactId, 'cause', cause) }, fold, (contact) => {
    const { loss: _, ...rest } = contact;
    return { ...rest, cause, causeBy: 'person' };
  });
}

/** Answers a proposed fall. */
export function answerLoss(db: NoclaimsDatabase, said: Said, contactId: string, confirmed: boolean, fold: FoldCircumstances): Promise<void> {
  const kind = confirmed ? 'confirm-loss' : 'refuse-loss';
  return ofContact(db, said, { contactId, decision: row(said, contactId, kind, true) }, fold, (contact) => ({
    ...contact,
    loss: confirmed ? 'confirmed' : 'refused',
  }));
}

function ofContact(
  db: NoclaimsDatabase,
  { customerId }: Said,
  { contactId, decision }: { contactId: string; decision: DecisionRow },
  fold: FoldCircumstances,
  change: (contact: ContactRow) => ContactRow,
): Promise<void> {
  return db.transaction('rw', TABLES.map((name) => db.table(name)), async () => {
    if (await db.decisions.get(decision.id)) return;
    const contact = await db.contacts.get(contactId);
    if (!contact || contact.customerId !== customerId) throw new RangeError(`no contact ${contactId} of this customer`);
    await db.decisions.put(decision);
    await db.contacts.put(change(contact));
    await foldContacts(db, new Map([[customerId, { added: [], rebuild: true }]]), fold);
  });
}

/** A call that no helpdesk knows of, at the instant of the click unless said otherwise. */
export function logCall(
  db: NoclaimsDatabase,
  { click, customerId }: Said,
  call: { kind: ContactRow['kind']; at: number; minutes?: number },
  fold: FoldCircumstances,
): ReturnType<typeof foldContacts> {
  return db.transaction('rw', TABLES.map((name) => db.table(name)), async () => {
    const id = `own/${click}`;
    if (await db.contacts.get(id)) return [];
    const customer = await db.customers.get(customerId);
    if (!customer) throw new RangeError('This customer is no longer here.');
    const identity = customer.email ? `email:${customer.email}` : `customer:${customerId}`;
    const contact: ContactRow = {
      id, customerId, identity, at: call.at, kind: call.kind, initiator: 'customer', cause: 'pending',
      ...(call.minutes !== undefined && { minutes: call.minutes }),
    };
    await db.contacts.put(contact);
    const skip = customer.objection ? new Set([customerId]) : undefined;
    return foldContacts(db, new Map([[customerId, { added: [contact], rebuild: false }]]), { ...fold, ...(skip && { skip }) });
  });
}

/** Takes a customer out of scoring, with a note, or back in. */
export function exempt(db: NoclaimsDatabase, said: Said, on: boolean): Promise<void> {
  return db.transaction('rw', [db.customers, db.decisions], async () => {
    await db.decisions.put(row(said, `customer:${said.customerId}`, 'exempt', on));
    await db.customers.where({ id: said.customerId }).modify((customer) => {
      if (on) customer.exempt = true;
      else delete customer.exempt;
    });
  });
}

export const thanked = (db: NoclaimsDatabase, said: Said): Promise<unknown> =>
  db.decisions.put(row(said, `customer:${said.customerId}`, 'thanked', true));

/** Puts a customer's open alerts to sleep. */
export function snooze(db: NoclaimsDatabase, said: Said, until: number, alertId?: string): Promise<number> {
  return db.transaction('rw', [db.alerts, db.decisions], async () => {
    const alerts = (await standingAlerts(db)).filter(({ id, subject }) => subject === said.customerId && (!alertId || id === alertId));
    for (const alert of alerts) {
      await db.decisions.put(row({ ...said, click: `${said.click}/${alert.ruleId}` }, `alert:${alert.id}`, 'snooze', until));
      await db.alerts.put({ ...alert, state: 'snoozed', snoozedUntil: until });
    }
    return alerts.length;
  });
}
