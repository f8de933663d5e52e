import type { Answer, Ask } from '@/lib/helpdesks/adapter';

/** REST 2 gives at most so many rows at once. */
const PER_PAGE = 100;
/** A search that goes on for longer counts wrongly. */
const MOST_PAGES = 200;

export type Item = Readonly<Record<string, unknown>>;
export type ItemPage = { readonly kind: 'items'; readonly items: readonly Item[]; readonly isLast: boolean } | Stopped;
export interface Stopped {
  readonly kind: 'stopped';
  readonly why: 'signed-out' | 'refused' | 'not-understood';
  /** The HTTP status of a refusal. */
  readonly status?: number;
}

export const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** `2026-10-03T10:47:00Z`, always UTC; what is not set is 1970. */
export function instantOf(value: unknown): number | undefined {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(textOf(value)) ? Date.parse(textOf(value)) : 0;
  return at > 0 ? at : undefined;
}

/**
 * The pages of a search, to its end or to the answer that was none. Where the agent may not see every row RT does not count
 * them, and then names no next page either (5.0.3). Rows that may not be seen are missing from the middle of a page: with
 * such `holes` only an empty page is the end.
 */
export async function* itemPages(
  ask: Ask,
  path: string,
  parameters: Readonly<Record<string, string>>,
  { holes }: { readonly holes: boolean },
): AsyncGenerator<ItemPage> {
  for (let number = 1; number <= MOST_PAGES; number++) {
    const query = new URLSearchParams({ ...parameters, per_page: String(PER_PAGE), page: String(number) });
    const answer = await ask(`${path}?${query}`);
    const page = answer.kind === 'json' ? itemsOf(answer.body, number, holes ? 1 : PER_PAGE) : stopped(answer);
    yield page;
    if (page.kind === 'stopped' || page.isLast) return;
  }
  yield { kind: 'stopped', why: 'not-understood' };
}

const stopped = ({ kind: why, ...status }: Exclude<Answer, { kind: 'json' }>): Stopped => ({
  kind: 'stopped',
  why,
  ...status,
});

function itemsOf(body: unknown, number: number, fewest: number): ItemPage {
  if (!isItem(body) || !Array.isArray(body['items']) || !body['items'].every(isItem))
    return { kind: 'stopped', why: 'not-understood' };
  const { items, pages } = body;
  const isLast = typeof pages === 'number' ? number >= pages : items.length < fewest;
  return { kind: 'items', items, isLast };
}
