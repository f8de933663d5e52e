import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

import { whyNotTrusted } from '../../scripts/mutate/planted';
import { fromMarkdown, inMarkdown, merged, scoreOf, scoresOf } from '../../scripts/mutate/report';
import { type Mutant, read } from '../../scripts/mutate/stryker';

const mutant = (changes: Partial<Mutant> = {}): Mutant => ({
  id: '1',
  file: 'limit.ts',
  line: 50,
  before: 'at > now',
  after: 'at >= now',
  status: 'Survived',
  tests: 3,
  ...changes,
});

describe('a report of StrykerJS', () => {
  const place = (line: number, column: number) => ({ line, column });
  const reportOf = (source: string, start: [number, number], end: [number, number], replacement?: string) => ({
    files: {
      'lib/scoring/ladders/axa.ts': {
        source,
        mutants: [
          {
            mutatorName: 'EqualityOperator',
            ...(replacement !== undefined && { replacement }),
            status: 'Killed' as const,
            testsCompleted: 2,
            location: { start: place(...start), end: place(...end) },
          },
        ],
      },
    },
  });

  it('is read with the changed piece of the source', () => {
    expect(read(reportOf('a();\nif (b > c) d();\n', [2, 5], [2, 10], 'b >= c'))).toEqual([
      {
        id: 'lib/scoring/ladders/axa.ts:2:5-2:10 EqualityOperator b >= c',
        file: 'ladders/axa.ts',
        line: 2,
        before: 'b > c',
        after: 'b >= c',
        status: 'Killed',
        tests: 2,
      },
    ]);
  });

  it('puts several lines on one, without marks of code, and not too long', () => {
    const [one] = read(reportOf('x = {\n  a: `b`,\n};', [1, 5], [3, 2], `${'y'.repeat(70)}z`));
    expect(one?.before).toBe("{ a: 'b', }");
    expect(one?.after).toBe(`${'y'.repeat(70)}…`);
  });

  it('knows of no tests where it does not say', () => {
    const report = reportOf('a > b', [1, 1], [1, 6]);
    delete (report.files['lib/scoring/ladders/axa.ts'].mutants[0] as { testsCompleted?: number }).testsCompleted;
    expect(read(report)).toMatchObject([{ tests: 0, after: '' }]);
  });
});

describe('scores', () => {
  it('count a run without end as noticed, and a line that no test reaches as alive', () => {
    const statuses = ['Killed', 'Killed', 'Timeout', 'Survived', 'NoCoverage', 'RuntimeError'] as const;
    const [score] = scoresOf(
      statuses.map((status) => mutant({ status, tests: status === 'Killed' ? 4 : 1 })),
      '2026-11-25',
    );
    expect(score).toMatchObject({ file: 'limit.ts', detected: 3, timedOut: 1, tests: 3, date: '2026-11-25' });
    expect(score?.alive.map(({ change }) => change)).toEqual([
      '`at > now` → `at >= now`',
      '`at > now` → `at >= now`, no test comes here',
    ]);
  });

  it('name those alive from top to bottom', () => {
    const [score] = scoresOf([mutant({ line: 9 }), mutant({ line: 3 })], '');
    expect(score?.alive.map(({ line }) => line)).toEqual([3, 9]);
  });

  it('are shares of all mutants, not means of files', () => {
    const many = Array.from({ length: 9 }, () => mutant({ status: 'Killed' }));
    expect(scoreOf(scoresOf([...many, mutant({ file: 'rate.ts' })], ''))).toBe(90);
  });
});

describe('the page', () => {
  const first = scoresOf(
    [mutant(), mutant({ line: 61, after: '' }), mutant({ file: 'rate.ts', status: 'Killed' })],
    '2026-11-24',
  );

  it('is read back as it was written', () => {
    const reasoned = first.map((score) => ({
      ...score,
      alive: score.alive.map((one, index) => (index === 0 ? { ...one, reason: 'Never at that `instant`.' } : one)),
    }));
    expect(fromMarkdown(inMarkdown(reasoned, 'S 1'))).toEqual(reasoned);
  });

  it('is read back with cells of one width', () => {
    const padded = inMarkdown(first, 'S 1').replace(
      '| limit.ts | 0 | 2 | 0 | 0.0 |',
      '| limit.ts  |    0 |  2 | 0 |  0.0 |',
    );
    expect(fromMarkdown(padded)).toEqual(first);
  });

  it('says what it rests on', () => {
    const text = inMarkdown([...first, ...scoresOf([mutant({ file: 'a.ts' })], '2026-11-25')], 'StrykerJS 1');
    expect(text).toContain('**25.0 %** of 4 mutants');
    expect(text).toContain('3.0 tests ran against a mutant');
    expect(text).toContain('from 2026-11-24 to 2026-11-25 with StrykerJS 1');
    expect(inMarkdown(first, '')).toContain('on 2026-11-24');
  });

  it('keeps a reason with its change, wherever the line is now, and once for each', () => {
    const old = [{ ...first[0]!, alive: [{ line: 50, change: '`at > now` → `at >= now`', reason: 'Equal is late.' }] }];
    const fresh = scoresOf([mutant({ line: 48 }), mutant({ line: 49 }), mutant({ after: 'true' })], '2026-11-25');
    const [score] = merged(old, fresh, new Set(['limit.ts']));
    expect(score?.alive.map(({ line, reason }) => [line, reason])).toEqual([
      [48, 'Equal is late.'],
      [49, undefined],
      [50, undefined],
    ]);
  });

  it('keeps what was not looked at, and forgets files that are gone', () => {
    const fresh = scoresOf([mutant({ file: 'evidence.ts' })], '2026-11-25');
    const after = merged(first, fresh, new Set(['rate.ts', 'evidence.ts']));
    expect(after.map(({ file, date }) => [file, date])).toEqual([
      ['evidence.ts', '2026-11-25'],
      ['rate.ts', '2026-11-24'],
    ]);
  });
});

describe('planted mutants', () => {
  const killed = { line: 3, status: 'Killed', tests: 1 };
  const unseen = { line: 4, status: 'Survived', tests: 1 };

  it('vouch for the tool when they die and live as they must', () => {
    expect(whyNotTrusted([killed, unseen])).toEqual([]);
  });

  it.each([
    { wrong: 'one that must die lives', planted: [{ ...killed, status: 'Survived' }, unseen], says: /line 3 live/ },
    { wrong: 'all die', planted: [killed, { ...unseen, status: 'Killed' }], says: /test looks away/ },
    { wrong: 'no test ran', planted: [killed, { ...unseen, tests: 0 }], says: /no test/ },
    { wrong: 'there are none', planted: [], says: /every line/ },
  ])('do not when $wrong', ({ planted, says }) => {
    expect(whyNotTrusted(planted).join(' ')).toMatch(says);
  });
});

it('runs on the Vitest and the fast-check of the project', () => {
  const at = (path: string): { version: string; dependencies: Record<string, string> } =>
    JSON.parse(readFileSync(join(import.meta.dirname, '../..', path), 'utf8'));
  const { dependencies } = at('scripts/mutate/package.json');
  for (const name of ['vitest', 'fast-check']) {
    expect(dependencies[name]).toBe(at(`node_modules/${name}/package.json`).version);
  }
});
