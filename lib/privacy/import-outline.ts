import * as v from 'valibot';

import type { Misfit } from '@/lib/text/import-said';

import { FORMAT, FORMAT_VERSION, TABLE_ORDER } from './format';
import { linesFrom } from './lines';

/** Where the rows of a table lie in the file. */
export interface Section {
  readonly table: string;
  /** Of the first byte of the first row. */
  readonly offset: number;
  /** Of the first row, from 1. */
  readonly line: number;
  readonly rows: number;
}

export type Outline =
  | { readonly ok: true; readonly madeAt: number; readonly sections: readonly Section[] }
  | { readonly ok: false; readonly why: Misfit };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const header = v.object({
  format: v.literal(FORMAT),
  version: count,
  madeAt: v.number(),
  counts: v.record(v.string(), count),
});

/** Characters within which the tables must begin. */
const LONGEST_HEADER = 65_536;
const OPENING = /^"(\w+)":\[$/;
const misfit = (kind: 'foreign' | 'rewritten' | 'truncated'): Outline => ({ ok: false, why: { kind } });

interface Reading {
  head: string;
  inTables: boolean;
  open?: { table: string; offset: number; line: number; rows: number };
  ended: boolean;
  readonly sections: Section[];
}

/**
 * The first pass: whether the file is an export of ours, whole, and with as many rows as it says. A file of somebody else is
 * known by its first lines and not read further. Nothing is written.
 */
export async function outlineOf(blob: Blob): Promise<Outline> {
  const reading: Reading = { head: '', inTables: false, ended: false, sections: [] };
  let line = 0;
  for await (const lines of linesFrom(blob, 0)) {
    for (const { text, next, endless } of lines) {
      line += 1;
      if (endless) return misfit(isOurs({ ...reading, head: reading.head + text }) ? 'rewritten' : 'foreign');
      const wrong = take(reading, text, { next, line });
      if (wrong) return wrong;
    }
  }
  if (!reading.inTables) return misfit(isOurs(reading) ? 'truncated' : 'foreign');
  return reading.ended ? counted(reading) : misfit('truncated');
}

const OURS = new RegExp(`"format"\\s*:\\s*"${FORMAT}"`);
const isOurs = ({ head, inTables }: Reading): boolean => inTables || OURS.test(head);

function take(reading: Reading, text: string, place: { next: number; line: number }): Outline | undefined {
  if (text === '') return undefined;
  if (!reading.inTables) return takeHead(reading, text);
  const { open } = reading;
  if (reading.ended) return misfit('rewritten');
  if (open) {
    if (text !== ']' && text !== '],') open.rows += 1;
    else {
      reading.sections.push(open);
      delete reading.open;
    }
    return undefined;
  }
  const table = OPENING.exec(text)?.[1];
  if (table !== undefined) reading.open = { table, offset: place.next, line: place.line + 1, rows: 0 };
  else if (text === '}}') reading.ended = true;
  else return isCut(text) ? undefined : misfit('rewritten');
  return undefined;
}

/** The beginning of an opening or of the end: only a file that was cut here ends so. */
const isCut = (text: string): boolean => /^("\w*("(:\[?)?)?|\})$/.test(text);

function takeHead(reading: Reading, text: string): Outline | undefined {
  reading.head += text;
  if (reading.head.length > LONGEST_HEADER) return misfit(isOurs(reading) ? 'rewritten' : 'foreign');
  if (!text.endsWith('"tables":{')) return undefined;
  reading.inTables = true;
  const said = headerOf(reading.head);
  if (!said) return misfit(isOurs({ ...reading, inTables: false }) ? 'rewritten' : 'foreign');
  return said.version > FORMAT_VERSION ? { ok: false, why: { kind: 'newer', version: said.version } } : undefined;
}

function headerOf(head: string): v.InferOutput<typeof header> | undefined {
  try {
    const result = v.safeParse(header, JSON.parse(`${head}}}`));
    return result.success ? result.output : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function counted({ head, sections }: Reading): Outline {
  const said = headerOf(head);
  if (!said) return misfit('rewritten');
  const found = new Map(sections.map(({ table, rows }) => [table, rows]));
  if (found.size < sections.length) return misfit('rewritten');
  for (const table of new Set([...Object.keys(said.counts), ...found.keys()])) {
    const figures = { said: said.counts[table] ?? 0, found: found.get(table) ?? 0 };
    if (figures.said !== figures.found) return { ok: false, why: { kind: 'counts', table, ...figures } };
  }
  const ours = new Set<string>(TABLE_ORDER);
  return { ok: true, madeAt: said.madeAt, sections: sections.filter(({ table }) => ours.has(table)) };
}
