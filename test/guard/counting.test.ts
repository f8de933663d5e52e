import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { fromPlaywright, fromVitest, judged, type PlaywrightReport } from '../../scripts/test/reports.ts';
import { exitCode, inWords, NOTHING, sum } from '../../scripts/test/tally.ts';

const tally = fc.record({ passed: fc.nat(), failed: fc.nat(), skipped: fc.nat() });
const green = { passed: 3, failed: 0, skipped: 0 };

describe('the last line', () => {
  it('names all three counts', () => {
    expect(inWords({ passed: 412, failed: 0, skipped: 2 })).toBe('412 passed, 0 failed, 2 skipped');
  });

  it('does not depend on the order of the parts', () => {
    fc.assert(
      fc.property(tally, tally, (one, other) => {
        expect(sum(one, other)).toEqual(sum(other, one));
      }),
    );
  });
});

describe('the exit code', () => {
  it.each([
    { run: 'all passed', tally: { passed: 3, failed: 0, skipped: 0 }, code: 0 },
    { run: 'some skipped', tally: { passed: 3, failed: 0, skipped: 2 }, code: 0 },
    { run: 'one failed', tally: { passed: 3, failed: 1, skipped: 0 }, code: 1 },
    { run: 'nothing was tested', tally: NOTHING, code: 1 },
    { run: 'everything was skipped', tally: { passed: 0, failed: 0, skipped: 4 }, code: 1 },
  ])('$run → $code', ({ tally: counted, code }) => {
    expect(exitCode(counted)).toBe(code);
  });
});

describe('a report of Playwright', () => {
  const spec = (title: string, status: 'expected' | 'unexpected' | 'flaky' | 'skipped', reason?: string) => ({
    title,
    tests: [{ status, annotations: reason ? [{ type: 'skip', description: reason }] : [] }],
  });
  const report: PlaywrightReport = {
    errors: [],
    suites: [
      { specs: [spec('shows a badge', 'expected')], suites: [{ specs: [spec('opens the card', 'unexpected')] }] },
      { specs: [spec('sometimes', 'flaky'), spec('asks for access', 'skipped', 'no display here')] },
    ],
  };

  it('counts what lies in suites within suites, and takes no flaky test for a passed one', () => {
    expect(fromPlaywright(report).tally).toEqual({ passed: 1, failed: 2, skipped: 1 });
  });

  it('says why a test was skipped', () => {
    expect(fromPlaywright(report).skips).toEqual(['asks for access: no display here']);
  });

  it('counts an error outside all tests', () => {
    expect(fromPlaywright({ errors: [{ message: 'no build' }], suites: [] }).tally.failed).toBe(1);
  });
});

describe('a report of Vitest', () => {
  const file = (status: string, ...tests: readonly string[]) => ({
    name: 'ladder.test.ts',
    status,
    assertionResults: tests.map((one) => ({ fullName: `a ${one} test`, status: one })),
  });

  it('counts tests', () => {
    const { tally: counted, skips } = fromVitest({
      testResults: [file('failed', 'passed', 'failed', 'skipped', 'todo')],
    });
    expect(counted).toEqual({ passed: 1, failed: 1, skipped: 2 });
    expect(skips).toEqual(['a skipped test', 'a todo test']);
  });

  it('counts a file that could not even be loaded', () => {
    expect(fromVitest({ testResults: [file('failed'), file('passed', 'passed')] }).tally).toEqual({
      ...green,
      passed: 1,
      failed: 1,
    });
  });
});

describe('a runner that ends badly', () => {
  it.each([
    { code: 0, tally: green, failed: 0 },
    { code: 1, tally: green, failed: 1 },
    { code: 1, tally: { ...green, failed: 2 }, failed: 2 },
  ])('code $code with $tally.failed failed → $failed failed', ({ code, tally: counted, failed }) => {
    expect(judged({ tally: counted, skips: [] }, code).tally.failed).toBe(failed);
  });
});
