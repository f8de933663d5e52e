import { contactsOfTickets, contactWrites, rememberedOf, saveContacts } from './contacts';
import type { NoclaimsDatabase } from './database';
import type { Circumstances } from './record';
import type { AlertRow, ContactRow, SourceRow } from './rows';
import { FOLD_TABLES, foldContacts } from './tallies';

export interface RederivedSlice {
  /** Where the next slice goes on; undefined when this was the last. */
  readonly cursor?: string;
  readonly customers: ReadonlySet<string>;
  readonly alerts: readonly AlertRow[];
}

/**
 * Derives the contacts of a source's tickets again from what was kept of them, after its mapping or the time for reopenings
 * changed; nothing is fetched. One slice of a job: `after` is the cursor of the one before.
 */
export function rederive(
  db: NoclaimsDatabase,
  source: SourceRow,
  { after = `${source.id}/`, limit }: { readonly after?: string; readonly limit: number },
  circumstances: Circumstances,
): Promise<RederivedSlice> {
  return db.transaction('rw', [...FOLD_TABLES, 'tickets', 'decisions'], async () => {
    const rows = await db.tickets.where('id').between(after, `${source.id}/\uffff`, false).limit(limit).toArray();
    const last = rows.at(-1);
    if (!last) return { customers: new Set(), alerts: [] };
    const old = await contactsBetween(db, rows[0]?.id ?? '', last.id);
    const derived = contactsOfTickets(rows, { source, reopenDays: circumstances.reopenDays });
    const there = new Set(old.map(({ id }) => id));
    const missing = derived.map(({ contact }) => contact.id).filter((id) => !there.has(id));
    const writes = contactWrites(derived, old, await rememberedOf(db, missing));
    await saveContacts(db, writes);
    const alerts = await foldContacts(db, writes.changes, circumstances);
    return { customers: new Set(writes.changes.keys()), alerts, ...(rows.length === limit && { cursor: last.id }) };
  });
}

/** The contacts of all tickets between two, both with. */
const contactsBetween = (db: NoclaimsDatabase, first: string, last: string): Promise<ContactRow[]> =>
  db.contacts.where('id').between(`${first}/`, `${last}/\uffff`).toArray();
