import { Refused } from './refused.ts';

const LOG = ['customer', 'at'] as const;
const PANEL = ['customer', 'period', 'count'] as const;
const OPTIONAL = { log: ['organisation', 'kind', 'cause', 'outage'], panel: ['organisation', 'exposure'] } as const;

export type Column = (typeof LOG)[number] | (typeof PANEL)[number] | (typeof OPTIONAL)['log' | 'panel'][number];
export type Shape = keyof typeof OPTIONAL;

export interface Columns {
  readonly shape: Shape;
  /** Heads that are not read. */
  readonly unknown: readonly string[];
  readonly count: number;
  /** What stands in a row under this head; empty where there is no such head, or the row ends before it. */
  cell(cells: readonly string[], column: Column): string;
}

/** Which history the heads tell of: of one contact a row, or of one customer's period a row. */
export function columnsOf(heads: readonly string[]): Columns {
  const twice = heads.find((head, index) => head !== '' && heads.indexOf(head) !== index);
  if (twice !== undefined) throw new Refused(`it has two columns "${twice}".`);
  const has = (wanted: readonly string[]): boolean => wanted.every((column) => heads.includes(column));
  if (has(LOG) && has(['period', 'count']))
    throw new Refused('it has both "at" and "period" with "count": leave one of them out.');
  if (!has(LOG) && !has(PANEL)) {
    throw new Refused(`its columns are ${heads.join(', ')}: it needs customer and at, or customer, period and count.`);
  }
  const shape = has(LOG) ? 'log' : 'panel';
  const known: readonly string[] = shape === 'log' ? [...LOG, ...OPTIONAL.log] : [...PANEL, ...OPTIONAL.panel];
  return {
    shape,
    unknown: heads.filter((head) => !known.includes(head)),
    count: heads.length,
    cell: (cells, column) => cells[heads.indexOf(column)] ?? '',
  };
}
