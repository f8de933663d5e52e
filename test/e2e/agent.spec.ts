import { expect, type Page } from '@playwright/test';

import { DERIVED, KEPT } from '@/lib/store/database';

import { badge, card, press, seen } from '../../scripts/drive/closed-root.ts';
import { eventually } from '../../scripts/drive/eventually.ts';
import { test, type Kit } from './kit.ts';

/** What an agent does all day, on Harbour Desk. */

const OPEN = /^(new|open|waiting)$/;

const toolbarCount = async (kit: Kit): Promise<string> =>
  String(await (await kit.driven.worker()).evaluate('chrome.action.getBadgeText({})'));

async function quietCustomer(kit: Kit): Promise<{ tab: Page; id: number; requester: string }> {
  const quiet = new Set(kit.demo.plan.customers.filter(({ kind }) => kind === 'quiet').map(({ email }) => email));
  const ticket = kit.demo.desk.tickets().find(({ requesters }) => quiet.has(requesters[0]?.email ?? ''));
  if (!ticket) throw new Error('the plan has no quiet customer');
  return { tab: await kit.open(`/tickets/${ticket.id}`), id: ticket.id, requester: ticket.requesters[0]?.email ?? '' };
}

async function openCard(tab: Page, wanted = /./): Promise<void> {
  const { text } = await badge(tab, /\d/);
  await press(tab, new RegExp(text.split(' ')[0] ?? '', 'i'), /^button$/i);
  await card(tab, wanted);
}

test('before consent nothing is read, kept or registered', async ({ kit }) => {
  const tab = await kit.open('/');
  const worker = await kit.driven.worker();
  expect(await worker.evaluate('chrome.scripting.getRegisteredContentScripts()')).toEqual([]);
  await expect(
    kit.ask('watch', { adapterId: 'marked-up', basePath: '', origin: kit.demo.url, tabId: 1, name: 'Desk' }),
  ).resolves.toEqual({
    watching: false,
  });
  expect(await worker.evaluate('indexedDB.databases()')).toEqual([]);
  expect(await seen(tab)).toEqual([]);
});

test('a second visit changes not one row', async ({ kit }) => {
  await kit.begin();
  const { tab } = await quietCustomer(kit);
  await badge(tab, /\d/);
  const tables = [...KEPT, ...DERIVED];
  const before = await Promise.all(tables.map((name) => kit.rows(name)));
  expect(before.flat().length).toBeGreaterThan(5);
  await tab.reload();
  await badge(tab, /\d/);
  expect(await Promise.all(tables.map((name) => kit.rows(name)))).toEqual(before);
});

test('logged calls break a limit, raise one alert, and say so everywhere', async ({ kit }) => {
  await kit.begin();
  const { tab } = await quietCustomer(kit);
  await badge(tab, /\d/);
  const [customer] = await kit.rows<{ id: string }>('customers');
  for (const hours of [5, 3.5, 2]) {
    const action = { do: 'log-call', kind: 'call', at: Date.now() - hours * 3_600_000 } as const;
    await kit.ask('act', { customerId: customer?.id ?? '', click: crypto.randomUUID(), action });
  }
  await badge(tab, /3 of 3/);
  expect(await kit.rows('alerts')).toEqual([]);
  await openCard(tab);
  await press(tab, /Log a call/, /^summary$/i);
  await press(tab, /Log it/, /^button$/i);
  await badge(tab, /Over limit/);
  const alerts = await kit.rows<{ state: string; max: number; load: number }>('alerts');
  expect(alerts).toEqual([expect.objectContaining({ state: 'open', max: 3, load: 4 })]);
  expect(await toolbarCount(kit)).toBe('1');
  const shown = await (await kit.driven.worker()).evaluate('chrome.notifications.getAll()');
  expect(Object.keys(shown as object)).toHaveLength(1);

  await kit.ask('hide', { on: true });
  await eventually(async () => ((await seen(tab)).length === 0 ? true : undefined), 'an empty page');
  expect(await toolbarCount(kit)).toBe('');
  await kit.ask('hide', { on: false });
  await badge(tab, /Over limit/);
  expect(await toolbarCount(kit)).toBe('1');
});

test('an unknown crash shows its loss before the click, and takes it with the click', async ({ kit }) => {
  await kit.begin();
  const { tab, id } = await quietCustomer(kit);
  await badge(tab, /50/);
  const later = kit.demo.desk.add({
    requester: kit.demo.desk.ticket(id)?.requesters[0]?.email ?? '',
    subject: 'Dead',
    text: 'It is dead.',
  });
  await tab.goto(`${kit.demo.url}/tickets/${later.id}`);
  await openCard(tab);
  await press(tab, /Set the cause/, /^summary$/i);
  await card(tab, /Takes 50\W*% to 0\W*% at once/);
  await press(tab, /Unknown crash/, /^button$/i);
  await card(tab, /fell from 50\W*% to 0\W*%/);
  await badge(tab, /Discount lost/);
});

test('who is erased stays erased, whatever is read again', async ({ kit }) => {
  await kit.begin();
  const { tab, requester } = await quietCustomer(kit);
  await openCard(tab);
  await press(tab, /More/, /^summary$/i);
  await press(tab, /Erase this customer/, /^summary$/i);
  await press(tab, /Erase this customer/, /^button$/i);
  const gone = async (): Promise<true | undefined> =>
    JSON.stringify(
      await Promise.all(['customers', 'identities', 'tickets', 'contacts'].map((name) => kit.rows(name))),
    ).includes(requester)
      ? undefined
      : true;
  await eventually(gone, 'an empty record');
  await tab.reload();
  await badge(tab, /Unknown customer/);
  expect(await gone()).toBe(true);
  expect(await kit.rows('suppressions')).not.toEqual([]);
});

test('a thank-you that was sent costs nobody anything', async ({ kit }) => {
  await kit.begin();
  const { tab, requester } = await quietCustomer(kit);
  const contacts = (await badge(tab, /\d/)) && (await kit.rows('contacts')).length;
  await openCard(tab);
  const opening = kit.driven.context.waitForEvent('page');
  await press(tab, /Thank|Say thanks/, /^button$/i);
  const form = await opening;
  await form.waitForLoadState();
  expect(await form.locator('[name=subject]').inputValue()).toBe('Thank you');
  expect(await form.locator('form').innerHTML()).toContain(requester);
  await form
    .locator('form:has([name=subject]) button[type=submit], form:has([name=subject]) button:not([type])')
    .first()
    .click();
  await badge(form, /\d/);
  const ours = await kit.rows<{ ours?: true; subject: string }>('tickets');
  expect(ours.filter((ticket) => ticket.ours).map(({ subject }) => subject)).toEqual(['Thank you']);
  expect((await kit.rows<{ excluded?: string }>('contacts')).filter(({ excluded }) => !excluded)).toHaveLength(
    contacts,
  );
});

test('stop watching takes badge, script and registration away', async ({ kit }) => {
  await kit.begin();
  const { tab } = await quietCustomer(kit);
  await badge(tab, /\d/);
  const [source] = await kit.rows<{ id: string }>('sources');
  await kit.ask('unwatch', { sourceId: source?.id ?? '' });
  await eventually(async () => ((await seen(tab)).length === 0 ? true : undefined), 'an empty page');
  expect(await (await kit.driven.worker()).evaluate('chrome.scripting.getRegisteredContentScripts()')).toEqual([]);
  await tab.reload();
  expect(await seen(tab)).toEqual([]);
});

test('a list marks the few that earn it, and no open ticket loses its row', async ({ kit }) => {
  await kit.begin();
  const busy = new Set(
    kit.demo.plan.customers
      .filter(({ kind }) => kind === 'frequent' || kind === 'weekly-phone')
      .map(({ email }) => email),
  );
  const ticket = kit.demo.desk
    .tickets()
    .find(({ requesters, status }) => busy.has(requesters[0]?.email ?? '') && OPEN.test(status));
  const tab = await kit.open(`/tickets/${ticket?.id}`);
  await badge(tab, /\d/);
  await tab.goto(kit.demo.url);
  await eventually(async () => ((await seen(tab)).length > 0 ? true : undefined), 'a mark');
  const known = new Set((await kit.rows<{ name: string }>('customers')).map(({ name }) => name));
  for (const { after } of await seen(tab)) expect([...known].some((name) => after.includes(name))).toBe(true);
});

test.describe('on the keyboard', () => {
  test('the card opens with Enter, closes with Escape, and gives the focus back', async ({ kit }) => {
    await kit.begin();
    const { tab } = await quietCustomer(kit);
    await badge(tab, /\d/);
    for (let stop = 0; stop < 80; stop++) {
      await tab.keyboard.press('Tab');
      if (await tab.evaluate(() => document.activeElement?.localName === 'nc-standing')) break;
    }
    await tab.keyboard.press('Enter');
    await card(tab);
    await tab.keyboard.press('Escape');
    await eventually(
      async () => ((await seen(tab)).every(({ host }) => !('popover' in host)) ? true : undefined),
      'no card',
    );
    expect(await tab.evaluate(() => document.activeElement?.localName)).toBe('nc-standing');
  });
});
