import * as v from 'valibot';

import type { KeptTable } from '@/lib/store/database';
import type { RefusedRow } from '@/lib/store/rows';

import type { ImportCursor } from './import-cursor';
import { linesFrom } from './lines';
import { rowSchemas, type KeptRows } from './row-schemas';

/** Rows a batch; larger ones pay (docs/ARCHITECTURE.md, *Size*). */
const MOST_ROWS = 5000;
/** Characters a batch, for tickets with hundreds of entries. */
const MOST_TEXT = 8_000_000;

export interface Batch<Table extends KeptTable> {
  readonly rows: KeptRows[Table][];
  readonly refused: RefusedRow[];
  /** Where the next batch begins; absent behind the last row of the section. */
  readonly place?: NonNullable<ImportCursor['place']>;
  /** Lines that should have been rows. */
  readonly read: number;
}

/** The next rows of a table, each checked alone: one that is bad costs nobody else anything. */
export async function readBatch<Table extends KeptTable>(
  blob: Blob,
  table: Table,
  { sections, place }: ImportCursor,
): Promise<Batch<Table>> {
  const section = sections.find((each) => each.table === table);
  const batch: Batch<Table> = { rows: [], refused: [], read: 0 };
  if (!section) return batch;
  let { offset, line, read } = place ?? { ...section, read: 0 };
  let taken = 0;
  let size = 0;
  for await (const lines of linesFrom(blob, offset)) {
    for (const { text, next } of lines) {
      if (read === section.rows) return { ...batch, read: taken };
      if (taken === MOST_ROWS || size > MOST_TEXT) return { ...batch, read: taken, place: { offset, line, read } };
      if (text !== '') {
        take(batch, table, text, line);
        read += 1;
        taken += 1;
        size += text.length;
      }
      offset = next;
      line += 1;
    }
  }
  return { ...batch, read: taken };
}

function take<Table extends KeptTable>(batch: Batch<Table>, table: Table, text: string, line: number): void {
  const value = parsed(text.endsWith(',') ? text.slice(0, -1) : text);
  if (value === undefined) {
    batch.refused.push({ line, table, why: 'no-row' });
    return;
  }
  const schema: v.GenericSchema<unknown, KeptRows[Table]> = rowSchemas[table];
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) batch.rows.push(result.output);
  else batch.refused.push({ line, table, ...wrongWith(result.issues[0]) });
}

/** Never the value itself: what is refused may be about somebody who was erased. */
function wrongWith(issue: v.BaseIssue<unknown>): Pick<RefusedRow, 'field' | 'why'> {
  const field = v.getDotPath(issue);
  return { ...(field && { field }), why: issue.received === 'undefined' ? 'missing' : 'unusable' };
}

/** Undefined where a line is no JSON: the caller refuses the row. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
