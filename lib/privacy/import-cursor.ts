import type { KeptTable } from '@/lib/store/database';
import type { JobRow } from '@/lib/store/rows';

import { TABLE_ORDER } from './format';
import type { Section } from './import-outline';

/**
 * What an import does, in order. The list of those to be left alone comes first and is applied to what is here (`apply`);
 * then it is found out whom in the file it means (`shun`), and who of them came again after they were erased (`return`).
 * At last, whoever lost a row that was refused gets one again (`orphans`).
 */
export type Stage =
  | { readonly does: 'take'; readonly table: KeptTable }
  | { readonly does: 'apply' | 'shun' | 'return' | 'orphans' };

const [FIRST, ...OTHERS] = TABLE_ORDER;

export const STAGES: readonly Stage[] = [
  { does: 'take', table: FIRST },
  { does: 'apply' },
  { does: 'shun' },
  { does: 'return' },
  ...OTHERS.map((table) => ({ does: 'take' as const, table })),
  { does: 'orphans' },
];

export const SHUN = STAGES.findIndex(({ does }) => does === 'shun');

/** How far an import has come: kept as JSON in its job, in the transaction of the rows that it counts. */
export interface ImportCursor {
  readonly fileId: string;
  readonly sections: readonly Section[];
  readonly stage: number;
  /** In the section of the stage: where its next row begins, that row's line, and rows read of it. */
  readonly place?: { readonly offset: number; readonly line: number; readonly read: number } | undefined;
  /** In a stage that walks the database: the last key. */
  readonly after?: string | undefined;
  /** Length of the list of those left alone when it was last held against the file. */
  readonly suppressions: number;
  /** Customers of the file who were erased here, and when. */
  readonly shunned: Readonly<Record<string, number>>;
  /** Of those, who made contact again. */
  readonly returned: readonly string[];
  /** Organisations of those who did not: they go again if nobody else is there. */
  readonly companies: readonly string[];
  /** Customers of the file who object to scoring. */
  readonly objecting: readonly string[];
  /** Customers of the file who are known here by another id. */
  readonly aliases: Readonly<Record<string, string>>;
}

export const firstCursor = (fileId: string, sections: readonly Section[]): ImportCursor => ({
  fileId,
  sections,
  stage: 0,
  suppressions: 0,
  shunned: {},
  returned: [],
  companies: [],
  objecting: [],
  aliases: {},
});

/** Written by `withCursor` and by nobody else. */
export const cursorOf = ({ cursor }: JobRow): ImportCursor => JSON.parse(cursor ?? '') as ImportCursor;

export const withCursor = (job: JobRow, cursor: ImportCursor): JobRow => ({ ...job, cursor: JSON.stringify(cursor) });

export const atStage = (cursor: ImportCursor, stage: number): ImportCursor => ({
  ...cursor,
  stage,
  place: undefined,
  after: undefined,
});

export const nextStage = (cursor: ImportCursor): ImportCursor => atStage(cursor, cursor.stage + 1);
