import { describe, expect, it, vi } from 'vitest';

import { receiver, Sentence, type From, type Handlers } from '@/lib/messaging/receive';

const SELF = { id: 'noclaims', base: 'chrome-extension://noclaims/' };
const PLACE = { adapterId: 'rt', basePath: '' };
const PAGE: From = {
  id: 'noclaims',
  url: 'https://desk.acme.org/Ticket/Display.html?id=1',
  frameId: 0,
  tab: { id: 7 },
};
const OWN: From = { id: 'noclaims', url: 'chrome-extension://noclaims/popup.html' };

function worker(handlers: { page?: object; own?: object } = {}) {
  const reported: string[] = [];
  let now = 0;
  const receive = receiver({ self: SELF, now: () => now, report: (kind) => reported.push(kind) }, {
    page: handlers.page ?? {},
    own: handlers.own ?? {},
  } as Handlers);
  return { receive, reported, wait: (ms: number) => (now += ms) };
}

describe('who may say what', () => {
  const hello = vi.fn(async () => ({ kind: 'stop' as const }));
  const setting = vi.fn(async () => null);
  const { receive } = worker({ page: { hello }, own: { setting } });
  const greeting = { kind: 'hello', ask: PLACE };
  const change = { kind: 'setting', ask: { key: 'limits', value: [] } };

  it('hears a watched page say hello, and hands its own address on', async () => {
    expect(await receive(greeting, PAGE)).toEqual({ ok: true, value: { kind: 'stop' } });
    expect(hello).toHaveBeenLastCalledWith(PLACE, { tabId: 7, url: new URL(PAGE.url ?? '') });
  });

  it.each([
    { who: 'another extension', message: greeting, from: { ...PAGE, id: 'somebody' } },
    { who: 'nobody at all', message: greeting, from: {} },
    { who: 'a frame inside a page', message: greeting, from: { ...PAGE, frameId: 3 } },
    { who: 'a page of ours that claims to be a helpdesk', message: greeting, from: OWN },
    { who: 'a helpdesk that claims to be a page of ours', message: change, from: PAGE },
    { who: 'a page whose address only begins like ours', message: change, from: { ...PAGE, url: 'https://noclaims/' } },
  ])('refuses $who', async ({ message, from }) => {
    setting.mockClear();
    const before = hello.mock.calls.length;
    expect(await receive(message, from)).toMatchObject({ ok: false });
    expect(setting).not.toHaveBeenCalled();
    expect(hello.mock.calls.length).toBe(before);
  });

  it.each([
    undefined,
    'hello',
    { kind: 'hello' },
    { ask: {} },
    { kind: 'repaint', ask: {} },
    { kind: 'toString', ask: {} },
    { kind: 7, ask: {} },
  ])('does not answer what is no message to the worker: %j', (message) => {
    expect(receive(message, PAGE)).toBeUndefined();
  });
});

describe('what may be said', () => {
  const observe = vi.fn(async () => ({ kind: 'watching' as const }));
  const { receive } = worker({ page: { observe } });
  const say = (ask: unknown) => receive({ kind: 'observe', ask }, PAGE);

  it.each([
    { what: 'a field that nobody knows', ask: { ...PLACE, observation: {}, customerId: 'x' } },
    { what: 'a base path with a query', ask: { adapterId: 'rt', basePath: '/rt?x', observation: {} } },
    { what: 'a base path of dots that is no path', ask: { adapterId: 'rt', basePath: 'rt', observation: {} } },
    { what: 'ten megabytes of text', ask: { ...PLACE, observation: 'x'.repeat(10_000_000) } },
    { what: 'a bigint', ask: { ...PLACE, observation: 1n } },
    { what: 'a ring', ask: { ...PLACE, observation: ring() } },
  ])('refuses $what with a reason', async ({ ask }) => {
    observe.mockClear();
    expect(await say(ask)).toMatchObject({ ok: false, why: expect.stringMatching(/\w/) });
    expect(observe).not.toHaveBeenCalled();
  });

  it('lets a whole page of tickets through', async () => {
    const tickets = Array.from({ length: 500 }, (_, at) => ({ ticketId: String(at), subject: 'a'.repeat(600) }));
    expect(await say({ ...PLACE, observation: { readFrom: 'json', tickets } })).toMatchObject({ ok: true });
  });
});

describe('what only pages of ours may say', () => {
  const contracts = vi.fn(async () => ({ taken: 0, strangers: [] }));
  const { receive } = worker({ own: { contracts } });
  const put = (length: number) => Array.from({ length }, () => ({}));

  it('is a contract: a content script is not heard', async () => {
    for (const kind of ['contracts', 'contract-remove', 'outage', 'outage-remove']) {
      const ask = kind.endsWith('remove') ? { id: 'x' } : { put: [] };
      expect(await receive({ kind, ask }, PAGE)).toEqual({ ok: false, why: `${kind} may not be sent from here` });
    }
  });

  it('is no more than five hundred contracts at once', async () => {
    expect(await receive({ kind: 'contracts', ask: { put: put(500) } }, OWN)).toMatchObject({ ok: true });
    expect(await receive({ kind: 'contracts', ask: { put: put(501) } }, OWN)).toMatchObject({ ok: false });
  });
});

it('tells a sentence as it is, and anything else as our fault, noted', async () => {
  const { receive, reported } = worker({
    page: {
      hello: async () => Promise.reject(new Sentence('Open the ticket first.')),
      badges: async () => Promise.reject(new Error('secret detail')),
    },
  });
  expect(await receive({ kind: 'hello', ask: PLACE }, PAGE)).toEqual({ ok: false, why: 'Open the ticket first.' });
  const mishap = await receive({ kind: 'badges', ask: { ...PLACE, rows: [] } }, PAGE);
  expect(mishap).toMatchObject({ ok: false, why: expect.not.stringContaining('secret') });
  expect(reported).toEqual(['badges']);
});

it('slows a tab down that talks without end, and no other', async () => {
  const { receive, wait } = worker({ page: { hello: async () => ({ kind: 'stop' }) } });
  const hello = (tab: number) => receive({ kind: 'hello', ask: PLACE }, { ...PAGE, tab: { id: tab } });
  const answers = await Promise.all(Array.from({ length: 500 }, async () => hello(7)));
  expect(answers.filter((answer) => answer?.ok)).toHaveLength(120);
  expect(await hello(8)).toMatchObject({ ok: true });
  wait(1000);
  expect(await hello(7)).toMatchObject({ ok: true });
});

function ring(): object {
  const round: { self?: object } = {};
  round.self = round;
  return round;
}
