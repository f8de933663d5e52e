import type { Contract } from '@/lib/scoring/contract';

import { contractTitle, earningsOf } from './contract-view';
import { list } from './formats';
import { t, type Words } from './words';

/** What is known of a table of contracts before anything of it is written. */
export interface ContractsPreview {
  /** Rows below the line of columns. */
  readonly rows: number;
  readonly unused: readonly string[];
  readonly contracts: readonly Previewed[];
  /** In order of lines; what is wrong, as a sentence. */
  readonly refused: readonly { readonly line: number; readonly why: string }[];
}

export interface Previewed {
  readonly contract: Contract;
  /** Who holds it. */
  readonly name: string;
  /** One of that holder and first day is on record: this takes its place. */
  readonly replaces: boolean;
}

/** The preview in words. */
export interface ContractsTableView {
  /** *14 rows were read. 12 contracts can be taken over. Nothing is written yet.* */
  readonly said: string;
  readonly unused?: string;
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly days: string;
    readonly earns: string;
    readonly replaces?: string;
  }[];
  /** *and 3 more contracts* */
  readonly more?: string;
  readonly refused?: { readonly title: string; readonly rows: readonly string[] };
}

/** So many contracts and so many refused rows are shown; the rest is counted. */
const MOST = { contracts: 8, refused: 20 } as const;

export function contractsTable(preview: ContractsPreview, words: Words): ContractsTableView {
  const { rows, unused, contracts, refused } = preview;
  const more = contracts.length - MOST.contracts;
  return {
    said: [t(words, 'table.read', { count: rows }), takesSaid(contracts, words), t(words, 'table.nothing-yet')].join(
      ' ',
    ),
    ...(unused.length > 0 && { unused: t(words, 'table.unused', { columns: list(words, unused) }) }),
    rows: contracts.slice(0, MOST.contracts).map(({ contract, name, replaces }) => ({
      id: contract.id,
      name,
      days: contractTitle(contract, words),
      earns: list(words, earningsOf(contract, words)),
      ...(replaces && { replaces: t(words, 'table.replacing') }),
    })),
    ...(more > 0 && { more: t(words, 'table.preview.more', { count: more }) }),
    ...(refused.length > 0 && { refused: refusedView(refused, words) }),
  };
}

function takesSaid(contracts: readonly Previewed[], words: Words): string {
  if (contracts.length === 0) return t(words, 'table.contracts.none');
  const takes = t(words, 'table.contracts', { count: contracts.length });
  const count = contracts.filter(({ replaces }) => replaces).length;
  return count === 0 ? takes : `${takes} ${t(words, 'table.replaces', { count })}`;
}

function refusedView(refused: ContractsPreview['refused'], words: Words): { title: string; rows: string[] } {
  const more = refused.length - MOST.refused;
  return {
    title: t(words, 'table.refused', { count: refused.length }),
    rows: [
      ...refused
        .slice(0, MOST.refused)
        .map(({ line, why }) => t(words, 'table.refused.row', { line: String(line), why })),
      ...(more > 0 ? [t(words, 'table.refused.more', { count: more })] : []),
    ],
  };
}
