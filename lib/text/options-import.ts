import type { JobRow } from '@/lib/store/rows';

import { refusalSaid } from './import-said';
import { count } from './formats';
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
  const { state, why = '', counts } = job;
  const { taken = 0, rows = 0 } = counts;
  const refused = refusedView(job, words);
  const rest = refused ? { refused } : {};
  if (state === 'failed' || state === 'stopped') {
    return { busy: false, failed: true, text: t(words, 'record.import.stopped', { why }).trim(), ...rest };
  }
  const busy = state !== 'done';
  const text = busy
    ? t(words, 'record.import.running', { count: rows, taken: count(words, taken) })
    : t(words, 'record.import.done', { count: taken });
  return { busy, failed: false, text, ...rest };
}

/** The first of them, and how many more. */
function refusedView({ counts, refused = [] }: JobRow, words: Words): ImportView['refused'] {
  const all = counts['refused'] ?? 0;
  if (all === 0) return undefined;
  const more = all - refused.length;
  return {
    title: t(words, 'record.import.refused', { count: all }),
    rows: [
      ...refused.map((row) => t(words, 'record.import.refused.row', { line: row.line, why: refusalSaid(row, words) })),
      ...(more > 0 ? [t(words, 'record.import.refused.more', { count: more })] : []),
    ],
  };
}
