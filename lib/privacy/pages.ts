import type { NoclaimsDatabase } from '@/lib/store/database';

/** Rows read at once: few enough for a flat memory, many enough that asking does not matter. */
const PAGE = 2000;

/** Every row of a table in the order of its keys, page by page, so that no table need fit in memory. */
export async function eachPage<Row extends object>(
  db: NoclaimsDatabase,
  name: string,
  visit: (rows: Row[]) => PromiseLike<unknown> | void,
): Promise<void> {
  const table = db.table<Row, unknown>(name);
  let after: unknown;
  for (;;) {
    const from = after === undefined ? table.toCollection() : table.where(':id').above(after);
    const rows = await from.limit(PAGE).toArray();
    const last = rows.at(-1);
    if (!last) return;
    await visit(rows);
    after = keyOf(table.schema.primKey.keyPath, last);
  }
}

/** The primary key of a row, simple or compound. */
export function keyOf(keyPath: string | string[] | null | undefined, row: unknown): unknown {
  const values = new Map(Object.entries(Object(row)));
  return Array.isArray(keyPath) ? keyPath.map((part) => values.get(part)) : values.get(keyPath ?? '');
}
