import type { Action, Done } from '@/lib/messaging/protocol';
import { Sentence } from '@/lib/messaging/receive';
import { eraseCustomer, objectToScoring } from '@/lib/privacy/erase';
import { assessCustomers } from '@/lib/store/assess';
import { answerLoss, exempt, logCall, setCause, snooze, thanked, type Said } from '@/lib/store/decide';
import { rememberSent } from '@/lib/store/sent';
import type { CustomerRow, SourceRow } from '@/lib/store/rows';
import { saidOf, thanksLetter } from '@/lib/text/done';

import { announce, paintToolbar } from './alerting';
import type { Moment } from './moment';
import { badgeOf, words } from './showing';
import { repaint } from './tabs';

const DAY = 86_400_000;

/** What somebody does to a customer, and where: on a ticket's card, or in a page of ours. */
export interface Deed {
  readonly customer: CustomerRow;
  readonly action: Action;
  /** The uuid of the click: a repeat does nothing twice. */
  readonly click: string;
  /** The ticket whose card was used. */
  readonly ticket?: { readonly source: SourceRow; readonly ticketId: string };
  readonly tabId?: number;
}

/** Does it, and says what happened. Everything that shows the customer follows. */
export async function act(at: Moment, deed: Deed): Promise<Done> {
  const { customer, action } = deed;
  const outcome = await perform(at, deed);
  if (action.do === 'erase') {
    await repaint(new Set([customer.id]));
    await paintToolbar(at);
    return { said: outcome.said };
  }
  await assessCustomers(at.db, [customer.id], { ...at, occasion: action.do === 'log-call' ? 'contact' : 'correction' });
  await repaint(new Set([customer.id]), deed.tabId);
  await paintToolbar(at);
  const current = await at.db.customers.get(customer.id);
  const standing = await at.db.standings.get(customer.id);
  const said = saidOf(words, action, { name: customer.name ?? customer.email ?? '', ...(standing && { standing }) });
  return { said, ...(current && { badge: await badgeOf(at, current) }), ...(outcome.compose && { compose: outcome.compose }) };
}

type Outcome = Pick<Done, 'said' | 'compose'>;
const DONE: Outcome = { said: '' };

async function perform(at: Moment, deed: Deed): Promise<Outcome> {
  const { customer, action, click } = deed;
  const said: Said = { click, customerId: customer.id, now: at.now, ...('reason' in action && action.reason && { reason: action.reason }) };
  switch (action.do) {
    case 'log-call': {
      const { kind, minutes, at: instant = at.now } = action;
      if (instant > at.now) throw new Sentence('That call lies in the future. Log it when it has happened.');
      await announce(at, await logCall(at.db, said, { kind, at: instant, ...(minutes !== undefined && { minutes }) }, at));
      return DONE;
    }
    case 'cause':
      await setCause(at.db, said, contactMeant(deed, action.contactId), action.cause, at);
      return DONE;
    case 'confirm-loss':
    case 'refuse-loss':
      await answerLoss(at.db, said, action.contactId, action.do === 'confirm-loss', at);
      return DONE;
    case 'snooze':
      await snooze(at.db, said, at.now + action.days * DAY, action.alertId);
      return DONE;
    case 'exempt':
      await exempt(at.db, said, action.on);
      return DONE;
    case 'objects':
      await objectToScoring(at.db, customer.id, action.on, at.now);
      return DONE;
    case 'erase':
      return { said: saidOf(words, action, { name: customer.name ?? '', erased: await eraseCustomer(at.db, customer.id, at.now) }) };
    case 'thank':
      return { said: '', compose: await thank(at, deed, said) };
  }
}

function contactMeant({ ticket }: Deed, contactId: string | undefined): string {
  const id = contactId ?? (ticket && `${ticket.source.id}/${ticket.ticketId}/open`);
  if (!id) throw new Sentence('Open the ticket whose cause you want to set.');
  return id;
}

/** The letter to fill in; its ticket will be ours, so it is remembered before anything is opened. */
async function thank(at: Moment, { customer, click, ticket }: Deed, said: Said): Promise<Done['compose'] & object> {
  const letter = thanksLetter(words, { name: customer.name ?? '' });
  const source = ticket?.source;
  const identities = await at.db.identities.where({ customerId: customer.id }).toArray();
  const userKey = identities.find(({ key }) => source && key.startsWith(`user:${source.id}:`))?.key;
  const userId = userKey?.slice(`user:${source?.id}:`.length);
  if (!customer.email && !userId) throw new Sentence('No address is known for this customer, so there is nobody to write to.');
  if (source) {
    const requester = customer.email ? `email:${customer.email}` : (userKey ?? '');
    await rememberSent(at.db, { id: click, sourceId: source.id, customerId: customer.id, requester, subject: letter.subject, at: at.now });
  }
  await thanked(at.db, said);
  return { ...letter, to: { ...(customer.email && { email: customer.email }), ...(userId && { userId }) } };
}
