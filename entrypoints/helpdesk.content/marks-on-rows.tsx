import { RowMark } from '@/components/row-mark';
import type { Row } from '@/lib/helpdesks/adapter';
import type { MarkView } from '@/lib/text/view';

import { grumble } from './grumble';
import { dress, isPlaced, type HostElement } from './host-element';
import { pageHost } from './page-host';
import { paint as draw } from './paint';
import { seatOf } from './seat';
import type { AskWorker } from './worker';

/** As many rows as one question may hold. */
const MOST_ROWS = 500;

/** Marks on the rows of a list: of the few customers that earn one. */
export interface MarksOnRows {
  /** Marks the rows that are there now; `again` asks anew about rows already asked about. */
  look(again: boolean): void;
  hide(hidden: boolean): void;
  /** The page has another theme or width. */
  refit(): void;
  remove(): void;
}

interface Surroundings {
  readonly rowsNow: () => readonly Row[];
  readonly worker: AskWorker;
  readonly signal: AbortSignal;
}

export function marksOn({ rowsNow, worker, signal }: Surroundings): MarksOnRows {
  /** Of the tickets that are there; null = asked, and earns none. */
  const known = new Map<string, MarkView | null>();
  /** By the anchor: one ticket may stand in two lists. */
  const hosts = new Map<Element, HostElement>();
  let hidden = false;
  let asking = false;

  const paint = (rows: readonly Row[]): void => {
    const present = new Set(rows.map(({ ticketId }) => ticketId));
    for (const ticketId of known.keys()) if (!present.has(ticketId)) known.delete(ticketId);
    const marked = hidden ? [] : rows.filter(({ ticketId }) => known.get(ticketId));
    const anchors = new Set(marked.map(({ anchor }) => anchor));
    for (const anchor of hosts.keys()) if (!anchors.has(anchor)) drop(anchor);
    for (const { ticketId, anchor } of marked) keep(anchor, known.get(ticketId));
    seat(marked.map(({ anchor }) => anchor));
  };

  const keep = (anchor: Element, mark: MarkView | null | undefined): void => {
    const host = hosts.get(anchor) ?? pageHost();
    hosts.set(anchor, host);
    if (mark) draw(<RowMark mark={mark} />, host.slot);
  };

  /** First looks at every row, then touches any: a page of hundreds is laid out once. */
  const seat = (anchors: Iterable<Element>, again = false): void => {
    const moves = [...anchors].flatMap((anchor) => {
      const host = hosts.get(anchor);
      if (!host || (!again && isPlaced(host, anchor))) return [];
      dress(host, anchor);
      return [{ anchor, host, at: seatOf(anchor, host.slot.textContent.length) }];
    });
    for (const { anchor, host, at } of moves) {
      host.element.dataset['at'] = at;
      if (at === 'hang' || at === 'inside') anchor.before(host.element);
      else anchor.after(host.element);
    }
  };

  const drop = (anchor: Element): void => {
    hosts.get(anchor)?.element.remove();
    hosts.delete(anchor);
  };

  const ask = async (rows: readonly Row[]): Promise<void> => {
    for (let start = 0; start < rows.length && !signal.aborted; start += MOST_ROWS) {
      const asked = rows.slice(start, start + MOST_ROWS);
      const views = await worker('badges', {
        rows: asked.map(({ ticketId, requester }) => ({ ticketId, ...(requester && { requester }) })),
      });
      for (const [index, { ticketId }] of asked.entries()) known.set(ticketId, views[index]?.mark ?? null);
      if (!signal.aborted) paint(rowsNow());
    }
  };

  return {
    look(again) {
      const rows = rowsNow();
      if (rows.length > 0 || hosts.size > 0) paint(rows);
      const unknown = again ? rows : rows.filter(({ ticketId }) => !known.has(ticketId));
      if (unknown.length === 0 || asking || hidden) return;
      asking = true;
      ask(unknown)
        .catch((error: unknown) => signal.aborted || grumble(error))
        .finally(() => (asking = false));
    },
    hide(next) {
      if (hidden === next) return;
      hidden = next;
      paint(rowsNow());
    },
    refit: () => seat(hosts.keys(), true),
    remove() {
      for (const anchor of hosts.keys()) drop(anchor);
      known.clear();
    },
  };
}
