import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { afterAll, beforeAll, expect, it } from 'vitest';

import { startDemo, type Demo } from '../../demo/server.ts';
import { eventually } from '../../scripts/drive/eventually.ts';
import { launchFirefox, type Firefox } from '../../scripts/drive/firefox/launch.ts';
import { PATIENCE } from '../../scripts/drive/firefox/patience.ts';
import type { Tab } from '../../scripts/drive/firefox/tab.ts';

/** The states of the extension in the order in which an agent meets them; each test goes on where the last one ended. */

const ROOT = resolve(import.meta.dirname, '../..');
const picture = (name: string): string => join(ROOT, '.output/firefox-pictures', `${name}.png`);
const downloads = mkdtempSync(join(tmpdir(), 'noclaims-downloads-'));

let demo: Demo;
let firefox: Firefox;
let desk: Tab;

beforeAll(async () => {
  demo = await startDemo({ customers: 40, scale: 0.5 });
  firefox = await launchFirefox({ extension: join(ROOT, '.output/firefox-mv3-e2e'), downloads });
});

afterAll(async () => {
  await firefox?.close();
  await demo?.close();
  rmSync(downloads, { recursive: true, force: true });
});

/** A ticket of a customer who has contacted often, and whose it is. */
function busyTicket(): { readonly path: string; readonly name: string } {
  const busy = demo.plan.customers.find(({ kind }) => kind === 'weekly-phone');
  const ticket = demo.desk.tickets().find(({ requesters }) => requesters[0]?.email === busy?.email);
  if (!busy || !ticket) throw new Error('the plan has no customer who phones every week');
  return { path: `/tickets/${ticket.id}`, name: ticket.requesters[0]?.name ?? '' };
}

it('asks for consent first, on a page that comes by itself', async () => {
  const welcome = await firefox.tabAt(/\/welcome\.html$/);
  await welcome.reads(/May Noclaims read your helpdesk\?/);
  await welcome.picture(picture('1-consent'));
  expect(await welcome.evaluate('browser.scripting.getRegisteredContentScripts()')).toEqual([]);
  expect(await welcome.evaluate('indexedDB.databases()')).toEqual([]);
  await welcome.click('button', 'I agree');
  expect(await welcome.reads(/ladder/)).toContain('What to do next');
  await welcome.picture(picture('2-agreed'));
});

it('recognises a helpdesk in front of the popup, and watches it when asked to', async () => {
  desk = await firefox.newTab(`${demo.url}${busyTicket().path}`);
  const popup = await firefox.popupBehind();
  await popup.reads(/Watch this helpdesk/);
  await popup.picture(picture('3-offer'));
  await popup.click('button', 'Watch this helpdesk');
  await popup.reads(new RegExp(RegExp.escape(busyTicket().name)));
  expect(await popup.evaluate('browser.scripting.getRegisteredContentScripts()')).toHaveLength(1);
  await popup.picture(picture('4-watched'));
});

it('shows the badge beside the name, and its card after a click', async () => {
  const { after } = await desk.badge(/Over limit|Expensive/);
  expect(after).toContain(busyTicket().name);
  await desk.show();
  await desk.picture(picture('5-badge'));
  await desk.clickOn('nc-standing');
  await desk.card(/contacts/);
  await desk.picture(picture('6-card'));
});

it('shows the customer of the tab in front in the popup', async () => {
  const popup = await firefox.popupBehind();
  expect(await popup.reads(/Worth a kind word/)).toContain(busyTicket().name);
  await popup.picture(picture('7-popup'));
});

it('exports the record as a whole file', async () => {
  const options = await firefox.ownPage('options.html#record');
  await options.click('button', 'Export everything');
  await options.reads(/Written:/);
  await options.picture(picture('8-export'));
  const text = await eventually(
    async () => {
      const name = readdirSync(downloads).find((file) => /^noclaims-[\d-]+\.json$/.test(file));
      return (name && readFileSync(join(downloads, name), 'utf8')) || undefined;
    },
    'the file',
    PATIENCE,
  );
  const { format, counts, tables } = JSON.parse(text);
  expect(format).toBe('noclaims');
  expect(counts.customers).toBe(1);
  expect(tables.customers).toHaveLength(counts.customers);
  expect(tables.contacts).toHaveLength(counts.contacts);
  expect(text).toContain(busyTicket().name);
});

it('goes on when its background page was ended', async () => {
  const quiet = demo.plan.customers.find(({ kind }) => kind === 'quiet');
  const ticket = demo.desk.tickets().find(({ requesters }) => requesters[0]?.email === quiet?.email);
  await firefox.window.endBackground();
  await desk.show();
  await desk.goto(`${demo.url}/tickets/${ticket?.id}`);
  expect((await desk.badge(/\d+ of \d+/)).after).toContain(ticket?.requesters[0]?.name);
});
