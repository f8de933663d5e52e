import type { NoclaimsDatabase } from './database';

/** The record as it is at one instant, however long it takes to read it. */
export interface Snapshot {
  count(table: string): Promise<number>;
  /** Rows in the order of their keys, after the last of the page before. */
  page(
    table: string,
    after: IDBValidKey | undefined,
    limit: number,
  ): Promise<{ rows: unknown[]; last: IDBValidKey | undefined }>;
  /** Waits for somebody without letting go of the instant: it lasts while something is asked of it. */
  hold(until: Promise<void>): Promise<void>;
}

/**
 * Reads tables in one transaction of the browser's own. Dexie's would follow the promises of whoever takes what is read, who
 * is none of its business; writers wait until `read` has come to its end.
 */
export async function withSnapshot(
  db: NoclaimsDatabase,
  tables: readonly string[],
  read: (snapshot: Snapshot) => Promise<void>,
): Promise<void> {
  await db.open();
  const transaction = db.backendDB().transaction([...tables], 'readonly');
  const ended = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the reading was broken off')));
  });
  try {
    await read(snapshotOf(transaction));
  } catch (error) {
    // The abort that follows is told by this very error.
    ended.catch(() => undefined);
    transaction.abort();
    throw error;
  }
  await ended;
}

function snapshotOf(transaction: IDBTransaction): Snapshot {
  return {
    count: (table) => answered(transaction.objectStore(table).count()),
    async page(table, after, limit) {
      const store = transaction.objectStore(table);
      const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
      const [rows, keys] = await Promise.all([
        answered<unknown[]>(store.getAll(range, limit)),
        answered(store.getAllKeys(range, limit)),
      ]);
      return { rows, last: keys.at(-1) };
    },
    async hold(until) {
      const [any = ''] = transaction.objectStoreNames;
      const over = until.then(() => true);
      const ask = (): Promise<boolean> =>
        answered(transaction.objectStore(any).count(IDBKeyRange.only(''))).then(() => false);
      while (!(await Promise.race([over, ask()])));
    },
  };
}

const answered = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('a row could not be read')));
  });
