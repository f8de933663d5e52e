import { clockShift } from './clock-shift.ts';
import { dependencies } from './dependencies.ts';
import { manifests } from './manifests.ts';
import { packageLint } from './package-lint.ts';
import { plantedViolations } from './planted-violations.ts';
import { deadPointers, lengths, roomForEach, traces } from './repository.ts';
import { command, type Step } from './step.ts';

const OURS = 'lib components entrypoints scripts demo test';

/** Quick ones first; what needs the builds comes after them. Builds stay for the tests in browsers. */
export const steps: readonly Step[] = [
  command('format', 'oxfmt --check .'),
  command('types', 'wxt prepare', 'tsc --noEmit'),
  command('lint', 'oxlint --type-aware --deny-warnings -f unix'),
  command('imports', `depcruise --config .dependency-cruiser.mjs ${OURS}`),
  command('imports of the page', `depcruise --config .dependency-cruiser.page.mjs ${OURS}`),
  roomForEach,
  command('dead code', 'knip --no-progress'),
  lengths,
  deadPointers,
  dependencies,
  traces,
  plantedViolations,
  command('build chromium', 'wxt build'),
  command('build firefox', 'wxt build -b firefox --mv3'),
  command('build chromium e2e', 'wxt build --mode e2e'),
  command('build firefox e2e', 'wxt build -b firefox --mv3 --mode e2e'),
  manifests,
  packageLint,
  command('size', 'size-limit'),
  clockShift,
];
