import type { HelpdeskAdapter, HistoryPart, Page, Reading, Row } from '@/lib/helpdesks/adapter';
import { addressOf, basePathOf, declaration, isSignedOut } from '@/lib/helpdesks/markup/declaration';
import { factsOf, id, own, seen } from '@/lib/helpdesks/markup/facts';
import { declaredHistory } from '@/lib/helpdesks/markup/history';
import { personOf, readTicket } from '@/lib/helpdesks/markup/ticket';
import { isSame, refOf } from '@/lib/helpdesks/people';

/** Any helpdesk whose pages say by `data-noclaims-…` attributes what they show: docs/MARKUP.md, version 1. */
export const markedUp: HelpdeskAdapter = {
  id: 'marked-up',
  name: 'Helpdesk with Noclaims markup',
  mapping: [
    { hint: 'channel', value: 'phone', kind: 'call' },
    { hint: 'channel', value: 'conference', kind: 'conference' },
    { hint: 'channel', value: 'chat', kind: 'chat' },
    { hint: 'channel', value: 'visit', kind: 'visit' },
    { hint: 'channel', value: 'email', kind: 'message' },
    { hint: 'channel', value: 'web', kind: 'message' },
  ],

  recognises: (page) => declaration(page) !== undefined,
  basePath: basePathOf,

  read(page): Reading {
    if (isSignedOut(page)) return { kind: 'elsewhere' };
    if (isLoading(page)) return { kind: 'loading' };
    const shown = ticketElement(page);
    return shown ? readTicket(shown) : { kind: 'elsewhere' };
  },

  badgeAnchor(page) {
    const shown = ticketElement(page);
    if (!shown || isSignedOut(page) || isLoading(page)) return undefined;
    const reading = readTicket(shown);
    if (reading.kind !== 'ticket') return undefined;
    const asked = own(shown, 'requester').find((element) => isSame(personOf(element), reading.requester ?? {}));
    const besideNobody = own(shown, 'anchor').find((element) => !element.closest('[data-noclaims-requester]'));
    return (asked && own(asked, 'anchor')[0]) ?? besideNobody ?? asked;
  },

  rows: (page) => (isSignedOut(page) ? [] : seen(page.document, 'row').flatMap(rowOf)),
  pane: ({ document }) => document.querySelector('[data-noclaims-pane]') ?? document.body,

  async *history(page, ask, wish): AsyncGenerator<HistoryPart> {
    const endpoint = addressOf(page, 'history');
    if (endpoint) yield* declaredHistory(endpoint, ask, wish);
  },

  compose(page, { to, subject, body }) {
    const form = addressOf(page, 'compose');
    if (!form) {
      const [mailSubject, mailBody] = [subject, body].map(encodeURIComponent);
      return `mailto:${encodeURIComponent(to.email ?? '')}?subject=${mailSubject}&body=${mailBody}`;
    }
    form.searchParams.set('requester', to.userId ?? to.email ?? '');
    form.searchParams.set('subject', subject);
    form.searchParams.set('body', body);
    return form.href;
  },
};

const isLoading = ({ document }: Page): boolean => seen(document, 'loading').length > 0;
const ticketElement = ({ document }: Page): Element | undefined => seen(document, 'ticket')[0];

function rowOf(row: Element): Row[] {
  const ticketId = factsOf(row).read('row', id);
  const [asker] = own(row, 'requester');
  const anchor = own(row, 'anchor')[0] ?? asker ?? row.querySelector('a');
  if (ticketId === undefined || !anchor) return [];
  const requester = asker && refOf(personOf(asker));
  return [{ ticketId, anchor, ...(requester && { requester }) }];
}
