import type { Contract } from '@/lib/scoring/contract';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { contractOf } from '@/lib/text/contract-check';
import type { ContractDraft } from '@/lib/text/contract-draft';
import type { ContractsPreview, Previewed } from '@/lib/text/contracts-table';
import { t, type Words } from '@/lib/text/words';

import { findHolders, type FoundHolder } from './contract-holders';
import { readContracts, type Column, type LineFault, type WrittenContract } from './contracts-read';

/** What a table is held against. */
export interface PreviewFacts {
  readonly db: NoclaimsDatabase;
  readonly words: Words;
  /** Where a line names no currency. */
  readonly currency: string;
  /** Ids of ladders that one can choose from. */
  readonly ladders: readonly string[];
}

export type Preview =
  | { readonly ok: true; readonly preview: ContractsPreview }
  | { readonly ok: false; readonly why: string };

/** Reads a table of contracts and says what would be taken over. A contract is taken whole or not at all; nothing is written. */
export async function previewContracts(text: string, facts: PreviewFacts): Promise<Preview> {
  const table = readContracts(text);
  if (!table.ok) return { ok: false, why: wholeFault(table, facts.words) };
  const refused = new Map<number, string>(
    table.faults.map((fault) => [fault.line, lineSaid(fault, facts.words)] as const),
  );
  const holders = await findHolders(
    facts.db,
    table.contracts.map(({ holder }) => holder),
  );
  const ids = holders.flatMap((found) => ('holder' in found ? [found.holder] : []));
  const onRecord = Map.groupBy(await facts.db.contracts.where('holder').anyOf(ids).toArray(), ({ holder }) => holder);
  const contracts = table.contracts.flatMap((written, index) => {
    const holder = holders[index] ?? { why: 'nobody' };
    const before = 'holder' in holder ? (onRecord.get(holder.holder) ?? []) : [];
    return previewOne(written, { ...facts, holder, before }, refused) ?? [];
  });
  const rows = [...refused].map(([line, why]) => ({ line, why })).toSorted((a, b) => a.line - b.line);
  return { ok: true, preview: { rows: table.rows, unused: table.unused, contracts, refused: rows } };
}

function wholeFault(fault: Extract<ReturnType<typeof readContracts>, { ok: false }>, words: Words): string {
  return fault.why === 'column'
    ? t(words, 'table.wrong.column', { column: fault.column })
    : t(words, `table.wrong.${fault.why}`);
}

/** Of whom a contract is, and what they have on record. */
interface Held {
  readonly holder: FoundHolder;
  readonly before: readonly Contract[];
}

function previewOne(
  written: WrittenContract,
  { words, currency, ladders, holder, before }: PreviewFacts & Held,
  refused: Map<number, string>,
): Previewed | undefined {
  const known = 'holder' in holder ? holder : undefined;
  const same = before.find(({ start }) => start === written.terms.start);
  const own = { id: same?.id ?? crypto.randomUUID(), holder: known?.holder ?? '', currency };
  const checked = contractOf(draftFrom(written, own), ladders, words);
  if ('why' in holder) {
    refuse(refused, written.line, t(words, `table.wrong.${holder.why}`, { name: written.holder.name }));
  }
  if (!checked.ok) {
    for (const [field, why] of checked.faults) {
      const { line, column } = placeOf(field, written);
      refuse(refused, line, t(words, 'table.refused.field', { column, why }));
    }
  }
  const bad = written.lines.find((line) => refused.has(line));
  if (bad === undefined && known && checked.ok) {
    return { contract: checked.contract, name: known.name, replaces: same !== undefined };
  }
  for (const line of written.lines) refuse(refused, line, t(words, 'table.wrong.with', { line: String(bad) }));
  return undefined;
}

/** The first thing that is wrong with a line is said of it. */
function refuse(refused: Map<number, string>, line: number, why: string): void {
  if (!refused.has(line)) refused.set(line, why);
}

function draftFrom(
  { terms, pauses, revenue }: WrittenContract,
  { id, holder, currency }: Pick<ContractDraft, 'id' | 'holder' | 'currency'>,
): ContractDraft {
  const { start, end, zone, goods, ladder, seats } = terms;
  return {
    id,
    holder,
    start,
    end,
    zone,
    pauses,
    currency: terms.currency || currency,
    revenue,
    goods,
    ladderId: ladder,
    priorYears: terms['clean years'],
    seats,
  };
}

const PART_COLUMNS: Readonly<Record<string, Column>> = {
  amount: 'amount',
  cost: 'cost',
  from: 'from',
  to: 'until',
  months: 'months',
};
const TERM_COLUMNS: Readonly<Record<string, Column>> = {
  start: 'start',
  end: 'end',
  zone: 'zone',
  currency: 'currency',
  goods: 'goods',
  ladderId: 'ladder',
  priorYears: 'clean years',
  seats: 'seats',
};

/** Where in the table a field of a draft stands: *revenue.2.amount* in the line of the third part. */
function placeOf(field: string, { line, partLines }: WrittenContract): { line: number; column: Column } {
  const [whole = '', index, part = ''] = field.split('.');
  if (whole === 'revenue') return { line: partLines[Number(index)] ?? line, column: PART_COLUMNS[part] ?? 'amount' };
  return { line, column: TERM_COLUMNS[whole] ?? 'pauses' };
}

function lineSaid({ column, why, what = '' }: LineFault, words: Words): string {
  const said =
    why === 'kind'
      ? t(words, 'table.wrong.kind', { kind: what })
      : why === 'contradicts'
        ? t(words, 'table.wrong.contradicts', { line: what })
        : t(words, `table.wrong.${why}`);
  return column ? t(words, 'table.refused.field', { column, why: said }) : said;
}
