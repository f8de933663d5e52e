import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { EntrypointInfo, Wxt } from 'wxt';

/** Every helpdesk becomes a script of its own, so that a page gets the core and one adapter, not all of them. */
export function adapterEntrypoints({ config }: Wxt, entrypoints: EntrypointInfo[]): void {
  const stubs = join(config.wxtDir, 'adapters');
  mkdirSync(stubs, { recursive: true });
  for (const id of adapterIds(config.root)) {
    const inputPath = join(stubs, `${id}.ts`);
    writeFileSync(inputPath, stub(id));
    entrypoints.push({ name: `adapter-${id}`, inputPath, type: 'unlisted-script' });
  }
}

export const adapterIds = (root: string): string[] =>
  globSync('lib/helpdesks/adapters/*.ts', { cwd: root })
    .map((path) => basename(path, '.ts'))
    .toSorted();

/** `marked-up` is exported as `markedUp`. */
const exportedAs = (id: string): string => id.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Leaves the adapter on the isolated world's global, where the core finds it and the page does not. */
const stub = (id: string): string =>
  `import { ${exportedAs(id)} } from '@/lib/helpdesks/adapters/${id}';
export default { main() { (globalThis.noclaimsAdapters ??= []).push(${exportedAs(id)}); } };
`;
