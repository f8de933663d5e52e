import type { EntityTable, Table } from 'dexie';

/** From so many on, looking at the range first is cheaper than a request for each. */
const MANY = 100;
/** So many times as many keys as are asked for may lie in their range. */
const MOST_BETWEEN = 3;

/**
 * Rows by key, those that exist, in the order of their keys. A request for each of thousands, most of which are not there
 * yet, takes as long as writing them; one look at the keys between the first and the last finds the few that are.
 */
export async function existing<Row, Key extends keyof Row & string>(
  entities: EntityTable<Row, Key>,
  keys: Iterable<string>,
): Promise<Row[]> {
  const table: Pick<Table<Row, string>, 'bulkGet' | 'where'> = entities as never;
  const wanted = [...new Set(keys)].toSorted();
  const [first, last] = [wanted[0], wanted.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (wanted.length < MANY) return present(await table.bulkGet(wanted));
  const limit = wanted.length * MOST_BETWEEN;
  const between = () => table.where(':id').between(first, last, true, true).limit(limit);
  const keysBetween = await between().primaryKeys();
  if (keysBetween.length === limit) return present(await table.bulkGet(wanted));
  const asked = new Set(wanted);
  const found = keysBetween.filter((key) => asked.has(key));
  if (found.length === 0) return [];
  if (found.length * 2 < keysBetween.length) return present(await table.bulkGet(found));
  const rows = await between().toArray();
  return rows.filter((_, index) => asked.has(keysBetween[index] ?? ''));
}

const present = <Row>(rows: readonly (Row | undefined)[]): Row[] => rows.filter((row) => row !== undefined);
