import { fileURLToPath } from 'node:url';

const ownFile = (name: string): string =>
  fileURLToPath(new URL(`../entrypoints/helpdesk.content/${name}.ts`, import.meta.url));

/** What is built into other scripts, and would be the larger half of what every helpdesk page gets. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['preact/jsx-runtime', ownFile('jsx-runtime')],
  ['wxt/utils/content-script-context', ownFile('no-context')],
]);

interface BuildConfig {
  readonly build: { readonly lib?: false | { readonly entry: unknown } };
}

/** Keeps the script of helpdesk pages small: no Preact and no context in it. */
export function pageBuild() {
  let isForPage = false;
  return {
    name: 'noclaims:page-build',
    enforce: 'pre' as const,
    configResolved({ build }: BuildConfig) {
      isForPage = JSON.stringify(build.lib ? build.lib.entry : '').includes('helpdesk.content');
    },
    resolveId: (id: string) => (isForPage ? INSTEAD.get(id) : undefined),
  };
}
