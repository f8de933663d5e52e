import { defineConfig } from 'wxt';

import { adapterEntrypoints } from './scripts/adapter-entrypoints';
import { manifest } from './scripts/manifest';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  manifest,
  hooks: { 'entrypoints:found': adapterEntrypoints },
  vite: () => ({ build: { target: 'es2024' } }),
  zip: { excludeSources: ['test/**', 'demo-output/**', '.testbeds/**'] },
});
