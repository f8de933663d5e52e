import type { NoclaimsDatabase } from '@/lib/store/database';

import type { ImportCursor } from './import-cursor';
import type { KeptRows } from './row-schemas';
import { suppressedAmong } from './suppression-list';

/** Whom in the file the list means: read from the identities, before any row of theirs could come in. */
export async function shunned(
  db: NoclaimsDatabase,
  cursor: ImportCursor,
  rows: readonly KeptRows['identities'][],
): Promise<Pick<ImportCursor, 'shunned' | 'objecting'>> {
  const left = await suppressedAmong(
    db,
    rows.map(({ key }) => key),
  );
  const erased: Record<string, number> = { ...cursor.shunned };
  const objecting = new Set(cursor.objecting);
  for (const { key, customerId, shared } of rows) {
    const { erasedBefore, scoring } = (!shared && left.get(key)) || {};
    if (erasedBefore !== undefined) erased[customerId] = Math.max(erasedBefore, erased[customerId] ?? erasedBefore);
    if (scoring) objecting.add(customerId);
  }
  return { shunned: erased, objecting: [...objecting] };
}

/** Who was first known after they had been erased: what came since is ours to keep. Of the others, the company may be just them. */
export function returned(
  { shunned: erased, returned: before, companies }: ImportCursor,
  rows: readonly KeptRows['customers'][],
): Pick<ImportCursor, 'returned' | 'companies'> {
  const found = rows.filter(({ id }) => erased[id] !== undefined);
  const again = found.filter(({ id, createdAt }) => createdAt > (erased[id] ?? Infinity));
  const gone = found.filter((row) => !again.includes(row)).flatMap(({ organisationId }) => organisationId ?? []);
  return {
    returned: [...before, ...again.map(({ id }) => id)],
    companies: [...new Set([...companies, ...gone])],
  };
}

/** Whether a row is of somebody who was erased after it came, or nobody can say when it came. */
export function isForgotten(cursor: ImportCursor, customerId: string | undefined, at: number | undefined): boolean {
  const before = customerId === undefined ? undefined : cursor.shunned[customerId];
  if (customerId === undefined || before === undefined) return false;
  return !cursor.returned.includes(customerId) || at === undefined || at <= before;
}
