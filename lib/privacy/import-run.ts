import { KEPT, type KeptTable, type NoclaimsDatabase } from '@/lib/store/database';
import type { JobRow, RefusedRow } from '@/lib/store/rows';
import type { Misfit } from '@/lib/text/import-said';

import type { Instant } from './erase';
import {
  atStage,
  cursorOf,
  firstCursor,
  nextStage,
  SHUN,
  STAGES,
  withCursor,
  type ImportCursor,
  type Stage,
} from './import-cursor';
import { outlineOf } from './import-outline';
import { readBatch } from './import-read';
import { returned, shunned } from './import-shun';
import { identitiesIn, takeRows } from './import-take';
import { applied, healed } from './import-walks';
import { suppressedAmong } from './suppression-list';

/** Refused rows that are kept for a look. */
const MOST_REFUSED = 100;

/** The first pass over a staged file: what the job begins with, or why there is none. The file of a misfit is let go. */
export async function plannedImport(
  db: NoclaimsDatabase,
  fileId: string,
): Promise<
  { readonly ok: true; readonly cursor: string; readonly rows: number } | { readonly ok: false; readonly why: Misfit }
> {
  const file = await db.files.get(fileId);
  const outline = file ? await outlineOf(file.blob) : { ok: false as const, why: { kind: 'truncated' as const } };
  if (!outline.ok) {
    await db.files.delete(fileId);
    return outline;
  }
  const rows = outline.sections.reduce((sum, section) => sum + section.rows, 0);
  return { ok: true, rows, cursor: JSON.stringify(firstCursor(fileId, outline.sections)) };
}

/**
 * One step of the second pass: some thousand rows, written in one transaction with the cursor behind them, so that a worker
 * killed anywhere goes on where it was. Doing a step twice is doing it once. Returns the job as it stands; when it is done,
 * what is derived is the caller's to rebuild.
 */
export async function importStep(db: NoclaimsDatabase, job: JobRow, instant: Instant): Promise<JobRow> {
  const suppressions = await db.suppressions.count();
  const cursor = pastIdle(cursorOf(job), suppressions, job);
  const stage = STAGES[cursor.stage];
  const file = await db.files.get(cursor.fileId);
  if (!stage || !file) return finished(db, job, cursor, stage ? 'stopped' : 'done');
  if (stage.does === 'apply') return kept(db, job, await applied(db, cursor, instant));
  if (stage.does === 'orphans') return kept(db, job, await healed(db, job, cursor));
  const hasAsked = cursor.stage > SHUN || (cursor.stage === SHUN && cursor.place);
  if (hasAsked && suppressions !== cursor.suppressions) return kept(db, job, shunAgain(cursor));
  if (stage.does === 'take')
    return taken(db, withCursor(job, cursor), { blob: file.blob, table: stage.table, suppressions });
  return kept(db, job, await looked(db, cursor, { stage, blob: file.blob, suppressions }));
}

/** Past stages with nothing to do: tables without rows, and whatever a list of nobody would ask. */
function pastIdle(cursor: ImportCursor, suppressions: number, job: JobRow): ImportCursor {
  const stage = STAGES[cursor.stage];
  if (!stage || cursor.place || cursor.after !== undefined) return cursor;
  const next = { ...nextStage(cursor), ...(stage.does === 'shun' && { suppressions }) };
  const idle = isIdle(stage, cursor, suppressions) || (stage.does === 'orphans' && !job.counts['refused']);
  return idle ? pastIdle(next, suppressions, job) : cursor;
}

function isIdle(stage: Stage, { sections, shunned: erased }: ImportCursor, suppressions: number): boolean {
  if (stage.does === 'take') return !sections.some(({ table, rows }) => table === stage.table && rows > 0);
  if (stage.does === 'return') return Object.keys(erased).length === 0;
  return stage.does !== 'orphans' && suppressions === 0;
}

/** Somebody was erased, or objected, while rows came in: who is to be left out is asked again, from there on. */
const shunAgain = (cursor: ImportCursor): ImportCursor => ({
  ...atStage(cursor, SHUN),
  shunned: {},
  returned: [],
  companies: [],
  objecting: [],
});

interface Taking {
  readonly blob: Blob;
  readonly table: KeptTable;
  readonly suppressions: number;
}

async function taken(db: NoclaimsDatabase, job: JobRow, { blob, table, suppressions }: Taking): Promise<JobRow> {
  const cursor = cursorOf(job);
  const batch = await readBatch(blob, table, cursor);
  const keys = identitiesIn(batch.rows);
  const left = suppressions > 0 && keys.length > 0 ? await suppressedAmong(db, keys) : new Map();
  return db.transaction('rw', [...KEPT, 'tallies', 'standings', 'sent', 'jobs'], async () => {
    if ((await db.suppressions.count()) !== suppressions) return job;
    if (!(await db.jobs.get(job.id))) return { ...job, state: 'stopped' as const };
    const { forgotten, aliases } = await takeRows(db, table, batch.rows, { cursor, left });
    const next = placed({ ...cursor, aliases }, batch.place);
    const after = withCursor(counted(job, batch, forgotten), next);
    await db.jobs.put(after);
    return after;
  });
}

const placed = (cursor: ImportCursor, place: ImportCursor['place']): ImportCursor =>
  place ? { ...cursor, place } : nextStage(cursor);

function counted(
  job: JobRow,
  { read, refused }: { read: number; refused: readonly RefusedRow[] },
  forgotten: number,
): JobRow {
  const { rows = 0, taken: before = 0, refused: badRows = 0, forgotten: shunnedRows = 0 } = job.counts;
  const shown = [...(job.refused ?? []), ...refused].slice(0, MOST_REFUSED);
  const counts = {
    rows,
    taken: before + read - refused.length - forgotten,
    refused: badRows + refused.length,
    forgotten: shunnedRows + forgotten,
  };
  return { ...job, counts, ...(shown.length > 0 && { refused: shown }) };
}

/** Reads a part of the file only to learn who is who; nothing of it comes in yet. */
async function looked(
  db: NoclaimsDatabase,
  cursor: ImportCursor,
  { stage, blob, suppressions }: { stage: Stage; blob: Blob; suppressions: number },
): Promise<ImportCursor> {
  if (stage.does === 'return') {
    const { rows, place } = await readBatch(blob, 'customers', cursor);
    return placed({ ...cursor, ...returned(cursor, rows) }, place);
  }
  const { rows, place } = await readBatch(blob, 'identities', cursor);
  return placed({ ...cursor, suppressions, ...(await shunned(db, cursor, rows)) }, place);
}

function kept(db: NoclaimsDatabase, job: JobRow, cursor: ImportCursor): Promise<JobRow> {
  const next = withCursor(job, cursor);
  return db.transaction('rw', [db.jobs], async () => {
    if (!(await db.jobs.get(job.id))) return { ...job, state: 'stopped' as const };
    await db.jobs.put(next);
    return next;
  });
}

/** The file goes with the last row, and with it what the cursor knew of it. */
function finished(
  db: NoclaimsDatabase,
  job: JobRow,
  { fileId, companies }: ImportCursor,
  state: 'done' | 'stopped',
): Promise<JobRow> {
  const { cursor: _, ...rest } = job;
  const after: JobRow = { ...rest, state };
  return db.transaction('rw', [db.jobs, db.files, db.customers, db.organisations, db.contracts], async () => {
    for (const organisationId of companies) {
      if ((await db.customers.where({ organisationId }).count()) > 0) continue;
      await db.organisations.delete(organisationId);
      await db.contracts.where({ holder: `org:${organisationId}` }).delete();
    }
    await db.files.delete(fileId);
    if (await db.jobs.get(job.id)) await db.jobs.put(after);
    return after;
  });
}
