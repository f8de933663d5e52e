import { fileURLToPath } from 'node:url';

const ownFile = (name: string): string =>
  fileURLToPath(new URL(`../entrypoints/helpdesk.content/${name}.ts`, import.meta.url));

/** What would be the larger half of what every helpdesk page gets. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['preact/jsx-runtime', ownFile('jsx-runtime')],
  ['wxt/utils/content-script-context', ownFile('no-context')],
]);

interface BuildConfig {
  readonly build: { readonly lib?: false | { readonly entry: unknown } };
}

/** Keeps the scripts of helpdesk pages small: no Preact, no context, no log of WXT's in them. */
export function pageBuild() {
  let isForPage = false;
  return {
    name: 'noclaims:page-build',
    enforce: 'pre' as const,
    configResolved({ build }: BuildConfig) {
      isForPage = /helpdesk\.content|adapters/.test(JSON.stringify(build.lib ? build.lib.entry : ''));
    },
    resolveId: (id: string) => (isForPage ? INSTEAD.get(id) : undefined),
    transform(code: string, id: string) {
      const [definition] = /^import definition from .*$/m.exec(code) ?? [];
      return isForPage && definition && id.includes('wxt') ? `${definition}\ndefinition.main();` : undefined;
    },
  };
}
