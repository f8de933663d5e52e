import { render } from 'preact';

import { RowMark } from '@/components/row-mark';
import type { HelpdeskAdapter, Row } from '@/lib/helpdesks/adapter';
import type { BadgeView } from '@/lib/text/view';

import { hostElement, isPlaced, place, unplace, type HostElement } from './host-element';
import { pageNow } from './scene';
import type { AskWorker } from './worker';

/** As many rows as one question may hold. */
const MOST_ROWS = 500;

/** Marks on the rows of a list: of the few customers that earn one. */
export interface MarksOnRows {
  /** Marks the rows that are there now; `again` asks anew about rows already asked about. */
  look(again?: boolean): void;
  hide(hidden: boolean): void;
  remove(): void;
}

type Mark = NonNullable<BadgeView['mark']>;

export function marksOn(adapter: HelpdeskAdapter, worker: AskWorker, signal: AbortSignal): MarksOnRows {
  const known = new Map<string, Mark | null>();
  const hosts = new Map<string, HostElement>();
  let hidden = false;
  let asking = false;

  const paint = (rows: readonly Row[]): void => {
    const present = new Set(rows.map(({ ticketId }) => ticketId));
    for (const [ticketId, host] of hosts) if (!present.has(ticketId)) drop(ticketId, host);
    for (const { ticketId, anchor } of rows) {
      const mark = known.get(ticketId);
      const old = hosts.get(ticketId);
      if (!mark || hidden) {
        if (old) drop(ticketId, old);
        continue;
      }
      const host = old ?? hostElement();
      hosts.set(ticketId, host);
      render(<RowMark view={mark} />, host.root);
      if (isPlaced(host, anchor)) continue;
      unplace(host);
      place(host, anchor);
      showWhole(host, anchor, signal);
    }
  };
  const drop = (ticketId: string, host: HostElement): void => {
    unplace(host);
    hosts.delete(ticketId);
  };

  const ask = async (rows: readonly Row[]): Promise<void> => {
    asking = true;
    try {
      const asked = rows.slice(0, MOST_ROWS);
      const views = await worker('badges', {
        rows: asked.map(({ ticketId, requester }) => ({ ticketId, ...(requester && { requester }) })),
      });
      for (const [index, { ticketId }] of asked.entries()) known.set(ticketId, views[index]?.mark ?? null);
    } finally {
      asking = false;
    }
    if (!signal.aborted) paint(adapter.rows(pageNow()));
  };

  return {
    look(again = false) {
      const rows = adapter.rows(pageNow());
      const unknown = again ? rows : rows.filter(({ ticketId }) => !known.has(ticketId));
      if (unknown.length > 0 && !asking && !hidden) ask(unknown).catch((error: unknown) => console.info('Noclaims:', error));
      else if (rows.length > 0 || hosts.size > 0) paint(rows);
    },
    hide(next) {
      if (hidden === next) return;
      hidden = next;
      paint(adapter.rows(pageNow()));
    },
    remove() {
      for (const [ticketId, host] of hosts) drop(ticketId, host);
    },
  };
}

/** Where a cell's ellipsis would swallow the mark it goes before the name, as a silhouette alone. */
function showWhole(host: HostElement, anchor: Element, signal: AbortSignal): void {
  const observer = new IntersectionObserver(([entry]) => {
    observer.disconnect();
    if (!entry?.isIntersecting) return;
    const clipped = entry.intersectionRect.width < entry.boundingClientRect.width - 1;
    if (!clipped || host.element.dataset['at'] === 'before') return;
    host.element.dataset['at'] = 'before';
    unplace(host);
    place(host, anchor, true);
  });
  observer.observe(host.element);
  signal.addEventListener('abort', () => observer.disconnect());
}
