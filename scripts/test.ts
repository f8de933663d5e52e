import { endAllOnSignal } from './processes.ts';
import { BUILT } from './test/e2e-build.ts';
import { endRequestTracker } from './test/means.ts';
import { parts } from './test/parts.ts';
import { exitCode, inWords, NOTHING, sum } from './test/tally.ts';

// node scripts/test.ts [--full] [one part [what its tool is to be told]]
const args = process.argv.slice(2);
const full = args[0] === '--full';
const [only, ...more] = full ? args.slice(1) : args;
const wanted = parts.filter(({ name }) => only === undefined || name === only);
if (wanted.length === 0)
  throw new Error(`There is no part ${only}; there are ${parts.map(({ name }) => name).join(', ')}.`);

endAllOnSignal(endRequestTracker);
if (full) process.env['NOCLAIMS_FULL'] = '1';
if (only === undefined) Object.assign(process.env, BUILT);

let all = NOTHING;
for (const { name, test } of wanted) {
  console.log(`\n== ${name}`);
  const from = performance.now();
  const { tally, skips } = await test(more);
  for (const skip of skips) console.log(`skipped: ${skip}`);
  console.log(`== ${name}: ${inWords(tally)} in ${Math.round((performance.now() - from) / 1000)} s`);
  all = sum(all, tally);
}
console.log(`\n${inWords(all)}`);
process.exitCode = exitCode(all);
