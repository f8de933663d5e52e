import { NOTHING, sum, type Tally } from './tally.ts';

export interface Reported {
  readonly tally: Tally;
  /** A line for each skipped test, with its reason where the test gave one. */
  readonly skips: readonly string[];
}

interface Annotated {
  readonly annotations?: readonly { readonly type: string; readonly description?: string }[];
}

/** The parts of Playwright's JSON report that we read. */
export interface PlaywrightReport {
  readonly errors: readonly unknown[];
  readonly suites: readonly PlaywrightSuite[];
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly { readonly title: string; readonly tests: readonly PlaywrightTest[] }[];
}

interface PlaywrightTest extends Annotated {
  readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
}

/** An error outside a test (a set-up that broke, a file that cannot be read) is a failure too, and so is a flaky test. */
export function fromPlaywright({ errors, suites }: PlaywrightReport): Reported {
  const tests = suites.flatMap(testsIn);
  const count = (...status: PlaywrightTest['status'][]): number =>
    tests.filter((one) => status.includes(one.status)).length;
  return {
    tally: {
      passed: count('expected'),
      failed: count('unexpected', 'flaky') + errors.length,
      skipped: count('skipped'),
    },
    skips: tests
      .filter(({ status }) => status === 'skipped')
      .map(({ title, annotations }) => `${title}${because(annotations)}`),
  };
}

const testsIn = ({ suites = [], specs }: PlaywrightSuite): readonly (PlaywrightTest & { readonly title: string })[] => [
  ...specs.flatMap(({ title, tests }) => tests.map((one) => ({ ...one, title }))),
  ...suites.flatMap(testsIn),
];

function because(annotations: Annotated['annotations'] = []): string {
  const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
  return reason ? `: ${reason}` : '';
}

/** The parts of Vitest's JSON report that we read. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

export function fromVitest({ testResults }: VitestReport): Reported {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (status: string): number => tests.filter((one) => one.status === status).length;
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  return {
    tally: { passed: count('passed'), failed: count('failed') + broken.length, skipped: skipped.length },
    skips: skipped.map(({ fullName }) => fullName),
  };
}

/** A runner that ends badly without a failed test has failed itself. */
export function judged({ tally, skips }: Reported, code: number): Reported {
  const failure: Tally = { ...NOTHING, failed: 1 };
  return { tally: code !== 0 && tally.failed === 0 ? sum(tally, failure) : tally, skips };
}
