import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { badge, card, press } from '../../scripts/drive/closed-root.ts';
import { PATIENCE, startAgent, type Agent } from './agent.ts';
import { seededDesk, type Desk, type SeededTicket } from './desk.ts';
import type { ContactRow, CustomerRow } from './record.ts';
import { noonAfter, oneOfEachKind } from './tickets-opened.ts';

/** A desk whose administrator has closed REST 2: the pages alone must do. */

let desk: Desk;
let agent: Agent;
let tickets: readonly SeededTicket[];
let refused = 0;

beforeAll(async () => {
  desk = await seededDesk();
  agent = await startAgent();
  await agent.clock(noonAfter(desk.plan));
  await agent.driven.context.route('**/REST/2.0/**', async (route) => {
    refused++;
    await route.fulfill({ status: 403, contentType: 'application/json', body: '{"message":"Forbidden"}' });
  });
  await agent.begin(desk);
  tickets = oneOfEachKind(desk.plan);
}, 1_800_000);

afterAll(() => agent?.close());

describe('with REST 2 refused', () => {
  it('recognises the same customers from the page', async () => {
    for (const { id, requesters } of tickets) {
      const name = nameOf(requesters[0]);
      await agent.tab.goto(`${desk.url}Ticket/Display.html?id=${id}`);
      const { text, labels } = await badge(agent.tab, /^(?!.*Reading)/s, PATIENCE);
      expect({ text, label: labels[0] }).toEqual({ text: 'New', label: `New. ${name}: No contact is on record yet.` });
    }
    expect(refused).toBeGreaterThanOrEqual(tickets.length);
    const customers = await agent.rows<CustomerRow>('customers');
    expect(customers.map(({ email, name }) => [email, name]).toSorted()).toEqual(
      tickets.map(({ requesters: [email] }) => [email, nameOf(email)]).toSorted(),
    );
  });

  it('says on the card what it does not know, and guesses no time', async () => {
    const text = (await badge(agent.tab, /./, PATIENCE)).text;
    await press(agent.tab, new RegExp(text.split(' ')[0] ?? '', 'i'), /^button$/i);
    const shown = await card(agent.tab, /history is not read/, PATIENCE);
    expect(shown.text).toContain('Reopenings were not read.');
    expect(shown.text).toContain('1 ticket has no exact time yet and does not count.');
    expect(await agent.rows<ContactRow>('contacts')).toEqual([]);
  });
});

const nameOf = (address: string | undefined): string =>
  desk.plan.customers.find(({ email }) => email === address)?.name ?? '';
