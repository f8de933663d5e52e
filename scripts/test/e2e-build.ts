import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT, run } from '../processes.ts';

/** Set when a run has built already: its check, or the part that starts Playwright. */
export const BUILT = { NOCLAIMS_BUILT: '1' } as const;

/** For Playwright, when a person starts it by itself. */
export default function buildForChromium(): Promise<void> {
  return buildForTests('chrome');
}

/** The extension with its test hosts granted, and as it is shipped. Seconds are cheaper than a test of yesterday's build. */
export async function buildForTests(browser: 'chrome' | 'firefox'): Promise<void> {
  for (const [folder, mode] of [
    [`${browser}-mv3-e2e`, 'e2e'],
    [`${browser}-mv3`, 'production'],
  ] as const) {
    const isThere = existsSync(join(ROOT, `.output/${folder}/manifest.json`));
    if (isThere && process.env['NOCLAIMS_BUILT'] === BUILT.NOCLAIMS_BUILT) continue;
    const { code, output } = await run('wxt', ['build', '-b', browser, '--mv3', '--mode', mode]);
    if (code !== 0) throw new Error(output);
  }
}
