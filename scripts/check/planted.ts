/** A mistake made on purpose, and the rule that must see it. */
export interface Planted {
  readonly file: string;
  readonly text: string;
  readonly caughtBy: Tool;
  /** As the tool names it. */
  readonly rule: string;
}

export type Tool = 'imports' | 'page imports' | 'lint' | 'types' | 'dead code' | 'lengths' | 'rooms';

const by =
  (caughtBy: Tool) =>
  (file: string, rule: string, ...lines: readonly string[]): Planted => ({
    file,
    text: `${lines.join('\n')}\n`,
    caughtBy,
    rule,
  });

const imports = by('imports');
const page = by('page imports');
const lint = by('lint');
const dead = by('dead code');

const importOf = (what: string): string => `import * as planted from '${what}';\nexport default planted;`;
const typeOf = (name: string, what: string): string =>
  `import type { ${name} } from '${what}';\nexport type Planted = ${name};`;
const lines = (count: number): string => 'a{}\n'.repeat(count).trimEnd();

export const PLANTED: readonly Planted[] = [
  imports('lib/store/planted-face.ts', 'lib/store/ imports only its neighbours', importOf('@/components/icon')),
  imports('lib/scoring/planted-value.ts', 'lib/scoring/ imports only its neighbours', importOf('@/lib/observation')),
  imports(
    'lib/scoring/planted-type.ts',
    'lib/scoring/ imports types only of its neighbours',
    typeOf('Observation', '@/lib/observation'),
  ),
  imports('lib/text/planted-value.ts', 'lib/text/ imports only its neighbours', importOf('@/lib/store/ids')),
  imports('lib/helpdesks/planted-text.ts', 'lib/helpdesks/ imports only its neighbours', importOf('@/lib/text/words')),
  imports('lib/messaging/planted-value.ts', 'lib/messaging/ imports only its neighbours', importOf('@/lib/store/ids')),
  imports('lib/privacy/planted-demo.ts', 'lib/privacy/ imports only its neighbours', importOf('../../demo/plan')),
  imports('components/planted-store.ts', 'components/ imports only its neighbours', importOf('@/lib/store/ids')),
  imports(
    'entrypoints/planted-script.ts',
    'entrypoints/ imports only its neighbours',
    importOf('../scripts/browsers.ts'),
  ),
  imports('entrypoints/planted-test.ts', 'entrypoints/ imports only its neighbours', importOf('../test/planted-help')),
  imports('demo/planted-face.ts', 'demo/ imports only its neighbours', importOf('../components/icon.tsx')),
  imports('lib/text/planted-dexie.ts', 'only the store knows Dexie', importOf('dexie')),
  imports('lib/text/planted-preact.ts', 'only faces know Preact', importOf('preact')),
  imports('components/planted-browser.ts', 'only edges know the browser', importOf('webextension-polyfill')),
  imports('lib/text/planted-tool.ts', 'no test tools in what is shipped', importOf('fast-check')),
  imports('lib/store/planted-nowhere.ts', 'everything resolves', importOf('@/lib/store/nowhere')),
  imports('lib/store/planted-circle.ts', 'no cycles', importOf('./planted-round')),

  page(
    'entrypoints/helpdesk.content/planted-polyfill.ts',
    'no polyfill on helpdesk pages',
    importOf('@/entrypoints/background/planted-between'),
  ),
  page(
    'entrypoints/helpdesk.content/planted-words.ts',
    'no sentences on helpdesk pages',
    importOf('@/lib/text/catalogue/en'),
  ),
  page('entrypoints/helpdesk.content/planted-store.ts', 'no database on helpdesk pages', importOf('@/lib/store/ids')),
  page(
    'entrypoints/helpdesk.content/planted-scoring.ts',
    'no scoring on helpdesk pages',
    importOf('@/lib/scoring/contact'),
  ),

  lint('lib/scoring/planted-clock.ts', 'no-restricted-properties', 'export const planted = (): number => Date.now();'),
  lint(
    'lib/scoring/planted-chance.ts',
    'no-restricted-properties',
    'export const planted = (): number => Math.random();',
  ),
  lint('lib/scoring/planted-page.ts', 'no-restricted-globals', 'export const planted = (): string => document.title;'),
  lint('lib/scoring/planted-outside.ts', 'no-restricted-imports', importOf('@/lib/observation')),
  lint('lib/helpdesks/planted-fetch.ts', 'no-restricted-globals', "export const planted = (): unknown => fetch('/');"),
  lint(
    'lib/store/planted-browser.ts',
    'no-restricted-globals',
    'export const planted = (): unknown => browser.runtime;',
  ),
  lint(
    'lib/helpdesks/rt/planted-trust.ts',
    'no-unsafe-type-assertion',
    'export const planted = (from: unknown): Date => from as Date;',
  ),
  lint('lib/store/planted-any.ts', 'no-explicit-any', 'export const planted = (it: any): string => String(it);'),
  lint(
    'lib/store/planted-promise.ts',
    'no-floating-promises',
    'export function planted(): void {',
    '  Promise.resolve(1);',
    '}',
  ),
  lint('lib/store/planted-hope.ts', 'no-non-null-assertion', 'export const planted = (it?: Date): Date => it!;'),
  lint(
    'lib/store/planted-silence.ts',
    'no-empty',
    'export function planted(it: () => void): void {',
    '  try {',
    '    it();',
    '  } catch {}',
    '}',
  ),
  lint(
    'lib/store/planted-five.ts',
    'max-params',
    'export const planted = (a: 1, b: 2, c: 3, d: 4, e: 5): number => a + b + c + d + e;',
  ),
  lint(
    'lib/store/planted-long.ts',
    'max-lines-per-function',
    'export function planted(): void {',
    '  console.info(1);\n'.repeat(61),
    '}',
  ),
  lint('lib/store/plantedName.ts', 'filename-case', 'export const planted = 1;'),
  lint(
    'lib/store/planted-case.ts',
    'switch-exhaustiveness-check',
    "export function planted(kind: 'chat' | 'call'): void {",
    '  switch (kind) {',
    "    case 'chat':",
    '      console.info(kind);',
    '  }',
    '}',
  ),
  lint(
    'test/planted-focus.test.ts',
    'no-focused-tests',
    "import { expect, it } from 'vitest';",
    "it.only('is the only one', () => expect(1).toBe(1));",
  ),
  lint(
    'test/planted-rest.test.ts',
    'no-disabled-tests',
    "import { expect, it } from 'vitest';",
    "it.skip('rests', () => expect(1).toBe(1));",
  ),

  by('types')('lib/store/planted-type.ts', 'TS2322', "export const planted: number = 'one';"),
  dead('lib/store/planted-file.ts', 'files', 'export const planted = 1;'),
  dead('lib/store/planted-used.ts', 'exports', 'export const used = 1;', 'export const planted = 2;'),
  by('lengths')('components/planted-long.css', '251 lines', lines(251)),
  by('rooms')('lib/planted-room/lost.ts', 'lies in no room', 'export const planted = 1;'),
];

/** What the mistakes above need to be mistakes, and is none itself. */
export const HELPERS: readonly Pick<Planted, 'file' | 'text'>[] = [
  { file: 'entrypoints/background/planted-between.ts', text: importOf('webextension-polyfill') },
  { file: 'lib/store/planted-round.ts', text: importOf('./planted-circle') },
  { file: 'test/planted-help.ts', text: 'export const planted = 1;\n' },
  { file: 'test/planted-use.test.ts', text: "import { used } from '@/lib/store/planted-used';\nconsole.info(used);\n" },
];
