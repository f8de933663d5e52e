import type { Action, Done } from '@/lib/messaging/protocol';
import { Sentence } from '@/lib/messaging/receive';
import { eraseCustomer, objectToScoring } from '@/lib/privacy/erase';
import { DAY } from '@/lib/scoring/contact';
import type { Standing } from '@/lib/scoring/standing';
import { assessCustomers } from '@/lib/store/assess';
import { answerLoss, exempt, logCall, setCause, snooze, type Said } from '@/lib/store/decide';
import { foldOrganisations, ORGANISATION_TABLES } from '@/lib/store/fold-organisations';
import { withOrganisations } from '@/lib/store/organisations';
import { shownFor } from '@/lib/store/speaking';
import type { CustomerRow, SourceRow } from '@/lib/store/rows';
import { FOLD_TABLES } from '@/lib/store/tallies';
import { doneSaid, erasedSaid, type Deed as SaidDeed } from '@/lib/text/done';
import { t } from '@/lib/text/words';

import { announce, paintToolbar } from './alerting';
import { armDue } from './due';
import { words } from './language';
import type { Moment } from './moment';
import { badgeOf } from './showing';
import { repaint } from './tabs';
import { thank } from './thanking';

/** What somebody does to a customer, and where: on a ticket's card, or in a page of ours. */
export interface Deed {
  readonly customer: CustomerRow;
  readonly action: Action;
  /** The uuid of the click: a repeat does nothing twice. */
  readonly click: string;
  /** The helpdesk in which a message would be started, and the ticket whose card was used. */
  readonly source?: SourceRow;
  readonly ticketId?: string;
  /** Paints itself: it has the answer. */
  readonly tabId?: number;
}

/** Does it, and says what happened. Everything that shows the customer follows. */
export async function act(at: Moment, deed: Deed): Promise<Done> {
  const { customer, action, tabId } = deed;
  if (action.do === 'erase') return erase(at, customer);
  const before = await standingOf(at, customer);
  const compose = await perform(at, deed);
  const occasion = action.do === 'log-call' ? 'contact' : 'correction';
  const concerned = await withOrganisations(at.db, [customer.id], at.rules);
  const [own] = await assessCustomers(at.db, concerned, { ...at, occasion });
  await armDue(at);
  await repaint(new Set([customer.id]), tabId);
  await paintToolbar(at);
  const current = await at.db.customers.get(customer.id);
  if (!current || !own) throw new Sentence(t(words, 'refused.customer-gone'));
  const standing = await shownFor(at.db, current, own);
  const facts = {
    words,
    standing,
    now: at.now,
    zone: at.rules.zone,
    ...(before && { rungBefore: before.ladder.rung }),
  };
  return {
    said: doneSaid(asSaid(action, at.now), facts),
    badge: await badgeOf(at, current),
    ...(compose && { compose }),
  };
}

async function standingOf({ db }: Moment, customer: CustomerRow): Promise<Standing | undefined> {
  const own = await db.standings.get(customer.id);
  return own && shownFor(db, customer, own);
}

async function erase(at: Moment, { id, organisationId }: CustomerRow): Promise<Done> {
  const erased = await eraseCustomer(at.db, id, at.now);
  await countWithout(at, organisationId);
  await repaint(new Set([id]));
  await paintToolbar(at);
  return { said: erasedSaid(erased, words) };
}

/** What is left of an organisation, after one of its customers. */
async function countWithout(at: Moment, organisationId: string | undefined): Promise<void> {
  if (organisationId === undefined) return;
  const { counted } = await at.db.transaction('rw', [...FOLD_TABLES, ...ORGANISATION_TABLES], async () =>
    foldOrganisations(at.db, [organisationId], at),
  );
  await assessCustomers(at.db, counted, { ...at, occasion: 'correction' });
}

const asSaid = (action: Exclude<Action, { do: 'erase' }>, now: number): SaidDeed =>
  action.do === 'snooze' ? { do: 'snooze', until: now + action.days * DAY } : action;

/** The letter to start, where there is one. */
async function perform(at: Moment, deed: Deed): Promise<Done['compose']> {
  const { customer, action, click } = deed;
  const reason = 'reason' in action && action.reason ? { reason: action.reason } : {};
  const said: Said = { click, customerId: customer.id, now: at.now, ...reason };
  switch (action.do) {
    case 'thank':
      return thank(at, deed);
    case 'log-call': {
      const { kind, minutes, at: instant = at.now } = action;
      if (instant > at.now) throw new Sentence(t(words, 'refused.future'));
      await announce(
        at,
        await logCall(at.db, said, { kind, at: instant, ...(minutes !== undefined && { minutes }) }, at),
      );
      break;
    }
    case 'cause':
      await setCause(at.db, said, { contactId: contactMeant(deed, action.contactId), cause: action.cause }, at);
      break;
    case 'confirm-loss':
    case 'refuse-loss':
      await answerLoss(at.db, said, { contactId: action.contactId, confirmed: action.do === 'confirm-loss' }, at);
      break;
    case 'snooze':
      await snooze(at.db, said, at.now + action.days * DAY, action.alertId);
      break;
    case 'exempt':
      await exempt(at.db, said, action.on);
      break;
    case 'objects':
      await objectToScoring(at.db, customer.id, action.on, at);
      break;
    case 'erase':
      break;
  }
  return undefined;
}

function contactMeant({ source, ticketId }: Deed, contactId: string | undefined): string {
  const id = contactId ?? (source && ticketId && `${source.id}/${ticketId}/open`);
  if (!id) throw new Sentence(t(words, 'refused.no-ticket'));
  return id;
}
