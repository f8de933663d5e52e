import type { JobRow } from '@/lib/store/rows';

import { refusalSaid } from './import-said';
import { t, type Words } from './words';

/** How an import stands. */
export interface ImportView {
  readonly busy: boolean;
  readonly failed: boolean;
  readonly text: string;
  /** Rows that were refused alone, the first of them with line and reason. */
  readonly refused?: { readonly title: string; readonly rows: readonly string[] };
}

export function importView(job: JobRow, words: Words): ImportView {
  const { state, why, counts } = job;
  const taken = counts['taken'] ?? 0;
  const refused = refusedView(job, words);
  const rest = refused ? { refused } : {};
  if (state === 'failed' || state === 'stopped') {
    return { busy: false, failed: true, text: t(words, 'record.import.stopped', { why: why ?? '' }), ...rest };
  }
  const busy = state !== 'done';
  return {
    busy,
    failed: false,
    text: t(words, busy ? 'record.import.running' : 'record.import.done', { count: taken }),
    ...rest,
  };
}

/** The first of them with line and reason. */
function refusedView({ counts, refused = [] }: JobRow, words: Words): ImportView['refused'] {
  const count = counts['refused'] ?? 0;
  if (count === 0) return undefined;
  const rows = refused.map((row) =>
    t(words, 'record.import.refused.row', { line: row.line, why: refusalSaid(row, words) }),
  );
  const more = count - rows.length;
  const rest = more > 0 ? [t(words, 'record.import.refused.more', { count: more })] : [];
  return { title: t(words, 'record.import.refused', { count }), rows: [...rows, ...rest] };
}
