import { defineConfig } from '@playwright/test';

const full = process.env['NOCLAIMS_FULL'] === '1';

/** Each test starts its own Chromium with the extension in it; titles with @long run in `npm run test:full` only. */
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: '.output/e2e',
  globalSetup: './scripts/test/e2e-build.ts',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: full ? 600_000 : 120_000,
  expect: { timeout: 15_000 },
  ...(!full && { grepInvert: /@long/ }),
  reporter: [['list'], ['json', { outputFile: '.output/reports/e2e.json' }]],
});
