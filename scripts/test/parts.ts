import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { findChromium, findFirefox } from '../browsers.ts';
import { runSteps } from '../check/step.ts';
import { steps } from '../check/steps.ts';
import { ROOT, run } from '../processes.ts';
import { buildForTests } from './e2e-build.ts';
import { fromPlaywright, fromVitest, judged, type Reported } from './reports.ts';
import { NOTHING } from './tally.ts';

/** One of the things that `npm test` does. `more` is for its tool: a file, a title. */
export interface Part {
  readonly name: string;
  test(more: readonly string[]): Promise<Reported>;
}

type Environment = Readonly<Record<string, string>>;

interface Runner {
  readonly name: string;
  readonly command: readonly string[];
  /** Gets what the part needs, or throws with the sentence why this machine cannot have it. */
  readonly means?: () => Promise<Environment>;
  readonly read: (report: never) => Reported;
}

const REPORTS = join(ROOT, '.output/reports');
/** A tool that finds out itself that it cannot run here ends with this code, and says `skipped: ` and why. */
const CANNOT = 3;

const vitest = (name: string, config: string, ...args: readonly string[]): Runner => ({
  name,
  command: [
    'vitest',
    'run',
    '--config',
    config,
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORTS}/${name}.json`,
  ],
  read: fromVitest,
});

async function chromium(): Promise<Environment> {
  const NOCLAIMS_CHROMIUM = await findChromium();
  await buildForTests('chrome');
  return { NOCLAIMS_CHROMIUM };
}

async function firefox(): Promise<Environment> {
  const NOCLAIMS_FIREFOX = await findFirefox();
  await buildForTests('firefox');
  return { NOCLAIMS_FIREFOX };
}

const runners: readonly Runner[] = [
  vitest('unit', 'vitest.config.ts'),
  { name: 'e2e', command: ['playwright', 'test'], means: chromium, read: fromPlaywright },
  { ...vitest('firefox', 'vitest.browsers.config.ts', '--dir', 'test/firefox'), means: firefox },
  { ...vitest('live', 'vitest.browsers.config.ts', '--dir', 'test/live'), means: chromium },
];

export const parts: readonly Part[] = [
  { name: 'check', test: async () => ({ tally: await runSteps(steps), skips: [] }) },
  ...runners.map((runner) => ({ name: runner.name, test: (more: readonly string[]) => tested(runner, more) })),
];

async function tested({ name, command, means, read }: Runner, more: readonly string[]): Promise<Reported> {
  const got = await (means?.() ?? Promise.resolve({})).catch((error: unknown) => String(error));
  if (typeof got === 'string') return skipped(name, got);

  const report = join(REPORTS, `${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const [program = '', ...args] = command;
  const { code, output } = await run(program, [...args, ...more], { env: got, show: true });
  const reason = /skipped: (.+)/.exec(output)?.[1];
  if (code === CANNOT && reason !== undefined) return skipped(name, reason);
  if (!existsSync(report)) return { tally: { ...NOTHING, failed: 1 }, skips: [] };
  return judged(read(JSON.parse(readFileSync(report, 'utf8')) as never), code);
}

const skipped = (name: string, reason: string): Reported => ({
  tally: { ...NOTHING, skipped: 1 },
  skips: [`${name}: ${reason}`],
});
