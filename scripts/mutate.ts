import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { GROUND, layOut, plant, unplant } from './mutate/ground.ts';
import { PLANTED, whyNotTrusted } from './mutate/planted.ts';
import { fromMarkdown, inMarkdown, merged, scoreOf, scoresOf, WANTED } from './mutate/report.ts';
import { type Asked, type Mutant, mutants } from './mutate/stryker.ts';
import { endAllOnSignal, ROOT, run } from './processes.ts';

/** How many changes to lib/scoring its tests notice: docs/MUTATION.md is the result, and explains. */
const { values: wish } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: ['**/*.ts'] },
    concurrency: { type: 'string', default: String(availableParallelism()) },
  },
});

const REPORT = join(ROOT, 'docs/MUTATION.md');
const concurrency = Number(wish.concurrency);

async function proveItself(): Promise<void> {
  plant();
  const planted = await mutants({ mutate: [PLANTED.source], concurrency: 1 });
  unplant();
  const wrongs = whyNotTrusted(planted);
  if (wrongs.length > 0)
    throw new Error(`StrykerJS cannot be trusted here, so nothing is reported. ${wrongs.join(' ')}`);
  const killed = planted.filter(({ status }) => status === 'Killed').length;
  console.log(`planted: ${killed} mutants died, ${planted.length - killed} lived, as they must`);
}

const isUnmeasured = ({ status, tests }: Mutant): boolean => status === 'Survived' && tests === 0;

/** Under load a run can end before any test ran, and StrykerJS takes it for a survivor (stryker-js #6073): it is run again. */
async function measured(asked: Asked): Promise<readonly Mutant[]> {
  let all = await mutants(asked);
  for (let tries = 0; tries < 3 && all.some(isUnmeasured); tries += 1) {
    const places = all.filter(isUnmeasured).map(({ file, line }) => `lib/scoring/${file}:${line}-${line}`);
    const again = new Map((await mutants({ ...asked, mutate: [...new Set(places)] })).map((one) => [one.id, one]));
    all = all.map((one) => (isUnmeasured(one) ? (again.get(one.id) ?? one) : one));
  }
  const left = all.filter(isUnmeasured);
  if (left.length === 0) return all;
  const where = left.map(({ file, line }) => `${file}:${line}`).join(', ');
  throw new Error(
    `No test ran against ${left.length} mutants (${where}), so nothing is reported. Run it on a calmer machine.`,
  );
}

function versions(): string {
  const of = (name: string): string =>
    (JSON.parse(readFileSync(join(GROUND, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
      .version;
  return `StrykerJS ${of('@stryker-mutator/core')} and Vitest ${of('vitest')}`;
}

endAllOnSignal();
await layOut();
await proveItself();
const fresh = await measured({ mutate: wish.only.map((glob) => `lib/scoring/${glob}`), concurrency, show: true });
const ran = fresh.reduce((sum, { tests }) => sum + tests, 0);
if (ran === 0)
  throw new Error('No test ran against any mutant, so nothing is reported. Does --only name a file of lib/scoring?');

const old = existsSync(REPORT) ? fromMarkdown(readFileSync(REPORT, 'utf8')) : [];
const existing = new Set(globSync('**/*.ts', { cwd: join(ROOT, 'lib/scoring') }));
const looked = scoresOf(fresh, new Date().toISOString().slice(0, 10));
const scores = merged(old, looked, existing);
writeFileSync(REPORT, inMarkdown(scores, versions()));
await run('oxfmt', ['docs/MUTATION.md']);
for (const { file, detected, alive } of looked) console.log(`${file}: ${detected} noticed, ${alive.length} alive`);
console.log(`${scoreOf(scores).toFixed(1)} % of all that was measured, ${WANTED} % are wanted: docs/MUTATION.md`);
if (scoreOf(scores) < WANTED) process.exitCode = 1;
