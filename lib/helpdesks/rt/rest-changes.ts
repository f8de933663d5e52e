import type { Ask } from '@/lib/helpdesks/adapter';
import type { ObservedEntry } from '@/lib/observation';

import { instantOf, itemPages, textOf, type Item, type ItemPage, type Stopped } from './rest-page';
import { isActive, isDone, statusOf } from './words';

export interface Changes {
  /** Reopenings of each ticket asked about; empty for one that never came back. */
  readonly entries: ReadonlyMap<string, readonly ObservedEntry[]>;
  /** Old tickets and what they were merged into: a search for tickets no longer finds them. */
  readonly merged: ReadonlyMap<string, string>;
}

const FIELDS = { fields: 'Field,OldValue,NewValue,Created,ObjectId', orderby: 'id' };
const SOLVES = ['OldValue', 'NewValue']
  .flatMap((side) => ['resolved', 'rejected'].map((word) => `${side} = '${word}'`))
  .join(' OR ');

/**
 * What happened to these tickets that their rows do not say, from one search. RT cannot search transactions by requestor,
 * so the tickets are named.
 */
export async function changesOf(ask: Ask, rest: string, ticketIds: readonly string[]): Promise<Changes | Stopped> {
  const entries = new Map<string, ObservedEntry[]>(ticketIds.map((id) => [id, []]));
  if (ticketIds.length === 0) return { entries, merged: new Map() };
  const these = ticketIds.map((id) => `TicketId = ${id}`).join(' OR ');
  const changed = `(Type = 'Status' AND (${SOLVES})) OR Field = 'MergedInto'`;
  const found = await transactions(ask, rest, `(${these}) AND (${changed})`);
  if ('kind' in found) return found;
  for (const [id, list] of Map.groupBy(found, ({ ObjectId }) => textOf(ObjectId))) entries.set(id, reopenings(list));
  const links = found.filter(({ Field }) => Field === 'MergedInto').map(({ NewValue }) => textOf(NewValue));
  return { entries, merged: await mergedInto(ask, rest, new Set(links)) };
}

/** A merge is noted at both tickets, each time with the address of the one that stays. */
async function mergedInto(ask: Ask, rest: string, links: ReadonlySet<string>): Promise<Map<string, string>> {
  const merged = new Map<string, string>();
  for (const link of links) {
    const into = link.match(/^[^'\\]+\/ticket\/(\d+)$/)?.[1];
    const found = into ? await transactions(ask, rest, `Field = 'MergedInto' AND NewValue = '${link}'`) : [];
    if (!into || 'kind' in found) continue;
    for (const { ObjectId: old } of found) if (textOf(old) !== into) merged.set(textOf(old), into);
  }
  return merged;
}

/** The reopenings of one ticket, for where RT allows no search over many. */
export async function entriesOf(ask: Ask, rest: string, ticketId: string): Promise<ObservedEntry[] | undefined> {
  const parameters = { ...FIELDS, fields: `${FIELDS.fields},Type` };
  const found = await rowsOf(itemPages(ask, `${rest}/ticket/${ticketId}/history`, parameters, { holes: true }));
  return 'kind' in found ? undefined : reopenings(found.filter(({ Type }) => Type === 'Status'));
}

/** Whoever sees a ticket sees these: no page has holes. */
const transactions = (ask: Ask, rest: string, query: string): Promise<readonly Item[] | Stopped> =>
  rowsOf(itemPages(ask, `${rest}/transactions`, { query, ...FIELDS }, { holes: false }));

async function rowsOf(pages: AsyncIterable<ItemPage>): Promise<readonly Item[] | Stopped> {
  const rows: Item[] = [];
  for await (const page of pages) {
    if (page.kind === 'stopped') return page;
    rows.push(...page.items);
  }
  return rows;
}

/** From done to active, with the moment at which it had been done. */
function reopenings(transactionsOfOne: readonly Item[]): ObservedEntry[] {
  const entries: ObservedEntry[] = [];
  let solvedAt: number | undefined;
  for (const { id, OldValue, NewValue, Created } of transactionsOfOne.toSorted((a, b) => numberOf(a) - numberOf(b))) {
    const at = instantOf(Created);
    const [from, to] = [statusOf(textOf(OldValue)), statusOf(textOf(NewValue))];
    if (isDone(to) && !isDone(from)) solvedAt = at;
    if (at === undefined || !isDone(from) || !isActive(to)) continue;
    entries.push({ entry: `txn-${textOf(id)}`, at, what: 'reopened', ...(solvedAt !== undefined && { solvedAt }) });
  }
  return entries;
}

const numberOf = ({ id }: Item): number => Number(id);
