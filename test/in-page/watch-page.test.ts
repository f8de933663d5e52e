// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { HistoryPart } from '@/lib/helpdesks/adapter';

import { over } from '../components/card-given';
import { calm, desk, ticketPage, waiting, watching, type Desk } from './desk';

let made: Desk;
let stop: (() => void) | undefined;

beforeEach(() => {
  document.body.innerHTML = ticketPage('7');
  made = desk();
});
afterEach(() => {
  stop?.();
  stop = undefined;
  document.body.replaceChildren();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const SOON = { timeout: 3000 };
const texts = (): string[] => made.badges().map(({ text }) => text);
const hosts = (): number => document.querySelectorAll('nc-standing').length;
const kinds = (): string[] => made.asked.map(({ kind }) => kind);

describe('the badge', () => {
  it('comes with one message, which carries what was read', async () => {
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
    expect(kinds()).toEqual(['hello']);
    expect(made.asked[0]?.ask).toEqual({
      adapterId: 'fake',
      basePath: '',
      looking: { ticketId: '7', requester: { userId: 'Nora' } },
      observation: { readFrom: 'page', tickets: [{ ticketId: '7' }] },
    });
    expect(made.badges()[0]?.label).toBe(over.label);
    expect(document.querySelector('[data-name]')?.nextElementSibling?.localName).toBe('nc-standing');
  });

  it('tells the page nothing: its root is closed, and no attribute names a standing', async () => {
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
    const host = document.querySelector('nc-standing')!;
    expect(host.shadowRoot).toBeNull();
    expect(host.textContent).toBe('');
    expect(host.outerHTML).not.toMatch(/limit|expensive|30%/i);
  });

  it('is back, once, after the page has rendered itself anew', async () => {
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
    const again = document.querySelector('main')!.cloneNode(true) as Element;
    again.querySelector('nc-standing')?.remove();
    document.querySelector('main')?.replaceWith(again);
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
    document.querySelector('nc-standing')?.remove();
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
    expect(kinds()).toEqual(['hello']);
  });

  it('of a ticket that is no longer shown never comes', async () => {
    let late: (() => void) | undefined;
    made.answers['hello'] = (ask) =>
      JSON.stringify(ask).includes('"ticketId":"7"')
        ? new Promise((resolve) => (late = () => resolve(watching({ badge: over }))))
        : watching({ badge: calm });
    stop = made.start();
    await vi.waitFor(() => expect(late).toBeDefined());
    document.body.innerHTML = ticketPage('8', 'Idris');
    await expect.poll(texts, SOON).toEqual(['Calm4 of 330%']);
    late?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await expect.poll(texts, SOON).toEqual(['Calm4 of 330%']);
  });

  it('of the old ticket goes as soon as another is read', async () => {
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
    made.answers['hello'] = () => new Promise(() => undefined);
    document.body.innerHTML = ticketPage('8', 'Idris');
    await expect.poll(hosts, SOON).toBe(0);
  });

  it('says where a page is not understood, beside its heading', async () => {
    document.body.innerHTML = '<main><h1>Odd</h1><p data-ticket=""></p></main>';
    made.answers['unreadable'] = () => ({ ...waiting, word: 'Page not understood' });
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Page not understood']);
    expect(made.asked[0]).toMatchObject({ kind: 'unreadable', ask: { fact: 'ticket' } });
    expect(document.querySelector('h1')?.nextElementSibling?.localName).toBe('nc-standing');
  });

  it('says so, too, where the adapter stumbles', async () => {
    vi.spyOn(console, 'info').mockImplementation(() => undefined);
    document.querySelector('[data-ticket]')?.setAttribute('data-broken', '');
    made.answers['unreadable'] = () => ({ ...waiting, word: 'Page not understood' });
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Page not understood']);
  });
});

describe('a history', () => {
  const part: HistoryPart = { kind: 'part', observation: { readFrom: 'json', tickets: [] } };

  it('is read before the first figures are shown', async () => {
    let goOn: (() => void) | undefined;
    made.history = async function* read() {
      await new Promise<void>((resolve) => (goOn = resolve));
      yield part;
    };
    made.answers['hello'] = () => watching({ badge: calm, waiting, history: { requester: { userId: 'Nora' } } });
    made.answers['observe'] = () => watching({ badge: over });
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Reading']);
    goOn?.();
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
  });

  it('that breaks off leaves no Reading behind', async () => {
    vi.spyOn(console, 'info').mockImplementation(() => undefined);
    made.history = async function* read() {
      yield part;
      throw new Error('the line is down');
    };
    made.answers['hello'] = () => watching({ badge: calm, waiting, history: { requester: { userId: 'Nora' } } });
    made.answers['observe'] = () => watching({ badge: calm });
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Calm4 of 330%']);
  });

  it('is not read twice at the same time', async () => {
    let begun = 0;
    made.history = async function* read() {
      begun += 1;
      await new Promise(() => undefined);
      yield part;
    };
    made.answers['hello'] = () => watching({ badge: calm, waiting, history: { requester: { userId: 'Nora' } } });
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Reading']);
    made.push('repaint');
    await vi.waitFor(() => expect(kinds()).toEqual(['hello', 'hello']));
    expect(begun).toBe(1);
  });
});

describe('the worker', () => {
  it('may die under a question: it is asked again', async () => {
    let deaths = 1;
    made.answers['hello'] = () => {
      if (deaths-- > 0) throw new Error('message channel closed');
      return watching({ badge: over });
    };
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
    expect(kinds()).toEqual(['hello', 'hello']);
  });

  it('takes everything off the page by saying stop', async () => {
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
    made.push('stop');
    await expect.poll(hosts, SOON).toBe(0);
    document.body.innerHTML = ticketPage('9');
    made.push('repaint');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(kinds()).toEqual(['hello']);
  });

  it('answers stop, and the page is left as it was', async () => {
    const before = document.body.innerHTML;
    made.answers['hello'] = () => ({ kind: 'stop' });
    stop = made.start();
    await vi.waitFor(() => expect(kinds()).toEqual(['hello']));
    expect(document.body.innerHTML).toBe(before);
  });

  it('is not asked by the script of an older version, which goes by itself', async () => {
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
    made.orphan();
    document.body.innerHTML = ticketPage('8');
    await expect.poll(hosts, SOON).toBe(0);
    expect(kinds()).toEqual(['hello']);
  });

  it('hides everything while a screen is shared, and shows it again', async () => {
    stop = made.start();
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
    made.answers['hello'] = () => ({ ...watching({ badge: over }), hidden: true });
    made.push('repaint');
    await expect.poll(hosts, SOON).toBe(0);
    made.answers['hello'] = () => watching({ badge: over });
    made.push('repaint');
    await expect.poll(texts, SOON).toEqual(['Over limit4 of 330%']);
  });
});

describe('a list', () => {
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, index) => `<p><b data-row="${index}">Nora</b></p>`).join('');
  const mark = { icon: 'watch', picture: '.M0 0', tone: 'watch', title: 'Watch: 3 of 3' } as const;
  const marksFor = (ask: Readonly<Record<string, unknown>>): unknown[] =>
    (ask['rows'] as { ticketId: string }[]).map(({ ticketId }) => (ticketId.endsWith('9') ? { ...calm, mark } : null));

  beforeEach(() => {
    made.answers['hello'] = () => watching();
    made.answers['badges'] = marksFor;
  });

  it('shows marks for exceptions only', async () => {
    document.body.innerHTML = rows(30);
    stop = made.start();
    await vi.waitFor(() => expect(made.marks()).toEqual(['Watch: 3 of 3', 'Watch: 3 of 3', 'Watch: 3 of 3']));
    expect(document.querySelector('p:has([data-row="9"]) nc-standing')).not.toBeNull();
  });

  it('is asked about in pieces that a message may hold', async () => {
    document.body.innerHTML = rows(1001);
    stop = made.start();
    await vi.waitFor(() => expect(made.marks()).toHaveLength(100), { timeout: 5000 });
    const sizes = made.asked.flatMap(({ kind, ask }) => (kind === 'badges' ? [(ask['rows'] as unknown[]).length] : []));
    expect(sizes).toEqual([500, 500, 1]);
  });

  it('keeps a mark with its ticket when rows are used again for others', async () => {
    document.body.innerHTML = rows(10);
    stop = made.start();
    await vi.waitFor(() => expect(made.marks()).toHaveLength(1));
    document.querySelector('[data-row="9"]')?.setAttribute('data-row', '10');
    document.body.append(document.createElement('hr'));
    await vi.waitFor(() => expect(made.marks()).toEqual([]), { timeout: 3000 });
  });
});
