import { afterAll, beforeAll, expect, it } from 'vitest';

import { badge, seen } from '../../scripts/drive/closed-root.ts';
import { eventually } from '../../scripts/drive/eventually.ts';
import { historyRead, PATIENCE, startAgent, ZONE, type Agent } from './agent.ts';
import { secondDesk, seededDesk, type Desk } from './desk.ts';
import { expectedOf } from './expected.ts';
import { recordOf, type CustomerRow } from './record.ts';
import { noonAfter } from './tickets-opened.ts';

/** Two Request Trackers on one host, one below a web path, whose tickets bear the same numbers. */

let desks: readonly [Desk, Awaited<ReturnType<typeof secondDesk>>];
let agent: Agent;

beforeAll(async () => {
  const first = await seededDesk();
  desks = [first, await secondDesk(first)];
  agent = await startAgent();
}, 1_800_000);

afterAll(async () => {
  await agent?.close();
  await desks?.[1].end();
});

it('two desks on one host stay two sources of one customer', async () => {
  const [{ plan }] = desks;
  const email = plan.customers.find(({ kind }) => kind === 'weekly-phone')?.email ?? '';
  const theirs = plan.tickets.filter(({ requesters }) => requesters[0] === email);
  const began = noonAfter(plan);
  await agent.clock(began);
  for (const [index, desk] of desks.entries()) {
    await agent.begin(desk);
    await agent.look(desk, theirs.at(-1)?.id ?? 0);
    await historyRead(agent, email, 0, index + 1);
  }
  const sources = await agent.rows<{ id: string; basePath: string }>('sources');
  expect(sources.map(({ basePath }) => basePath).toSorted()).toEqual(['', '/rt']);
  const customers = await agent.rows<CustomerRow>('customers');
  expect(customers.filter((customer) => customer.email === email)).toHaveLength(1);

  const { contacts, counted } = (await recordOf(agent))(email);
  const numbersIn = (source: string): number[] =>
    contacts.filter(({ id }) => id.startsWith(`${source}/`)).map(({ id }) => Number(id.split('/')[1]));
  for (const { id } of sources) expect(numbersIn(id)).toEqual(theirs.map((ticket) => ticket.id));
  const circumstances = { plan, opened: new Set([email]), began, now: began, zone: ZONE };
  // what was asked in both within the hour is one demand
  expect(counted).toBe(expectedOf(circumstances).get(email)?.counted);
}, 600_000);

it('and one that is no longer watched leaves the other watched', async () => {
  const [first, second] = desks;
  const sources = await agent.rows<{ id: string; basePath: string }>('sources');
  await agent.ask('unwatch', { sourceId: sources.find(({ basePath }) => basePath === '/rt')?.id ?? '' });
  await eventually(
    async () => ((await seen(agent.tab)).length === 0 ? true : undefined),
    `no badge on ${second.url}`,
    PATIENCE,
  );
  await agent.tab.goto(`${first.url}Ticket/Display.html?id=${first.plan.tickets[0]?.id}`);
  const { text } = await badge(agent.tab, /\d/, PATIENCE);
  expect(text).toMatch(/\d+ of \d+/);
}, 600_000);
