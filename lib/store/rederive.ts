import { deriveContacts } from './contacts';
import type { NoclaimsDatabase } from './database';
import type { Circumstances } from './record';
import type { AlertRow, ContactRow, SourceRow } from './rows';
import { rulingOf } from './ruling';
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
  return db.transaction('rw', [...FOLD_TABLES, 'tickets', 'decisions', 'outages'], async () => {
    const rows = await db.tickets.where('id').between(after, `${source.id}/\uffff`, false).limit(limit).toArray();
    const last = rows.at(-1);
    if (!last) return { customers: new Set(), alerts: [] };
    const old = await contactsBetween(db, rows[0]?.id ?? '', last.id);
    const ruling = await rulingOf(db, circumstances);
    const changes = await deriveContacts(db, rows, old, { source, reopenDays: circumstances.reopenDays, ruling });
    const alerts = await foldContacts(db, changes, circumstances);
    return { customers: new Set(changes.keys()), alerts, ...(rows.length === limit && { cursor: last.id }) };
  });
}

/** The contacts of all tickets between two, both with. */
const contactsBetween = (db: NoclaimsDatabase, first: string, last: string): Promise<ContactRow[]> =>
  db.contacts.where('id').between(`${first}/`, `${last}/\uffff`).toArray();
