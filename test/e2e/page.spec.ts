import { expect, type Page } from '@playwright/test';

import { badge, seen, type Seen } from '../../scripts/drive/closed-root.ts';
import { eventually } from '../../scripts/drive/eventually.ts';
import { test } from './kit.ts';

/** What the page does by itself, or fails to do. */

const QUARTER_OF_AN_HOUR = 15 * 60_000;

async function onlyBadge(tab: Page, name: string): Promise<Seen> {
  await eventually(async () => {
    const [first, ...others] = (await seen(tab)).filter(({ after }) => after === name);
    return first && others.length === 0 && /\d/.test(first.text) ? true : undefined;
  }, `one badge behind ${name}`);
  return badge(tab, /\d/);
}

test('the badge follows from ticket to ticket, once each, while the page never loads anew', async ({ kit }) => {
  await kit.begin();
  const tab = await kit.open('/');
  await tab.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  const shown = kit.demo.desk.tickets().filter(({ status }) => status === 'open');
  const [first, second] = [shown[0], shown.find(({ requesters }) => requesters[0]?.id !== shown[0]?.requesters[0]?.id)];
  for (const ticket of [first, second, first]) {
    await tab.locator(`a[href$="/tickets/${ticket?.id}"]`).first().click();
    await tab.waitForURL(`**/tickets/${ticket?.id}`);
    await onlyBadge(tab, ticket?.requesters[0]?.name ?? '');
    await tab.getByRole('link', { name: /^To do/ }).click();
    await tab.locator(`a[href$="/tickets/${first?.id}"]`).first().waitFor();
  }
  expect(await tab.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
});

test('a page that lacks a fact is not understood: it says so, names the fact, and nothing of it is kept', async ({
  kit,
}) => {
  await kit.begin();
  const [ticket] = kit.demo.desk.tickets();
  const tab = await kit.driven.context.newPage();
  await tab.route(`**/tickets/${ticket?.id}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replaceAll(/ data-noclaims-created="[^"]*"/g, ''),
    });
  });
  await tab.goto(`${kit.demo.url}/tickets/${ticket?.id}`);
  await badge(tab, /Page not understood/);
  expect(await kit.rows('tickets')).toEqual([]);
  expect(await kit.rows('health')).toContainEqual(expect.objectContaining({ fact: 'created', misses: 1 }));
});

test("a colleague's ticket made in between is counted at the next look", async ({ kit }) => {
  await kit.begin();
  const [ticket] = kit.demo.desk.tickets();
  const requester = ticket?.requesters[0]?.email ?? '';
  const tab = await kit.open(`/tickets/${ticket?.id}`);
  await badge(tab, /\d/);
  const before = (await kit.rows('contacts')).length;
  await kit.own.evaluate(`chrome.storage.local.set({ 'e2e-clock-shift': { ms: ${2 * QUARTER_OF_AN_HOUR} } })`);
  kit.demo.desk.add({ requester, subject: 'Something else', text: 'It came while nobody looked.', channel: 'web' });
  await tab.reload();
  await eventually(
    async () => ((await kit.rows('contacts')).length === before + 1 ? true : undefined),
    'one more contact',
  );
});
