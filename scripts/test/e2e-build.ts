import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT, run } from '../processes.ts';

/** Set when a run has built already: its check, or the part that starts Playwright. */
export const BUILT = { NOCLAIMS_BUILT: '1' } as const;

/** For Playwright, when a person starts it by itself. */
export default function buildForChromium(): Promise<void> {
  return buildForTests('chrome');
}

/** The extension as the tests in browsers load it. Three seconds are cheaper than a test of yesterday's build. */
export async function buildForTests(browser: 'chrome' | 'firefox'): Promise<void> {
  const isThere = existsSync(join(ROOT, `.output/${browser}-mv3-e2e/manifest.json`));
  if (isThere && process.env['NOCLAIMS_BUILT'] === BUILT.NOCLAIMS_BUILT) return;
  const { code, output } = await run('wxt', ['build', '-b', browser, '--mv3', '--mode', 'e2e']);
  if (code !== 0) throw new Error(output);
}
