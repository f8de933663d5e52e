// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';

import { checkObservation } from '@/lib/observation';
import { markedUp } from '@/lib/helpdesks/adapters/marked-up';

import { deskOf } from '../../demo/desk/desk.ts';
import { observed } from '../../demo/desk/observed.ts';
import { shown } from '../../demo/http/shown.ts';
import { plan } from '../../demo/plan.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');
const desk = deskOf(plan({ asOf: NOW }), () => NOW);

/** The page as a browser has it, but for styles and script, which nobody fetches here. */
function pageAt(path: string) {
  const url = new URL(path, 'http://desk.example');
  const answer = shown(desk, { path: url.pathname, query: url.searchParams });
  if (answer.kind !== 'page') throw new Error(`${path} is no page`);
  const text = answer.text.replaceAll(/<link [^>]*>|<script [^>]*><\/script>/g, '');
  return { url, document: new DOMParser().parseFromString(text, 'text/html') };
}

describe('the marked-up adapter', () => {
  it.each(['/', '/people', '/people/101', '/tickets/2001', '/tickets/new'])('recognises %s', (path) => {
    expect(markedUp.recognises(pageAt(path))).toBe(true);
    expect(markedUp.basePath(pageAt(path))).toBe('');
  });

  it('reads on every kind of ticket what the desk says', () => {
    const kinds = new Map(
      desk.tickets().map((ticket) => [`${ticket.channel} ${ticket.status} ${ticket.entries.length}`, ticket]),
    );
    expect(kinds.size).toBeGreaterThan(6);
    for (const ticket of kinds.values()) {
      const reading = markedUp.read(pageAt(`/tickets/${ticket.id}`));
      if (reading.kind !== 'ticket') throw new Error(`ticket ${ticket.id} is ${reading.kind}`);
      expect(reading.observation.tickets).toEqual([observed(ticket)]);
      expect(checkObservation(reading.observation)).toMatchObject({ ok: true, value: { refused: [] } });
      expect(reading.requester).toMatchObject({ userId: ticket.requesters[0]?.id });
    }
  });

  it('reads what happened to a ticket here', () => {
    const { id } = desk.add({
      requester: 'dot@company.example',
      subject: '<NO LINE> "here"',
      text: 'data-noclaims-ticket="1"',
    });
    desk.logTime(id, { what: 'call', minutes: 20 });
    desk.setStatus(id, 'solved');
    desk.setStatus(id, 'open');
    desk.merge(id, 2001);
    const ticket = desk.ticket(id);
    const reading = markedUp.read(pageAt(`/tickets/${id}`));
    expect(ticket && reading).toMatchObject({ kind: 'ticket', observation: { tickets: [ticket && observed(ticket)] } });
  });

  it('puts the badge beside the name of who asks', () => {
    const anchor = markedUp.badgeAnchor(pageAt('/tickets/2001'));
    expect(anchor?.textContent).toBe(desk.ticket(2001)?.requesters[0]?.name);
  });

  it('finds the rows of lists with whom they are about', () => {
    const rows = markedUp.rows(pageAt('/?view=all'));
    expect(rows).toHaveLength(25);
    for (const { ticketId, requester, anchor } of rows) {
      const asker = desk.ticket(Number(ticketId))?.requesters[0];
      expect(requester).toMatchObject({ userId: asker?.id });
      expect(anchor.textContent).toBe(asker?.name);
    }
    expect(markedUp.read(pageAt('/?view=all')).kind).toBe('elsewhere');
  });

  it('starts a letter in the form of a new ticket', () => {
    const letter = { to: { email: 'dot@company.example' }, subject: 'Thank "you"', body: 'One\nTwo' };
    const address = new URL(markedUp.compose?.(pageAt('/'), letter) ?? '');
    const { document } = pageAt(address.pathname + address.search);
    expect(document.querySelector<HTMLInputElement>('[name=requester]')?.value).toBe('dot@company.example');
    expect(document.querySelector<HTMLInputElement>('[name=subject]')?.value).toBe('Thank "you"');
    expect(document.querySelector('[name=body]')?.textContent?.trim()).toBe('One\nTwo');
  });

  it('waits while the pane is being fetched', () => {
    const page = pageAt('/tickets/2001');
    page.document.querySelector('main')?.setAttribute('data-noclaims-loading', '');
    expect(markedUp.read(page).kind).toBe('loading');
  });
});
