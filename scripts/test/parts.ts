import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { runSteps } from '../check/step.ts';
import { steps } from '../check/steps.ts';
import { ROOT, run } from '../processes.ts';
import {
  CANNOT,
  chromium,
  chromiumAndRequestTracker,
  endRequestTracker,
  firefox,
  whySkipped,
  type Means,
} from './means.ts';
import { fromPlaywright, fromVitest, judged, type Reported } from './reports.ts';
import { NOTHING } from './tally.ts';

/** One of the things that `npm test` does. `more` is for its tool: a file, a title. */
export interface Part {
  readonly name: string;
  test(more: readonly string[]): Promise<Reported>;
}

interface Runner {
  readonly name: string;
  readonly command: readonly string[];
  readonly means: () => Promise<Means>;
  readonly read: (report: never) => Reported;
}

const REPORTS = join(ROOT, '.output/reports');
const BROWSERS = ['--config', 'vitest.browsers.config.ts'];
const nothing = async (): Promise<Means> => ({ kind: 'ready', env: {} });

function vitest(name: string, means: Runner['means'], ...args: readonly string[]): Runner {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${REPORTS}/${name}.json`];
  return { name, means, command: ['vitest', 'run', ...args, ...reporters], read: fromVitest };
}

const RUNNERS: readonly Runner[] = [
  vitest('unit', nothing),
  { name: 'e2e', means: chromium, command: ['playwright', 'test'], read: fromPlaywright },
  vitest('firefox', firefox, ...BROWSERS, 'test/firefox'),
  vitest('live', chromiumAndRequestTracker, ...BROWSERS, 'test/live'),
];

export const parts: readonly Part[] = [
  { name: 'check', test: async () => ({ tally: await runSteps(steps), skips: [] }) },
  ...RUNNERS.map((runner) => ({ name: runner.name, test: (more: readonly string[]) => tested(runner, more) })),
];

async function tested(runner: Runner, more: readonly string[]): Promise<Reported> {
  try {
    const means = await runner.means();
    if (means.kind === 'cannot') return skipped(runner.name, means.why);
    return await ran(runner, means.env, more);
  } catch (error) {
    console.error(error);
    return BROKEN;
  } finally {
    endRequestTracker();
  }
}

async function ran(
  { name, command, read }: Runner,
  env: Readonly<Record<string, string>>,
  more: readonly string[],
): Promise<Reported> {
  const report = join(REPORTS, `${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const [program = '', ...args] = command;
  const { code, output } = await run(program, [...args, ...more], { env, show: true });
  if (code === CANNOT) return skipped(name, whySkipped(output) ?? 'it did not say why');
  if (!existsSync(report)) return BROKEN;
  return judged(read(JSON.parse(readFileSync(report, 'utf8')) as never), code);
}

/** It did not even come to testing. */
const BROKEN: Reported = { tally: { ...NOTHING, failed: 1 }, skips: [] };

const skipped = (name: string, why: string): Reported => ({
  tally: { ...NOTHING, skipped: 1 },
  skips: [`${name}: ${why}`],
});
