import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../processes.ts';
import { found, type Step } from './step.ts';

/** The key that entrypoints/background/clock.ts reads in the branch that only the e2e build has. */
const MARKER = 'e2e-clock-shift';

const scriptsOf = (build: string): readonly string[] => globSync('**/*.js', { cwd: join(ROOT, build) });
const shifts = (build: string): readonly string[] =>
  scriptsOf(build).filter((file) => readFileSync(join(ROOT, build, file), 'utf8').includes(MARKER));

/** A shipped clock that could be shifted would be a lie about every anniversary. */
export const clockShift: Step = {
  name: 'no clock to shift in what is shipped',
  check: async () =>
    found([
      ...['.output/chrome-mv3', '.output/firefox-mv3'].flatMap((build) => [
        ...(scriptsOf(build).length === 0 ? [`${build} is not built.`] : []),
        ...shifts(build).map((file) => `${build}/${file} can shift its clock.`),
      ]),
      ...['.output/chrome-mv3-e2e', '.output/firefox-mv3-e2e']
        .filter((build) => shifts(build).length === 0)
        .map((build) => `${build} cannot shift its clock, so this check looks for the wrong mark.`),
    ]),
};
