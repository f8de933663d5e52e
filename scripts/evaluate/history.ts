import type { LogEntry } from '@/lib/scoring/evaluation/log';

import { columnsOf, type Columns } from './columns.ts';
import type { CountRow } from './count-panel.ts';
import { instantOf } from './instant.ts';
import { Refused } from './refused.ts';
import { readTable, type TakeRow } from './table.ts';

/** What files tell: single contacts, or counts by period. */
export interface History {
  readonly entries: LogEntry[];
  readonly rows: CountRow[];
  /** What the user should know of how they were read. */
  readonly notes: string[];
}

/** Adds what a file tells. Refuses it with the row that cannot be read. */
export async function readHistory(path: string, history: History): Promise<void> {
  let zoneless = 0;
  const rowsOf = (heads: readonly string[], delimiter: string): TakeRow => {
    const columns = columnsOf(heads);
    history.notes.push(...columns.unknown.map((head) => `the column "${head}" is not read.`));
    if (columns.shape === 'panel') return (cells) => history.rows.push(countRowOf(columns, cells, delimiter));
    return (cells) => {
      const { at, isZoneless } = instantOf(columns.cell(cells, 'at'));
      if (isZoneless) zoneless += 1;
      history.entries.push({ ...whoOf(columns, cells), at });
    };
  };
  try {
    if ((await readTable(path, rowsOf)) === 0) throw new Refused('it has heads and no rows.');
  } catch (error) {
    throw asRefusal(error);
  }
  if (zoneless > 0) history.notes.push(`times without a zone, taken for UTC: ${zoneless}.`);
}

function asRefusal(error: unknown): unknown {
  const { code } = error instanceof Error && 'code' in error ? error : { code: undefined };
  if (code === 'ENOENT') return new Refused('there is no such file.');
  if (code === 'EISDIR') return new Refused('it is a folder, not a file.');
  return error;
}

function whoOf(columns: Columns, cells: readonly string[]): { customer: string; organisation?: string } {
  if (cells.length > columns.count) {
    throw new Refused(`it has ${cells.length} cells under ${columns.count} heads: quote those that hold a delimiter.`);
  }
  const customer = columns.cell(cells, 'customer');
  if (customer === '') throw new Refused('it names no customer.');
  const organisation = columns.cell(cells, 'organisation');
  return { customer, ...(organisation !== '' && { organisation }) };
}

function countRowOf(columns: Columns, cells: readonly string[], delimiter: string): CountRow {
  // Where cells are parted by semicolons, numbers have a decimal comma.
  const number = (text: string): number =>
    text === '' ? NaN : Number(delimiter === ';' ? text.replace(',', '.') : text);
  const whole = (column: 'period' | 'count'): number => {
    const text = columns.cell(cells, column);
    if (!Number.isSafeInteger(number(text))) throw new Refused(`its ${column} "${text}" is no whole number.`);
    return number(text);
  };
  const [period, count] = [whole('period'), whole('count')];
  const exposureText = columns.cell(cells, 'exposure');
  const exposure = exposureText === '' ? 1 : number(exposureText);
  if (!(exposure >= 0 && exposure < Infinity))
    throw new Refused(`its exposure "${exposureText}" is no number from 0 on.`);
  if (count < 0) throw new Refused(`its count is ${count}: there is no less than none.`);
  if (count > 0 && exposure === 0) throw new Refused(`it counts ${count} within an exposure of 0.`);
  return { ...whoOf(columns, cells), period, count, exposure };
}
