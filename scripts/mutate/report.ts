import type { Mutant, Status } from './stryker.ts';

/** What is known of one file of lib/scoring. */
export interface FileScore {
  readonly file: string;
  readonly detected: number;
  /** Of those detected: by a run that did not end. */
  readonly timedOut: number;
  readonly alive: readonly Survivor[];
  /** Tests that ran against a mutant, on average. */
  readonly tests: number;
  /** `2026-11-25` */
  readonly date: string;
}

export interface Survivor {
  readonly line: number;
  /** The change, as Markdown. */
  readonly change: string;
  /** Why no test needs to see it; a person's word, kept from run to run. */
  readonly reason?: string;
}

export const WANTED = 85;

const is =
  (...wanted: readonly Status[]) =>
  ({ status }: Mutant): boolean =>
    wanted.includes(status);

export function scoresOf(mutants: readonly Mutant[], date: string): readonly FileScore[] {
  const files = Map.groupBy(mutants, ({ file }) => file);
  return [...files].map(([file, all]) => {
    const run = all.filter(is('Killed', 'Survived'));
    return {
      file,
      detected: all.filter(is('Killed', 'Timeout')).length,
      timedOut: all.filter(is('Timeout')).length,
      alive: all
        .filter(is('Survived', 'NoCoverage'))
        .map(survivor)
        .toSorted((a, b) => a.line - b.line),
      tests: run.length > 0 ? run.reduce((sum, { tests }) => sum + tests, 0) / run.length : 0,
      date,
    };
  });
}

const survivor = ({ line, before, after, status }: Mutant): Survivor => ({
  line,
  change: `\`${before}\` → ${after === '' ? 'nothing' : `\`${after}\``}${status === 'NoCoverage' ? ', no test comes here' : ''}`,
});

/** The new scores beside those of files that were not looked at; reasons stay with their change, wherever its line is now. */
export function merged(
  old: readonly FileScore[],
  fresh: readonly FileScore[],
  existing: ReadonlySet<string>,
): readonly FileScore[] {
  const looked = new Set(fresh.map(({ file }) => file));
  const kept = old.filter(({ file }) => existing.has(file) && !looked.has(file));
  const reasoned = fresh.map((score) => {
    const known = old.find(({ file }) => file === score.file)?.alive.filter(({ reason }) => reason) ?? [];
    return { ...score, alive: withReasons(score.alive, known) };
  });
  return [...kept, ...reasoned].toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

/** The same change can stand in a file more than once: each reason is used once, in order. */
function withReasons(alive: readonly Survivor[], known: readonly Survivor[]): readonly Survivor[] {
  const left = [...known];
  return alive.map((one) => {
    const at = left.findIndex(({ change }) => change === one.change);
    const [found] = at < 0 ? [] : left.splice(at, 1);
    return found?.reason ? { ...one, reason: found.reason } : one;
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const of = (detected: number, alive: number): number =>
  detected + alive > 0 ? (100 * detected) / (detected + alive) : 100;

/** Percent of the mutants that the tests noticed. */
export const scoreOf = (scores: readonly FileScore[]): number =>
  of(sum(scores.map(({ detected }) => detected)), sum(scores.map(({ alive }) => alive.length)));

const INTRODUCTION = `# Mutation tests

\`npm run mutate\` changes lib/scoring in one place at a time (a \`<\` becomes \`<=\`, a branch is never taken) and runs the tests that come by. A change that no test notices has survived: a test is missing, or the change makes no difference, and then the line below it says why. \`npm run mutate -- --only limit.ts\` looks at a part and leaves the rest of this page as it is; what is written below a survivor stays while the change is the same.

Before it measures, it plants a file whose mutants are known. Unless those that must die do, those that must live do, and tests ran against every one, there is no report.`;

export function inMarkdown(scores: readonly FileScore[], versions: string): string {
  const detected = sum(scores.map((one) => one.detected));
  const all = detected + sum(scores.map(({ alive }) => alive.length));
  const dates = scores.map(({ date }) => date).toSorted();
  const [from, to] = [dates.at(0) ?? '', dates.at(-1) ?? ''];
  const tests = sum(scores.map((one) => one.tests * (one.detected + one.alive.length))) / Math.max(1, all);
  return [
    INTRODUCTION,
    '',
    `**${scoreOf(scores).toFixed(1)} %** of ${all} mutants were noticed; ${WANTED} % are wanted. ${tests.toFixed(1)} tests ran against a mutant on average. Measured ${from === to ? `on ${from}` : `from ${from} to ${to}`} with ${versions}.`,
    '',
    '## Files',
    '',
    '| file | noticed | alive | by time | score | tests a mutant | date |',
    '| --- | --: | --: | --: | --: | --: | --- |',
    ...scores.map(row),
    '',
    '## Survivors',
    ...scores.filter(({ alive }) => alive.length > 0).flatMap(survivorsIn),
    '',
  ].join('\n');
}

const row = ({ file, detected, alive, timedOut, tests, date }: FileScore): string =>
  `| ${file} | ${detected} | ${alive.length} | ${timedOut} | ${of(detected, alive.length).toFixed(1)} | ${tests.toFixed(1)} | ${date} |`;

const survivorsIn = ({ file, alive }: FileScore): readonly string[] => [
  '',
  `### ${file}`,
  '',
  ...alive.flatMap(({ line, change, reason }) => [`- line ${line}: ${change}`, ...(reason ? [`  - ${reason}`] : [])]),
];

/** What an earlier report says. */
export function fromMarkdown(text: string): readonly FileScore[] {
  const [table = '', lists = ''] = text.split('\n## Survivors\n');
  const alive = new Map(lists.split('\n### ').map((part) => [part.split('\n', 1)[0]?.trim() ?? '', survivorsOf(part)]));
  return [
    ...table.matchAll(/^\| *(\S+\.ts) *\| *(\d+) *\| *\d+ *\| *(\d+) *\| *[\d.]+ *\| *([\d.]+) *\| *(\S+) *\|$/gm),
  ].map(([, file = '', detected, timedOut, tests, date = '']) => ({
    file,
    detected: Number(detected),
    timedOut: Number(timedOut),
    alive: alive.get(file) ?? [],
    tests: Number(tests),
    date,
  }));
}

const survivorsOf = (part: string): readonly Survivor[] =>
  [...part.matchAll(/^- line (\d+): (.+)(?:\n {2}- (.+))?$/gm)].map(([, line, change = '', reason]) => ({
    line: Number(line),
    change,
    ...(reason && { reason }),
  }));
