import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { run } from '../processes.ts';
import { GROUND } from './ground.ts';

/** One change to the source, and what the tests made of it. */
export interface Mutant {
  readonly id: string;
  /** Below lib/scoring/. */
  readonly file: string;
  readonly line: number;
  /** The source at that place before and after, on one line. */
  readonly before: string;
  readonly after: string;
  readonly status: Status;
  /** How many tests ran against it; a run that ends by its time does not say. */
  readonly tests: number;
}

/** *RuntimeError*: a test file could not even be read with it; StrykerJS counts it neither way. */
export type Status = 'Killed' | 'Survived' | 'Timeout' | 'NoCoverage' | 'RuntimeError' | 'CompileError' | 'Ignored';

interface Place {
  readonly line: number;
  readonly column: number;
}

interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly source: string;
        readonly mutants: readonly {
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly status: Status;
          readonly testsCompleted?: number;
          readonly location: { readonly start: Place; readonly end: Place };
        }[];
      }
    >
  >;
}

export interface Asked {
  /** StrykerJS's globs, `lib/scoring/limit.ts:10-12` for some lines. */
  readonly mutate: readonly string[];
  readonly concurrency: number;
  readonly show?: boolean;
}

const REPORT = 'report.json';
const CONFIG = 'stryker.config.json';

/** Runs StrykerJS in its ground. */
export async function mutants({ mutate, concurrency, show }: Asked): Promise<readonly Mutant[]> {
  const config = {
    testRunner: 'vitest',
    coverageAnalysis: 'perTest',
    inPlace: true,
    mutate,
    concurrency,
    reporters: show ? ['json', 'progress-append-only'] : ['json'],
    jsonReporter: { fileName: REPORT },
    allowConsoleColors: false,
    timeoutFactor: 2,
  };
  writeFileSync(join(GROUND, CONFIG), JSON.stringify(config));
  rmSync(join(GROUND, REPORT), { force: true });
  const bin = join(GROUND, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { code, output } = await run('node', [bin, 'run', CONFIG], { cwd: GROUND, ...(show && { show }) });
  if (code !== 0) throw new Error(`StrykerJS could not run; it said:\n${output}`);
  return read(JSON.parse(readFileSync(join(GROUND, REPORT), 'utf8')) as Report);
}

export const read = ({ files }: Report): readonly Mutant[] =>
  Object.entries(files).flatMap(([path, { source, mutants: all }]) =>
    all.map(({ mutatorName, replacement = '', status, testsCompleted = 0, location: { start, end } }) => ({
      id: `${path}:${start.line}:${start.column}-${end.line}:${end.column} ${mutatorName} ${replacement}`,
      file: path.replace('lib/scoring/', ''),
      line: start.line,
      before: brief(between(source, start, end)),
      after: brief(replacement),
      status,
      tests: testsCompleted,
    })),
  );

const LONGEST = 70;

function brief(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ').replaceAll('`', "'").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** Lines and columns count from one. */
function between(source: string, start: Place, end: Place): string {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  const last = lines.length - 1;
  return lines
    .map((line, index) => line.slice(index === 0 ? start.column - 1 : 0, index === last ? end.column - 1 : undefined))
    .join('\n');
}
