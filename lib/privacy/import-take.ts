import type { KeptTable, NoclaimsDatabase } from '@/lib/store/database';
import type { Suppressions } from '@/lib/store/record';

import type { ImportCursor } from './import-cursor';
import { aliasOf, type Aliases } from './import-identities';
import { MERGERS, type Merger } from './import-merge';
import { isForgotten } from './import-shun';
import type { KeptRows } from './row-schemas';

type Rows<Table extends KeptTable> = readonly KeptRows[Table][];
type Wanted<Table extends KeptTable> = (
  cursor: ImportCursor,
  row: KeptRows[Table],
  left: Suppressions,
) => KeptRows[Table] | undefined;

const as = (cursor: ImportCursor, id: string): string => aliasOf(cursor.aliases, id);
const whole = <Row>(_: ImportCursor, row: Row): Row => row;

/** A row under the id by which its customer is known here; undefined for what its customer had erased. */
const WANTED: { readonly [Table in KeptTable]: Wanted<Table> } = {
  suppressions: whole,
  sources: whole,
  settings: whole,
  organisations: whole,
  coverage: whole,
  identities: (cursor, row) => (isForgotten(cursor, row.customerId, Infinity) ? undefined : row),
  customers(cursor, row) {
    if (isForgotten(cursor, row.id, Infinity)) return undefined;
    return {
      ...row,
      id: as(cursor, row.id),
      ...(cursor.objecting.includes(row.id) && { objection: true as const }),
    };
  },
  decisions(cursor, row) {
    if (isForgotten(cursor, row.customerId, row.at)) return undefined;
    const customerId = as(cursor, row.customerId);
    const subject = row.subject === `customer:${row.customerId}` ? `customer:${customerId}` : row.subject;
    return { ...row, customerId, subject };
  },
  tickets(cursor, row, left) {
    const { customerId, openOf, requesters, opener } = row;
    if (isForgotten(cursor, customerId, row.createdAt)) return undefined;
    const isGone = (key: string): boolean => {
      const { erasedBefore } = left.get(key) ?? {};
      return erasedBefore !== undefined && (row.createdAt === undefined || row.createdAt <= erasedBefore);
    };
    return {
      ...row,
      ...(customerId && { customerId: as(cursor, customerId) }),
      ...(openOf && { openOf: as(cursor, openOf) }),
      ...(requesters && { requesters: requesters.filter((key) => !isGone(key)) }),
      ...(opener && isGone(opener) && { opener: null }),
    };
  },
  contacts: (cursor, row) =>
    isForgotten(cursor, row.customerId, row.at) ? undefined : { ...row, customerId: as(cursor, row.customerId) },
  contracts: (cursor, row) =>
    isForgotten(cursor, row.holder, undefined) ? undefined : { ...row, holder: as(cursor, row.holder) },
  outages: whole,
  ladderPast: (cursor, row) =>
    isForgotten(cursor, row.holder, row.at) ? undefined : { ...row, holder: as(cursor, row.holder) },
  alerts: (cursor, row) =>
    isForgotten(cursor, row.subject, row.breachedAt) || as(cursor, row.subject) !== row.subject ? undefined : row,
};

/** Identities in rows that name people beside their customer. */
export const identitiesIn = (rows: readonly KeptRows[KeptTable][]): string[] => [
  ...new Set(rows.flatMap((row) => ('requesters' in row ? [...(row.requesters ?? []), row.opener ?? ''] : []))),
];

/** Takes a batch in, inside the caller's transaction; says how many rows were left out, and what was learnt of who is who. */
export async function takeRows<Table extends KeptTable>(
  db: NoclaimsDatabase,
  table: Table,
  rows: Rows<Table>,
  { cursor, left }: { readonly cursor: ImportCursor; readonly left: Suppressions },
): Promise<{ forgotten: number; aliases: Aliases }> {
  const wanted: Wanted<Table> = WANTED[table];
  const merge: Merger<Table> = MERGERS[table];
  const kept = rows.flatMap((row) => wanted(cursor, row, left) ?? []);
  const aliases = (await merge(db, kept, cursor.aliases)) ?? cursor.aliases;
  return { forgotten: rows.length - kept.length, aliases };
}
