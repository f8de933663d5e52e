import { readFile } from 'node:fs/promises';
import papaparse from 'papaparse';

import { Refused } from './refused.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** Takes the cells of one row, or refuses them. */
export type TakeRow = (cells: readonly string[]) => void;

/** Reads a CSV file: its heads, in small letters, decide what takes each row. Blank rows are passed over. Returns the number of rows. */
export async function readTable(
  file: string,
  rowsOf: (heads: readonly string[], delimiter: string) => TakeRow,
): Promise<number> {
  const text = textOf(await readFile(file));
  const delimiter = delimiterOf(text);
  let take: TakeRow | undefined;
  let row = 0;
  papaparse.parse<string[]>(text, {
    delimiter,
    skipEmptyLines: 'greedy',
    step({ data, errors: [error] }) {
      if (error) throw new Refused(`row ${row + 1}: a quote is not closed, or stands in the middle of a cell.`);
      const cells = data.map((cell) => cell.trim());
      if (take) inRow(++row, cells, take);
      else
        take = rowsOf(
          cells.map((head) => head.toLowerCase()),
          delimiter,
        );
    },
  });
  if (!take) throw new Refused('it is empty: the first row names the columns.');
  return row;
}

function inRow(row: number, cells: readonly string[], take: TakeRow): void {
  try {
    take(cells);
  } catch (error) {
    throw error instanceof Refused ? new Refused(`row ${row}: ${error.message}`) : error;
  }
}

/** Without a byte order mark. */
function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw error instanceof TypeError ? new Refused('it is not UTF-8: save it as CSV UTF-8.') : error;
  }
}

/** Whichever parts the heads most often. */
function delimiterOf(text: string): string {
  const [heads = ''] = text.trimStart().split(/[\r\n]/, 1);
  const often = (delimiter: string): number => heads.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (often(delimiter) > often(best) ? delimiter : best), ',' as string);
}
