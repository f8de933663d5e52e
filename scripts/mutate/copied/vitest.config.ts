import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

import { KillersFirst } from './killers-first.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const brief = at('./brief-properties.ts');

/** One worker for all files of a run: starting one for each takes longer than the tests. */
export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: at('./') }] },
  plugins: [
    {
      name: 'brief properties',
      enforce: 'pre',
      resolveId: (source, importer) => (source === 'fast-check' && importer !== brief ? brief : undefined),
    },
  ],
  test: {
    include: ['test/scoring/**/*.test.ts'],
    exclude: ['**/*.long.test.*'],
    testTimeout: 20_000,
    isolate: false,
    sequence: { sequencer: KillersFirst },
    restoreMocks: true,
  },
});
