import { vi } from 'vitest';

import { watchPage } from '@/entrypoints/helpdesk.content/watch-page';
import type { HelpdeskAdapter, HistoryPart, Page } from '@/lib/helpdesks/adapter';
import type { Shown, Watching } from '@/lib/messaging/protocol';
import { plainBadge } from '@/lib/text/plain-badge';
import type { BadgeView } from '@/lib/text/view';
import { wordsFor } from '@/lib/text/words';

import { over } from '../components/card-given';

/** A helpdesk page of three attributes, and a worker that answers as it is told. */
export interface Desk {
  readonly asked: { readonly kind: string; readonly ask: Readonly<Record<string, unknown>> }[];
  answers: Record<string, (ask: Readonly<Record<string, unknown>>) => unknown>;
  history: (() => AsyncIterable<HistoryPart>) | undefined;
  /** What the worker says to the page. */
  push(kind: 'repaint' | 'stop'): void;
  /** As after an update of the extension. */
  orphan(): void;
  start(): () => void;
  badges(): { readonly text: string; readonly label: string | null }[];
  marks(): string[];
}

const words = wordsFor('en-GB');
export const waiting = plainBadge('reading', words);
export const calm: BadgeView = { ...over, tone: 'calm', icon: 'calm', word: 'Calm', label: 'Calm. Nora: …' };

export const ticketPage = (id: string, name = 'Nora'): string =>
  `<main><h1>Ticket ${id}</h1><p data-ticket="${id}"><b data-name>${name}</b></p></main>`;

export const watching = (shown?: Shown): Watching => ({ kind: 'watching', ...(shown && { shown }) });

export function desk(): Desk {
  const roots = new WeakMap<Element, ShadowRoot>();
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function closed(this: Element, init) {
    const root = attach.call(this, init);
    roots.set(this, root);
    return root;
  });
  const listeners = new Set<(message: unknown) => void>();
  const runtime = {
    id: 'noclaims' as string | undefined,
    async sendMessage({ kind, ask }: Desk['asked'][number]) {
      made.asked.push({ kind, ask });
      const answer = made.answers[kind];
      if (!answer) return { ok: false, why: `no answer to ${kind}` };
      return { ok: true, value: await answer(ask) };
    },
    onMessage: {
      addListener: (listener: (message: unknown) => void) => void listeners.add(listener),
      removeListener: (listener: (message: unknown) => void) => void listeners.delete(listener),
    },
  };
  vi.stubGlobal('browser', { runtime });
  const ownRoots = (): ShadowRoot[] =>
    [...document.querySelectorAll('nc-standing')].flatMap((host) => roots.get(host) ?? []);
  const made: Desk = {
    asked: [],
    answers: { hello: () => watching({ badge: over }), badges: () => [] },
    history: undefined,
    push: (kind) => listeners.forEach((listener) => listener({ kind, ask: {} })),
    orphan: () => (runtime.id = undefined),
    start: () => watchPage(adapterOf(made)),
    badges: () =>
      ownRoots().flatMap((root) => {
        const button = root.querySelector('[role=status] button');
        return button ? [{ text: button.textContent, label: button.getAttribute('aria-label') }] : [];
      }),
    marks: () => ownRoots().flatMap((root) => root.querySelector('[role=img]')?.getAttribute('title') ?? []),
  };
  return made;
}

function adapterOf(made: Desk): HelpdeskAdapter {
  const ticketOn = ({ document }: Page): Element | null => document.querySelector('[data-ticket]');
  const { history } = made;
  return {
    id: 'fake',
    name: 'Fake',
    mapping: [],
    recognises: () => true,
    basePath: () => '',
    read(page) {
      const shown = ticketOn(page);
      const ticketId = shown?.getAttribute('data-ticket');
      if (shown?.hasAttribute('data-broken')) throw new TypeError('not as it was');
      if (ticketId === null || ticketId === undefined) return { kind: 'elsewhere' };
      if (ticketId === '') return { kind: 'unreadable', missing: 'ticket' };
      const requester = { userId: shown?.textContent ?? '' };
      return { kind: 'ticket', ticketId, requester, observation: { readFrom: 'page', tickets: [{ ticketId }] } };
    },
    badgeAnchor: ({ document }) => document.querySelector('[data-name]') ?? undefined,
    rows: ({ document }) =>
      [...document.querySelectorAll('[data-row]')].map((anchor) => ({
        ticketId: anchor.getAttribute('data-row') ?? '',
        anchor,
      })),
    pane: ({ document }) => document.body,
    ...(history && { history }),
  };
}
