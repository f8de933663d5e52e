import type { HelpdeskAdapter, HistoryPart, MappingRule, Page, Reading } from '@/lib/helpdesks/adapter';
import { refOf } from '@/lib/helpdesks/people';
import { historyRow, listRows } from '@/lib/helpdesks/rt/lists';
import {
  awaitsHistory,
  besideRequester,
  isEnded,
  isRefused,
  shownTicket,
  type ShownTicket,
} from '@/lib/helpdesks/rt/page';
import { deletedTicket, requesterHistory } from '@/lib/helpdesks/rt/rest';
import { siteOf, type Site } from '@/lib/helpdesks/rt/site';

/** RT has no word of its own for how a ticket came in; many desks have a custom field called so. */
const CHANNELS: Readonly<Record<string, MappingRule['kind']>> = {
  Phone: 'call',
  'Conference call': 'conference',
  Chat: 'chat',
  Visit: 'visit',
  Email: 'message',
  Web: 'message',
};

/** Best Practical's Request Tracker, seen on 5.0.3: the pages of its agents, not the self-service of its customers. */
export const rt: HelpdeskAdapter = {
  id: 'rt',
  name: 'Request Tracker',
  mapping: Object.entries(CHANNELS).map(([value, kind]) => ({ hint: 'field', field: 'Channel', value, kind })),

  recognises(page) {
    const site = siteOf(page);
    return site !== undefined && !site.isSelfService;
  },
  basePath: (page) => siteOf(page)?.webPath ?? '',

  read(page): Reading {
    const site = agentSite(page);
    if (site?.component !== DISPLAY || isRefused(page)) return { kind: 'elsewhere' };
    const shown = shownTicket(page, site);
    if ('missing' in shown) return isEnded(page) ? { kind: 'unreadable', missing: shown.missing } : { kind: 'loading' };
    return awaitsHistory(page) ? { kind: 'loading' } : readingOf(page, shown);
  },

  badgeAnchor(page) {
    const shown = awaitsHistory(page) ? undefined : ticketOn(page, agentSite(page));
    return shown && besideRequester(page, shown.charged);
  },

  /** A ticket page lists only more tickets of the requester, who has a badge there already. */
  rows(page) {
    const site = agentSite(page);
    if (!site || site.component === DISPLAY) return [];
    return site.component === 'Ticket-History' ? historyRow(page) : listRows(page, site);
  },

  pane: ({ document }) => document.querySelector('#body') ?? document.body,

  async *history(page, ask, wish): AsyncGenerator<HistoryPart> {
    const site = agentSite(page);
    if (!site) return;
    const { ticketId, status } = ticketOn(page, site)?.ticket ?? {};
    const gone = ticketId && status === 'deleted' ? await deletedTicket(site, ask, ticketId) : undefined;
    if (gone) yield { kind: 'part', observation: { readFrom: 'json', tickets: [gone] } };
    yield* requesterHistory(site, ask, wish, ticketId);
  },

  /** Opened from outside a page of RT's own, the filled form counts as a forged request. */
  compose(page, { to, subject, body }) {
    const filled = new URLSearchParams({ Requestors: to.email ?? '', Subject: subject, Content: body });
    return `${page.url.origin}${siteOf(page)?.webPath ?? ''}/Ticket/Create.html?${filled}`;
  },
};

const DISPLAY = 'Ticket-Display';

/** Undefined while nobody is logged in, or only a customer is. */
function agentSite(page: Page): Site | undefined {
  const site = siteOf(page);
  return site?.agent && !site.isSelfService ? site : undefined;
}

function ticketOn(page: Page, site: Site | undefined): ShownTicket | undefined {
  const shown = site?.component === DISPLAY ? shownTicket(page, site) : undefined;
  return shown && 'ticket' in shown ? shown : undefined;
}

function readingOf({ url }: Page, { ticket, charged }: ShownTicket): Reading {
  const asked = url.searchParams.get('id');
  const wasMerged = asked !== null && /^\d+$/.test(asked) && asked !== ticket.ticketId;
  const old = wasMerged ? [{ ticketId: asked, mergedInto: ticket.ticketId }] : [];
  return {
    kind: 'ticket',
    ticketId: ticket.ticketId,
    requester: (charged && refOf(charged)) ?? null,
    observation: { readFrom: 'page', tickets: [ticket, ...old] },
  };
}
