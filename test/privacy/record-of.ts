import { canonical } from '@/lib/privacy/canonical';
import { TABLE_ORDER } from '@/lib/privacy/format';
import { exportStream } from '@/lib/privacy/export';
import { importStep, plannedImport } from '@/lib/privacy/import-run';
import { NoclaimsDatabase } from '@/lib/store/database';
import type { JobRow } from '@/lib/store/rows';

import { bob, emptyRecord, NOW, record, rules, ticket } from '../store/desk';

let databases = 0;
/** Nothing in it, not even a source. */
export const empty = (): NoclaimsDatabase => new NoclaimsDatabase(`empty-${++databases}`);

export const textOf = (db: NoclaimsDatabase, madeAt = NOW): Promise<string> =>
  new Response(exportStream(db, madeAt)).text();

/** An export with two tickets of Ada's and one of Bob's. */
export async function exportOfTwo(): Promise<string> {
  const db = await emptyRecord();
  await record(db, [ticket('1'), ticket('2'), ticket('3', { requesters: [bob], opener: { userId: '6' } })]);
  return textOf(db);
}

/** The file with a change to it. */
export function changed(file: string, pattern: string | RegExp, by: string): string {
  const other = file.replace(pattern, by);
  if (other === file) throw new RangeError(`nothing is ${pattern}`);
  return other;
}

/** Imports a file to its end; what the first pass refuses comes back as a misfit. */
export async function imported(db: NoclaimsDatabase, file: string | Blob, startedAt = NOW) {
  await db.files.put({ id: 'staged', blob: new Blob([file]), name: 'export.json' });
  const plan = await plannedImport(db, 'staged');
  if (!plan.ok) return { ok: false as const, why: plan.why };
  let job: JobRow = {
    id: 'import',
    kind: 'import',
    state: 'waiting',
    cursor: plan.cursor,
    counts: { rows: plan.rows },
    startedAt,
  };
  await db.jobs.put(job);
  while (job.state === 'waiting') job = await importStep(db, job, { now: startedAt, rules });
  return { ok: true as const, job };
}

/** What the export would hold, without the file. */
export async function truth(db: NoclaimsDatabase): Promise<Record<string, string[]>> {
  const tables = await Promise.all(
    TABLE_ORDER.map(async (name) => [name, (await db.table(name).toArray()).map(canonical)] as const),
  );
  return Object.fromEntries(tables);
}
