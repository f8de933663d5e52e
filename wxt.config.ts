import { defineConfig } from 'wxt';

import { adapterEntrypoints } from './scripts/adapter-entrypoints';
import { manifest } from './scripts/manifest';
import { pageBuild } from './scripts/page-build';

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  targetBrowsers: ['chrome', 'firefox'],
  manifest,
  hooks: { 'entrypoints:found': adapterEntrypoints },
  vite: ({ command }) => {
    // Else any mode but `production` builds the development forms of Preact and JSX.
    if (command === 'build') process.env['NODE_ENV'] = 'production';
    return {
      plugins: [pageBuild()],
      // As the manifest's minimum versions; left to itself the build writes `light-dark()` out for older browsers.
      build: { target: 'es2024', cssTarget: ['chrome148', 'firefox140'] },
    };
  },
  zip: { excludeSources: ['test/**', 'demo-output/**', '.testbeds/**'] },
});
