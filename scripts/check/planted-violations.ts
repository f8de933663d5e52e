import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { ROOT, run } from '../processes.ts';
import { HELPERS, PLANTED, type Planted, type Tool } from './planted.ts';
import { homeless, tooLong } from './repository.ts';
import { found, type Step } from './step.ts';

const ROOMS = ['components', 'demo', 'entrypoints', 'lib', 'scripts'];
const COPIED = [
  ...ROOMS,
  '.wxt',
  '.gitignore',
  '.oxlintrc.json',
  '.dependency-cruiser.mjs',
  '.dependency-cruiser.page.mjs',
  'knip.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.cruise.json',
  'vitest.config.ts',
  'wxt.config.ts',
];

/** A guard that has never caught anybody may be asleep: every rule is broken once, in a copy, and must see it. */
export const plantedViolations: Step = {
  name: 'planted violations turn it red',
  async check() {
    const copy = mkdtempSync(join(tmpdir(), 'noclaims-planted-'));
    try {
      plant(copy);
      const seen = await Promise.all(
        Object.entries(TOOLS).map(async ([tool, see]) => [tool, await see(copy)] as const),
      );
      const sightings = Object.fromEntries(seen) as Readonly<Record<Tool, readonly string[]>>;
      return found(
        PLANTED.filter((one) => !isSeen(one, sightings[one.caughtBy])).map(unseen),
        `${PLANTED.length} planted`,
      );
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  },
};

function plant(copy: string): void {
  for (const path of COPIED.filter((one) => existsSync(join(ROOT, one)))) {
    cpSync(join(ROOT, path), join(copy, path), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
  for (const { file, text } of [...HELPERS, ...PLANTED]) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    writeFileSync(join(copy, file), text);
  }
}

const isSeen = ({ file, rule }: Planted, sightings: readonly string[]): boolean =>
  sightings.some((line) => line.includes(file) && line.includes(rule));

const unseen = ({ file, rule, caughtBy }: Planted): string => `${caughtBy} did not see ${rule} in ${file}.`;

/** What each tool says about the copy: one line for a file and a rule. */
const TOOLS: Readonly<Record<Tool, (copy: string) => Promise<readonly string[]>>> = {
  imports: (copy) => cruise(copy, '.dependency-cruiser.mjs'),
  'page imports': (copy) => cruise(copy, '.dependency-cruiser.page.mjs'),
  lint: (copy) => said(copy, 'oxlint', '--type-aware', '-f', 'unix'),
  types: (copy) => said(copy, 'tsc', '--noEmit', '--pretty', 'false'),
  'dead code': deadIn,
  lengths: async (copy) => tooLong(plantedFor('lengths'), copy),
  rooms: async () => homeless(plantedFor('rooms')),
};

const plantedFor = (tool: Tool): readonly string[] =>
  PLANTED.filter(({ caughtBy }) => caughtBy === tool).map(({ file }) => file);

async function said(copy: string, command: string, ...args: readonly string[]): Promise<readonly string[]> {
  const { output } = await run(command, args, { cwd: copy });
  return output.split('\n');
}

interface Cruised {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

async function cruise(copy: string, config: string): Promise<readonly string[]> {
  const { output } = await run('depcruise', ['--config', config, '-T', 'json', ...ROOMS], { cwd: copy });
  const { summary } = JSON.parse(output) as Cruised;
  return summary.violations.map(({ from, rule }) => `${from} ${rule.name}`);
}

type DeadFile = Readonly<Record<string, unknown>> & { readonly file: string };

async function deadIn(copy: string): Promise<readonly string[]> {
  const { output } = await run('knip', ['--no-progress', '--reporter', 'json'], { cwd: copy });
  const { issues } = JSON.parse(output.slice(output.indexOf('{'))) as { readonly issues: readonly DeadFile[] };
  return issues.flatMap(({ file, ...kinds }) =>
    Object.entries(kinds)
      .filter(([, names]) => Array.isArray(names) && names.length > 0)
      .map(([kind]) => `${file} ${kind}`),
  );
}
