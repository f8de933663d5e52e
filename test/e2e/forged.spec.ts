import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect } from '@playwright/test';

import { badge } from '../../scripts/drive/closed-root.ts';
import { sayAsOurScript } from './isolated-world.ts';
import { test, type Kit } from './kit.ts';

const PLACE = { adapterId: 'marked-up', basePath: '' };
const DAY = 86_400_000;

const ticket = (ticketId: string, more: object = {}): object => ({
  ticketId,
  createdAt: Date.now() - DAY,
  updatedAt: Date.now(),
  status: 'open',
  requesters: [{ userId: 'p1', email: 'mallory@evil.example', name: 'Mallory' }],
  ...more,
});
const page = (...tickets: object[]): object => ({ readFrom: 'page', tickets });

async function watchedTicket(kit: Kit) {
  await kit.begin();
  const [shown, other] = kit.demo.desk.tickets();
  const tab = await kit.open(`/tickets/${shown?.id}`);
  await badge(tab, /\d/);
  return { tab, say: await sayAsOurScript(tab), shown: String(shown?.id), other: String(other?.id) };
}

test('a page speaks for its own helpdesk only', async ({ kit }) => {
  const { say } = await watchedTicket(kit);
  const [tickets, customers] = [await kit.rows('tickets'), await kit.rows('customers')];
  const stop = { ok: true, value: { kind: 'stop' } };
  for (const place of [
    { ...PLACE, adapterId: 'rt' },
    { ...PLACE, basePath: '/another' },
  ]) {
    expect(await say('observe', { ...place, observation: page(ticket('90001')) })).toEqual(stop);
    expect(await say('turn', { ...place, urgent: true })).toMatchObject({ ok: false });
  }
  expect(await kit.rows('tickets')).toEqual(tickets);
  expect(await kit.rows('customers')).toEqual(customers);
});

test('a page names no customer, no score, and nothing that our own pages may ask', async ({ kit }) => {
  const { say, shown, other } = await watchedTicket(kit);
  const [customer] = await kit.rows<{ id: string }>('customers');
  const click = '7b0c9a52-6f3e-4f8a-9a64-0d6c1c0a6a11';
  const looking = { ticketId: shown, requester: null };
  const erase = { do: 'erase' };
  for (const [kind, ask] of [
    ['act', { customerId: customer?.id, click, action: erase }],
    ['page-act', { ...PLACE, ...looking, click, action: erase, customerId: customer?.id }],
    ['page-act', { ...PLACE, ticketId: other, requester: null, click, action: erase }],
    ['page-act', { ...PLACE, ...looking, click: 'again', action: { do: 'thank' } }],
    ['observe', { ...PLACE, standing: { level: 'expensive' }, observation: page() }],
    ['setting', { key: 'limits', value: [] }],
    ['erase-everything', {}],
    ['consent', { agreed: false }],
    ['import', { fileId: 'x' }],
  ] as const) {
    expect(await say(kind, ask), kind).toMatchObject({ ok: false, why: expect.stringMatching(/\w/) });
  }
  expect(await kit.rows('customers')).toContainEqual(expect.objectContaining({ id: customer?.id }));
});

test('what is too much is refused, and what is not understood is kept aside', async ({ kit }) => {
  const { say } = await watchedTicket(kit);
  const before = await kit.rows('tickets');
  expect(
    await say('observe', { ...PLACE, observation: page(ticket('1', { subject: 'x'.repeat(10_000_000) })) }),
  ).toMatchObject({ ok: false });
  const many = Array.from({ length: 10_000 }, (_, at) => ({ ticketId: String(at) }));
  await say('observe', { ...PLACE, observation: page(...many) });
  await say('observe', {
    ...PLACE,
    observation: page(ticket('5/5'), ticket('7', { minutes: -1 }), ticket('8', { score: 1 })),
  });
  expect(await kit.rows('tickets')).toEqual(before);
  const aside = await kit.rows<{ why: string; text: string }>('quarantine');
  expect(aside.length).toBeGreaterThanOrEqual(4);
  expect(Math.max(...aside.map(({ text }) => text.length))).toBeLessThanOrEqual(4000);
});

test('a script in a name stays a name', async ({ kit }) => {
  const { tab, say } = await watchedTicket(kit);
  const name = '<img src=x onerror="window.caught=1"><script>window.caught=1</script>';
  const requesters = [{ userId: 'p9', email: 'bobby@evil.example', name }];
  expect(
    await say('observe', { ...PLACE, observation: page(ticket('90009', { requesters, subject: name })) }),
  ).toMatchObject({ ok: true });
  expect(await kit.rows('customers')).toContainEqual(expect.objectContaining({ email: 'bobby@evil.example', name }));
  const options = await kit.driven.ownPage('options.html');
  for (const ours of [tab, options]) expect(await ours.evaluate(() => 'caught' in globalThis)).toBe(false);
});

test('a helpdesk that nobody watches is not heard at all', async ({ kit }) => {
  await kit.begin();
  const before = await kit.rows('tickets');
  const stranger = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end('<title>Stranger</title>'),
  );
  await new Promise<void>((up) => stranger.listen(0, '127.0.0.1', up));
  const { port } = stranger.address() as AddressInfo;
  const tab = await kit.driven.context.newPage();
  await tab.goto(`http://127.0.0.1:${port}/`);
  const worker = await kit.driven.worker();
  const answer = await worker.evaluate(
    async ({ url, message }) => {
      const { chrome } = globalThis as unknown as {
        chrome: {
          tabs: { query(of: object): Promise<{ id: number }[]> };
          scripting: { executeScript(what: object): Promise<{ result: unknown }[]> };
        };
      };
      const [found] = await chrome.tabs.query({ url: `${url}/*` });
      const send = (asked: unknown): unknown =>
        (
          globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): unknown } } }
        ).chrome.runtime.sendMessage(asked);
      const [ran] = await chrome.scripting.executeScript({ target: { tabId: found?.id }, func: send, args: [message] });
      return ran?.result;
    },
    { url: 'http://127.0.0.1', message: { kind: 'observe', ask: { ...PLACE, observation: page(ticket('1')) } } },
  );
  stranger.close();
  expect(answer).toEqual({ ok: true, value: { kind: 'stop' } });
  expect(await kit.rows('tickets')).toEqual(before);
  expect(
    await tab.evaluate(
      () =>
        'chrome' in globalThis &&
        'sendMessage' in ((globalThis as { chrome?: { runtime?: object } }).chrome?.runtime ?? {}),
    ),
  ).toBe(false);
});
