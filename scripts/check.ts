import { parseArgs } from 'node:util';

import { steps } from './check/steps.ts';
import { runSteps } from './check/step.ts';
import { storeManifests } from './check/manifests.ts';
import { endAllOnSignal } from './processes.ts';
import { exitCode, inWords } from './test/tally.ts';

const { values: wish } = parseArgs({
  options: {
    only: { type: 'string', multiple: true, default: [] },
    list: { type: 'boolean', default: false },
    'update-manifests': { type: 'boolean', default: false },
  },
});

endAllOnSignal();
if (wish.list) {
  console.log(steps.map(({ name }) => name).join('\n'));
} else if (wish['update-manifests']) {
  await storeManifests();
} else {
  const wanted = steps.filter(({ name }) => wish.only.length === 0 || wish.only.some((word) => name.includes(word)));
  const tally = await runSteps(wanted);
  console.log(inWords(tally));
  process.exitCode = exitCode(tally);
}
