import browser from 'webextension-polyfill';

import type { Looking, Place, Watching } from '@/lib/messaging/protocol';
import { Sentence, type Handlers, type PageSender } from '@/lib/messaging/receive';
import { missed, understood } from '@/lib/store/health';
import type { SourceRow } from '@/lib/store/rows';
import { plainBadge } from '@/lib/text/plain-badge';
import { t } from '@/lib/text/words';

import { act } from './acting';
import { isHidden } from './alerting';
import { letterFor } from './composing';
import { cardOf } from './explaining';
import { words } from './language';
import { hasConsent } from './consent';
import { moment, type Moment } from './moment';
import { take } from './reading';
import { customerOf, marksOf, shown } from './showing';
import { remember, stateOf } from './tabs';
import { turn, turnOver } from './turns';
import { watchedSource } from './watching';

/** What content scripts ask. Each speaks only for the watched source that its own address lies in. */
export const pageHandlers: Handlers['page'] = {
  hello: async (ask, sender) => heard(ask, sender),
  observe: async (ask, sender) => heard(ask, sender),

  async unreadable({ fact, ...place }, sender) {
    const { at, source } = await mine(place, sender);
    await missed(at.db, source.id, fact, at.now);
    await remember(sender.tabId, { sourceId: source.id, state: 'unreadable', fact });
    return plainBadge('unread', words);
  },

  async badges({ rows, ...place }, sender) {
    const { at, source } = await mine(place, sender);
    return marksOf(at, source, rows);
  },

  async card({ ticketId, requester, ...place }, sender) {
    const { at, source } = await mine(place, sender);
    const card = await cardOf(at, source, { ticketId, requester });
    if (!card) throw new Sentence(t(words, 'refused.unknown'));
    return card;
  },

  async 'card-file'(place, sender) {
    await mine(place, sender);
    const target = { tabId: sender.tabId, frameIds: [0] };
    await browser.scripting.executeScript({ target, files: ['helpdesk-card.js'] });
    return null;
  },

  async turn({ urgent, ...place }, sender) {
    const { source } = await mine(place, sender);
    return turn(source.origin, { urgent }, Date.now());
  },

  async 'turn-over'({ status, retryAfterMs, ...place }, sender) {
    const { source } = await mine(place, sender);
    turnOver(source.origin, { status, ...(retryAfterMs !== undefined && { retryAfterMs }) }, Date.now());
    return null;
  },

  async 'page-act'({ ticketId, requester, click, action, ...place }, sender) {
    const { at, source } = await mine(place, sender);
    const state = await stateOf(sender.tabId);
    if (state?.sourceId !== source.id || state.ticketId !== ticketId) {
      throw new Sentence(t(words, 'refused.ticket-gone'));
    }
    const customer = await customerOf(at, source, { ticketId, requester });
    if (!customer) throw new Sentence(t(words, 'refused.unknown'));
    return act(at, { customer, action, click, source, ticketId, tabId: sender.tabId });
  },
};

async function mine(place: Place, { url }: PageSender): Promise<{ at: Moment; source: SourceRow }> {
  const at = await moment();
  const source = await watchedSource(at, place, url);
  if (!source) throw new Sentence(t(words, 'refused.not-watched'));
  return { at, source };
}

interface Heard extends Place {
  readonly looking?: Looking;
  readonly observation?: unknown;
}

/** A page was opened, or read again: record what it says, and answer what to paint. */
async function heard({ looking, observation, ...place }: Heard, { tabId, url }: PageSender): Promise<Watching> {
  if (!(await hasConsent())) return { kind: 'stop' };
  const at = await moment();
  const source = await watchedSource(at, place, url);
  if (!source) return { kind: 'stop' };
  if (observation !== undefined) await take(at, source, observation, tabId);
  const compose = await letterFor(tabId);
  const hidden = { ...((await isHidden()) && { hidden: true as const }), ...(compose && { compose }) };
  if (!looking) {
    await remember(tabId, { sourceId: source.id, state: 'elsewhere' });
    return { kind: 'watching', ...hidden };
  }
  await understood(at.db, source.id, 'ticket', at.now);
  const { customerId, ...view } = await shown(at, source, looking);
  await remember(tabId, {
    sourceId: source.id,
    state: 'ticket',
    ticketId: looking.ticketId,
    ...(customerId && { customerId }),
  });
  return { kind: 'watching', shown: view, ...hidden };
}
