import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { ROOT, run } from '../processes.ts';

/** The extension as the browser tests load it. `npm test` has built it in its check; a single part builds what is missing. */
export default async function buildWhatIsMissing(): Promise<void> {
  await buildForTests('chrome');
}

export async function buildForTests(browser: 'chrome' | 'firefox'): Promise<void> {
  if (existsSync(join(ROOT, `.output/${browser}-mv3-e2e/manifest.json`))) return;
  const { code, output } = await run('wxt', ['build', '-b', browser, '--mv3', '--mode', 'e2e']);
  if (code !== 0) throw new Error(output);
}
