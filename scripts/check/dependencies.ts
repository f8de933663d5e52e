import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT } from '../processes.ts';
import { found, type Step } from './step.ts';

type Wanted = Readonly<Record<string, string>>;

export const dependencies: Step = {
  name: 'every dependency has its reason',
  async check() {
    const { dependencies: shipped, devDependencies: tools } = JSON.parse(at('package.json')) as {
      readonly dependencies: Wanted;
      readonly devDependencies: Wanted;
    };
    return found(withoutReason(Object.keys({ ...shipped, ...tools }), at('docs/DEPENDENCIES.md')));
  },
};

const at = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Both ways: what we use and do not explain, and what we explain and no longer use. */
export function withoutReason(used: readonly string[], explained: string): readonly string[] {
  const rows = [...explained.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name = '']) => name);
  return [
    ...used.filter((name) => !rows.includes(name)).map((name) => `${name} has no row in docs/DEPENDENCIES.md.`),
    ...rows
      .filter((name) => !used.includes(name))
      .map((name) => `${name} stands in docs/DEPENDENCIES.md and is not used.`),
  ];
}
