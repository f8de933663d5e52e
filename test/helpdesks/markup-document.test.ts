// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { markedUp } from '@/lib/helpdesks/adapters/marked-up';
import { checkTicket, type ObservedTicket } from '@/lib/observation';

import { all, deskOf, ticketsIn } from './desk';
import { pageOf, textOf } from './stored';

const text = readFileSync('docs/MARKUP.md', 'utf8');

function example(language: string): string {
  const [, code = ''] = text.match(new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``)) ?? [];
  return code;
}

const page = pageOf(example('html'), 'https://desk.example.org/desk/tickets/2041');
const answer = JSON.parse(example('json')) as { readonly tickets: readonly [ObservedTicket] };

describe('the example in docs/MARKUP.md', () => {
  it('is read as the ticket that its JSON tells', () => {
    const [ticket] = answer.tickets;
    expect(checkTicket(ticket)).toMatchObject({ ok: true });
    expect(markedUp.read(page)).toEqual({
      kind: 'ticket',
      ticketId: '2041',
      requester: { userId: '104', email: 'gwen.kowalska@acme.example' },
      observation: { readFrom: 'page', tickets: [ticket] },
    });
  });

  it('puts badge and mark where it says', () => {
    expect(textOf(markedUp.badgeAnchor(page))).toBe('Gwen Kowalska');
    expect(markedUp.rows(page).map(({ ticketId, anchor }) => [ticketId, textOf(anchor)])).toEqual([
      ['2040', 'Nils Abernathy'],
    ]);
    expect(markedUp.pane(page).localName).toBe('main');
  });

  it('has a history that is understood', async () => {
    const desk = deskOf(() => answer);
    const history = markedUp.history?.(page, desk.ask, { requester: { userId: '104' } });
    const parts = history ? await all(history) : [];
    expect(ticketsIn(parts)).toEqual(answer.tickets);
    expect(parts.at(-1)).toMatchObject({ observation: { complete: { requester: { userId: '104' } } } });
  });
});

describe('docs/MARKUP.md', () => {
  it('names every attribute that is read, and no other', () => {
    const sources = ['adapters/marked-up.ts', 'markup/facts.ts', 'markup/ticket.ts']
      .map((path) => readFileSync(`lib/helpdesks/${path}`, 'utf8'))
      .join('\n');
    const read = [
      ...sources.matchAll(/\b(?:read|need|seen|own)\((?:[^'()]*, )?'([a-z-]+)'/g),
      ...sources.matchAll(/data-noclaims-([a-z-]+)/g),
    ].map(([, name]) => name);
    const short = [...text.matchAll(/`-([a-z-]+)`/g)].map(([, name]) => name);
    const named = [...text.matchAll(/data-noclaims-([a-z-]+)/g)].map(([, name]) => name);
    expect([...new Set([...named, ...short])].toSorted()).toEqual([...new Set(read)].toSorted());
  });
});
