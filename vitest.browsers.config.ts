import { defineConfig } from 'vitest/config';

import unit from './vitest.config.ts';

/** Real browsers and a real helpdesk: one after the other, since each wants the whole machine. */
export default defineConfig({
  ...unit,
  test: {
    include: ['test/{firefox,live}/**/*.test.ts'],
    exclude: process.env['NOCLAIMS_FULL'] === '1' ? [] : ['**/*.long.test.*'],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
