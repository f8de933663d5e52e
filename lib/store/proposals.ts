import { speaksOf, type ProposalRule } from '@/lib/scoring/proposal-rule';

import type { NoclaimsDatabase } from './database';
import { deriveContacts } from './contacts';
import { sourceIdIn } from './ids';
import type { Circumstances } from './record';
import type { RederivedSlice } from './rederive';
import type { TicketRow } from './rows';
import { rulingOf } from './ruling';
import { FOLD_TABLES, foldContacts } from './tallies';

/** What a rule proposes, or would. */
export interface Proposes {
  /** Tickets of its source. */
  readonly looked: number;
  /** Those that it speaks of and of which nobody has said a cause. */
  readonly tickets: number;
  /** Those that it speaks of, and a person has said what it was. */
  readonly said: number;
  /** The latest of those that it would propose a cause for. */
  readonly examples: readonly TicketRow[];
}

/** Tickets looked at together. */
const PAGE = 2000;

/** Holds a rule, on or off, against all stored tickets of its source; nothing is written. */
export async function ruleProposes(
  db: NoclaimsDatabase,
  rule: ProposalRule,
  { now, examples: most = 10 }: { readonly now: number; readonly examples?: number },
): Promise<Proposes> {
  const sums = { looked: 0, tickets: 0, said: 0 };
  let examples: TicketRow[] = [];
  let after = `${rule.sourceId}/`;
  for (;;) {
    const rows = await db.tickets.where('id').between(after, `${rule.sourceId}/\uffff`, false).limit(PAGE).toArray();
    const last = rows.at(-1);
    if (!last) return { ...sums, examples };
    after = last.id;
    sums.looked += rows.length;
    const meant = rows.filter((row) => row.customerId && row.createdAt !== undefined && speaksOf(rule, row, now));
    const contacts = await db.contacts.bulkGet(meant.map(({ id }) => `${id}/open`));
    const open = meant.filter((_, index) => contacts[index]?.causeBy !== 'person');
    sums.said += meant.length - open.length;
    sums.tickets += open.length;
    examples = [...examples, ...open].toSorted((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0)).slice(0, most);
  }
}

/** Whether time alone makes some rule speak of a ticket. */
export const rulesAge = (rules: readonly ProposalRule[]): boolean =>
  rules.some(({ on, olderThanDays }) => on && olderThanDays !== undefined);

/**
 * Lays the rules anew over the open tickets, since they grow older: those of so many customers, behind the last of the slice
 * before.
 */
export function proposeByAge(
  db: NoclaimsDatabase,
  { after = '', limit }: { readonly after?: string; readonly limit: number },
  circumstances: Circumstances,
): Promise<RederivedSlice> {
  return db.transaction('rw', [...FOLD_TABLES, 'tickets', 'decisions', 'outages', 'sources'], async () => {
    const holders = [...new Set(await db.tickets.where('openOf').above(after).limit(limit).keys())].map(String);
    const tickets = await db.tickets.where('openOf').anyOf(holders).toArray();
    const ids = tickets.map(({ id }) => id);
    const old = await Promise.all(ids.map((id) => db.contacts.where('id').between(`${id}/`, `${id}/\uffff`).toArray()));
    const ruling = await rulingOf(db, circumstances);
    const all = new Map<string, { added: []; rebuild: true }>();
    for (const source of await db.sources.toArray()) {
      const theirs = tickets.filter(({ id }) => sourceIdIn(id) === source.id);
      const contacts = old.flat().filter(({ id }) => sourceIdIn(id) === source.id);
      const deriving = { source, reopenDays: circumstances.reopenDays, ruling };
      const changes = await deriveContacts(db, theirs, contacts, deriving);
      for (const id of changes.keys()) all.set(id, { added: [], rebuild: true });
    }
    const alerts = await foldContacts(db, all, circumstances);
    const cursor = holders.at(-1);
    return { customers: new Set(all.keys()), alerts, ...(cursor !== undefined && { cursor }) };
  });
}
