import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('./', import.meta.url));
const full = process.env['NOCLAIMS_FULL'] === '1';

/** What needs no browser. A file that wants a DOM says so in its first line; the rest runs in plain Node. */
export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: root }] },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/live/**', 'test/firefox/**', ...(full ? [] : ['**/*.long.test.*'])],
    testTimeout: 20_000,
    restoreMocks: true,
    unstubGlobals: true,
  },
});
