import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { badge, card, press } from '../../scripts/drive/closed-root.ts';
import { pushed } from '../../scripts/drive/pushed.ts';
import { historyRead, PATIENCE, startAgent, ZONE, type Agent } from './agent.ts';
import { alertsIn, contactExpected, contactKept, withoutReadings } from './compared.ts';
import { seededDesk, type Desk, type SeededTicket } from './desk.ts';
import { expectedOf, isKept, type Circumstances, type Expected } from './expected.ts';
import type { Prior } from './expected-rate.ts';
import { marksAmong, marksShown, ticketsListed } from './marks.ts';
import { everyRow, recordOf, type ContactRow } from './record.ts';
import { addressesOf, noonAfter, oneOfEachKind } from './tickets-opened.ts';

/** An agent's first day with Noclaims at a Request Tracker that has run for years: the tests follow each other. */

const MINUTE = 60_000;

let desk: Desk;
let agent: Agent;
let tickets: readonly SeededTicket[];
let circumstances: Circumstances;
let expected: ReadonlyMap<string, Expected>;

beforeAll(async () => {
  desk = await seededDesk();
  agent = await startAgent();
  const began = noonAfter(desk.plan);
  await agent.clock(began);
  await agent.begin(desk);
  tickets = oneOfEachKind(desk.plan);
  for (const { id, requesters } of tickets) {
    await agent.look(desk, id);
    await historyRead(agent, requesters[0] ?? '');
  }
  circumstances = { plan: desk.plan, opened: addressesOf(tickets), began, now: began, zone: ZONE };
  expected = expectedOf(circumstances);
}, 1_800_000);

afterAll(() => agent?.close());

const opened = (): string[] => [...circumstances.opened];

describe('after one ticket of each kind of customer', () => {
  it('knows every contact of their whole histories, with kind and minutes, and every breach', async () => {
    const record = await recordOf(agent);
    expect(tickets.length).toBeGreaterThanOrEqual(10);
    for (const email of opened()) {
      const { contacts = [], alerts = [], counted } = expected.get(email) ?? {};
      expect({ email, counted: record(email).counted, contacts: record(email).contacts.map(contactKept) }).toEqual({
        email,
        counted,
        contacts: contacts.map(contactExpected),
      });
      expect({ email, alerts: alertsIn(record(email).alerts) }).toEqual({ email, alerts: alertsIn(alerts) });
    }
    const kinds = new Set(opened().flatMap((email) => record(email).contacts.map(({ kind }) => kind)));
    expect([...kinds].toSorted()).toEqual(['call', 'conference', 'message']);
  });

  it('counts a ticket that came back late, and not one that came back soon', async () => {
    const contacts = await agent.rows<ContactRow>('contacts');
    const reopenings = contacts.filter(({ id }) => /\/txn-\d+$/.test(id)).toSorted((a, b) => a.at - b.at);
    expect(reopenings.map(({ excluded }) => excluded)).toEqual([undefined, 'reopened-soon']);
  });
});

describe('after one nightly run', () => {
  beforeAll(async () => {
    await agent.ask('nightly', {});
    const fit = (await agent.rows<Prior & { at: number }>('fits')).at(-1);
    if (!fit) throw new Error('The nightly run has fitted nothing.');
    circumstances = { ...circumstances, now: fit.at, night: fit };
    expected = expectedOf(circumstances);
  }, PATIENCE);

  it('shows the level, rung, minutes and breaches of the plan', async () => {
    const record = await recordOf(agent);
    for (const email of opened()) {
      const { counted, level, rung, minutes, rate = 0, alerts = [] } = expected.get(email) ?? {};
      const { standing, ...kept } = record(email);
      expect({
        email,
        counted: kept.counted,
        level: standing?.level,
        rung: standing?.ladder.rung,
        minutes: standing?.year.minutes,
        alerts: alertsIn(kept.alerts),
      }).toEqual({
        email,
        counted,
        level,
        rung,
        minutes,
        alerts: alertsIn(alerts.filter((alert) => isKept(alert, circumstances))),
      });
      expect(standing?.rate.mean).toBeCloseTo(rate, 6);
    }
  });

  it.each(['DESC', 'ASC'])('marks in a list exactly the known customers who earn it (%s)', async (order) => {
    const query = new URLSearchParams({ Query: "Queue = 'Support'", OrderBy: 'id', Order: order, Rows: '100' });
    await agent.tab.goto(`${desk.url}Search/Results.html?${query}`);
    const wanted = marksAmong(await ticketsListed(agent.tab), expected, circumstances);
    expect(Object.keys(wanted).length).toBeGreaterThan(0);
    expect(await marksShown(agent.tab, Object.keys(wanted).length)).toEqual(wanted);
  });

  it('changes not one row when all of them are opened again', async () => {
    await agent.clock(circumstances.now);
    const before = await everyRow(agent);
    expect(before['contacts']?.length).toBeGreaterThan(50);
    for (const { id } of tickets) await agent.look(desk, id);
    expect(await everyRow(agent)).toEqual(before);
  });

  it('changes none either when it asks what happened since, but until when it has read', async () => {
    const later = circumstances.now + 16 * MINUTE;
    await agent.clock(later);
    const before = await everyRow(agent);
    for (const { id, requesters } of tickets) {
      await agent.look(desk, id);
      await historyRead(agent, requesters[0] ?? '', later);
    }
    expect(withoutReadings(await everyRow(agent))).toEqual(withoutReadings(before));
  });
});

it.each([1440, 1024, 760])(
  'in a window of %i px neither badge nor marks move anything of the page',
  async (width) => {
    const size = agent.tab.viewportSize();
    await agent.tab.setViewportSize({ width, height: 900 });
    for (const { id } of tickets.slice(0, 4)) {
      await agent.look(desk, id);
      await agent.tab.waitForLoadState('networkidle');
      expect(await pushed(agent.tab)).toEqual([]);
    }
    const query = new URLSearchParams({ Query: "Queue = 'Support'", OrderBy: 'id', Order: 'DESC', Rows: '50' });
    await agent.tab.goto(`${desk.url}Search/Results.html?${query}`);
    await badge(agent.tab, /./, PATIENCE);
    expect(await pushed(agent.tab)).toEqual([]);
    if (size) await agent.tab.setViewportSize(size);
  },
  600_000,
);

it('a thank-you that was sent changes neither count nor rung', async () => {
  const quiet = desk.plan.customers.find(({ kind }) => kind === 'quiet');
  const ticket = tickets.find(({ requesters }) => requesters[0] === quiet?.email);
  const before = (await recordOf(agent))(quiet?.email ?? '');
  const text = await agent.look(desk, ticket?.id ?? 0);
  await press(agent.tab, new RegExp(text.split(' ')[0] ?? '', 'i'), /^button$/i);
  await card(agent.tab, /./, PATIENCE);
  const opening = agent.driven.context.waitForEvent('page', { timeout: PATIENCE });
  await press(agent.tab, /Thank/, /^button$/i);
  const form = await opening;
  form.setDefaultTimeout(PATIENCE);
  expect(await form.locator('[name=Subject]').inputValue()).toBe('Thank you');
  expect(await form.locator('[name=Requestors]').inputValue()).toContain(quiet?.email);
  await form.locator('[name=SubmitTicket]').first().click();
  await form.waitForURL(/Display\.html/, { timeout: PATIENCE });
  await badge(form, /\d/, PATIENCE);
  const later = circumstances.now + 120 * MINUTE;
  await agent.clock(later);
  await form.reload();
  await historyRead(agent, quiet?.email ?? '', later);

  const ours = (await agent.rows<{ ours?: true; subject: string }>('tickets')).filter((row) => row.ours);
  expect(ours.map(({ subject }) => subject)).toEqual(['Thank you']);
  const after = (await recordOf(agent))(quiet?.email ?? '');
  expect(after.contacts.at(-1)).toMatchObject({ excluded: 'our-message' });
  expect(after.counted).toBe(before.counted);
  expect(after.standing?.ladder).toEqual(before.standing?.ladder);
  expect(after.standing?.level).toBe(before.standing?.level);
  await form.close();
}, 600_000);
