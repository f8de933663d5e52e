import papaparse from 'papaparse';

import type { PartDraft, StretchDraft } from '@/lib/text/contract-draft';

/** A table of contracts, read and put together; nobody is looked up yet, and no value checked. */

/** Who holds a contract, as the table names them. */
export interface HolderName {
  readonly by: 'customer' | 'organisation';
  readonly name: string;
}

/** What stands once in a contract, as it is written. */
export type WrittenTerms = Readonly<Record<(typeof TERMS)[number], string>>;

export interface WrittenContract {
  readonly holder: HolderName;
  readonly terms: WrittenTerms;
  readonly pauses: readonly StretchDraft[];
  readonly revenue: readonly PartDraft[];
  /** The first line of the contract. */
  readonly line: number;
  /** The line of each part of `revenue`. */
  readonly partLines: readonly number[];
  /** Every line of it. */
  readonly lines: readonly number[];
}

/** Why a line of a table is not taken; `column` where it is one field's fault. */
export interface LineFault {
  readonly line: number;
  readonly column?: Column;
  readonly why: 'quotes' | 'no-holder' | 'two-holders' | 'kind' | 'pauses' | 'contradicts';
  /** The value, or the line that is contradicted. */
  readonly what?: string;
}

export type TableRead =
  | {
      readonly ok: true;
      readonly rows: number;
      readonly unused: readonly string[];
      readonly contracts: readonly WrittenContract[];
      readonly faults: readonly LineFault[];
    }
  | { readonly ok: false; readonly why: 'empty' | 'who' }
  | { readonly ok: false; readonly why: 'column'; readonly column: Column };

const TERMS = ['start', 'end', 'zone', 'currency', 'goods', 'ladder', 'clean years', 'seats'] as const;

export const COLUMNS = [
  'customer',
  'organisation',
  'start',
  'end',
  'zone',
  'currency',
  'earns',
  'amount',
  'from',
  'until',
  'cost',
  'months',
  'goods',
  'ladder',
  'clean years',
  'seats',
  'pauses',
] as const;
export type Column = (typeof COLUMNS)[number];

const NEEDED = ['start'] as const satisfies readonly Column[];

/** Lines of one holder and one first day are one contract. */
export function readContracts(text: string): TableRead {
  const lines = linesOf(text);
  const [head, ...rows] = lines;
  if (!head || rows.length === 0) return { ok: false, why: 'empty' };
  const columns = head.cells.map(columnNamed);
  if (!columns.includes('customer') && !columns.includes('organisation')) return { ok: false, why: 'who' };
  const missing = NEEDED.find((column) => !columns.includes(column));
  if (missing) return { ok: false, why: 'column', column: missing };
  const unused = head.cells.filter((cell, index) => cell.trim() !== '' && columns[index] === undefined);
  return { ok: true, rows: rows.length, unused, ...gathered(rows, columns) };
}

interface Line {
  /** Of the file, from 1; of a row over several lines, the first. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly torn: boolean;
}

function linesOf(written: string): Line[] {
  const text = written.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const lines: Line[] = [];
  let line = 1;
  let read = 0;
  papaparse.parse<string[]>(text, {
    delimitersToGuess: [',', ';', '\t'],
    newline: '\n',
    step({ data, errors, meta }) {
      const torn = errors.some(({ type }) => type === 'Quotes');
      if (data.some((cell) => cell.trim() !== '')) lines.push({ line, cells: data, torn });
      line += text.slice(read, meta.cursor).split('\n').length - 1;
      read = meta.cursor;
    },
  });
  return lines;
}

const columnNamed = (head: string): Column | undefined => {
  const name = head
    .trim()
    .toLowerCase()
    .replaceAll(/[_\s]+/g, ' ');
  return COLUMNS.find((column) => column === name);
};

type Cells = (column: Column) => string;

function gathered(
  rows: readonly Line[],
  columns: readonly (Column | undefined)[],
): { contracts: WrittenContract[]; faults: LineFault[] } {
  const contracts = new Map<string, WrittenContract>();
  const faults: LineFault[] = [];
  for (const { line, cells, torn } of rows) {
    const cell: Cells = (column) => cells[columns.indexOf(column)]?.trim() ?? '';
    const holder = holderIn(cell);
    if (torn) faults.push({ line, why: 'quotes' });
    else if (typeof holder === 'string') faults.push({ line, why: holder });
    else {
      const key = JSON.stringify([holder.by, holder.name.toLowerCase(), cell('start')]);
      const row = rowOf(cell, line, faults);
      contracts.set(key, joined(contracts.get(key), { holder, ...row, line, lines: [line] }, faults));
    }
  }
  return { contracts: [...contracts.values()], faults };
}

function holderIn(cell: Cells): HolderName | 'no-holder' | 'two-holders' {
  const [customer, organisation] = [cell('customer'), cell('organisation')];
  if (customer && organisation) return 'two-holders';
  if (customer) return { by: 'customer', name: customer };
  return organisation ? { by: 'organisation', name: organisation } : 'no-holder';
}

type Row = Pick<WrittenContract, 'terms' | 'pauses' | 'revenue' | 'partLines'>;

function rowOf(cell: Cells, line: number, faults: LineFault[]): Row {
  const terms: WrittenTerms = {
    start: cell('start'),
    end: cell('end'),
    zone: cell('zone'),
    currency: cell('currency'),
    goods: cell('goods'),
    ladder: cell('ladder'),
    'clean years': cell('clean years'),
    seats: cell('seats'),
  };
  const pauses = pausesIn(cell('pauses'));
  if (!pauses) faults.push({ line, column: 'pauses', why: 'pauses' });
  const kind = kindNamed(cell('earns'));
  if (kind === undefined) faults.push({ line, column: 'earns', why: 'kind', what: cell('earns') });
  const part = kind && {
    kind,
    amount: cell('amount'),
    cost: cell('cost'),
    from: cell('from') || terms.start,
    to: cell('until'),
    months: cell('months'),
  };
  return { terms, pauses: pauses ?? [], revenue: part ? [part] : [], partLines: part ? [line] : [] };
}

const KINDS: Readonly<Record<string, PartDraft['kind']>> = {
  monthly: 'monthly',
  support: 'support',
  licence: 'licence',
  license: 'licence',
  resale: 'resale',
  work: 'work',
};

/** Null where nothing is earned; undefined where the word is not known. */
const kindNamed = (name: string): PartDraft['kind'] | null | undefined =>
  name === '' ? null : Object.hasOwn(KINDS, name.toLowerCase()) ? KINDS[name.toLowerCase()] : undefined;

/** `2026-03-01/2026-05-31 2026-08-01/`; undefined where it is written otherwise. */
function pausesIn(text: string): StretchDraft[] | undefined {
  const pauses = text
    .split(/[;\s]+/)
    .filter((piece) => piece !== '')
    .map((piece) => /^([^/]+)\/([^/]*)$/.exec(piece));
  return pauses.every((pause) => pause !== null) ? pauses.map(([, from = '', to = '']) => ({ from, to })) : undefined;
}

/** What a later line leaves empty stands in an earlier one; what it says otherwise is its fault. */
function joined(before: WrittenContract | undefined, row: WrittenContract, faults: LineFault[]): WrittenContract {
  if (!before) return row;
  const terms: Record<keyof WrittenTerms, string> = { ...before.terms };
  for (const term of TERMS) {
    const [old, said] = [terms[term], row.terms[term]];
    if (old === '') terms[term] = said;
    else if (said !== '' && said !== old)
      faults.push({ line: row.line, column: term, why: 'contradicts', what: String(before.line) });
  }
  return {
    ...before,
    terms,
    pauses: [...before.pauses, ...row.pauses],
    revenue: [...before.revenue, ...row.revenue],
    partLines: [...before.partLines, ...row.partLines],
    lines: [...before.lines, ...row.lines],
  };
}
