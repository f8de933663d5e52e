import { expect, type Page } from '@playwright/test';

import { badge, seen } from '../../scripts/drive/closed-root.ts';
import { killerOf } from '../../scripts/drive/kill-worker.ts';
import { test } from './kit.ts';

const TABS = 20;
const VIEWS = process.env['NOCLAIMS_FULL'] ? 500 : 100;
const KILL_EVERY = 4000;

test.use({ customers: 60, scale: 1 });

test(`${VIEWS} ticket views in ${TABS} tabs while the worker is killed again and again`, async ({ kit }) => {
  test.setTimeout(15 * 180_000);
  await kit.begin();
  const tickets = [...kit.demo.desk.tickets()].filter(({ mergedInto }) => mergedInto === undefined);
  const wanted = Array.from({ length: VIEWS }, (_, at) => String(tickets[(at * 7) % tickets.length]?.id));
  const killer = await killerOf(kit.driven);
  let kills = 0;
  const killing = setInterval(() => void killer.kill().then((killed) => (kills += killed ? 1 : 0)), KILL_EVERY);
  const tabs = await Promise.all(Array.from({ length: TABS }, () => kit.driven.context.newPage()));
  try {
    let next = 0;
    await Promise.all(
      tabs.map(async (tab) => {
        for (let at = next++; at < wanted.length; at = next++) {
          await tab.goto(`${kit.demo.url}/tickets/${wanted[at]}`);
          await settled(tab);
        }
      }),
    );
  } finally {
    clearInterval(killing);
  }
  expect(kills).toBeGreaterThan(2);
  for (const tab of tabs) await settled(tab);
  await killer.leave();

  const viewed = new Set(wanted);
  const askers = new Set(
    tickets.filter(({ id }) => viewed.has(String(id))).flatMap(({ requesters }) => requesters[0]?.id),
  );
  const expected = tickets.filter(({ requesters }) => askers.has(requesters[0]?.id));
  const contacts = await kit.rows<{ id: string; customerId: string }>('contacts');
  const opened = contacts.map(({ id }) => id).filter((id) => id.endsWith('/open'));
  expect(new Set(opened).size).toBe(opened.length);
  const ids = new Set(opened.map((id) => id.split('/')[1]));
  expect(expected.filter(({ id }) => !ids.has(String(id))).map(({ id }) => id)).toEqual([]);
});

/** A badge that says something of a customer, once: not *Reading*, not two of them. */
async function settled(tab: Page): Promise<void> {
  await badge(tab, /^(?!.*Reading).*\d/, 180_000);
  const badges = (await seen(tab)).filter(({ host, after }) => !('popover' in host) && after !== '');
  expect(badges.filter(({ text }) => /%|\d of \d/.test(text)).length).toBeLessThanOrEqual(1);
}
