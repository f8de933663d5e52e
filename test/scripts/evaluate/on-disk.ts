import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A file of this text in a folder of its own. */
export function fileOf(text: string | Uint8Array, name = 'history.csv'): string {
  const path = join(mkdtempSync(join(tmpdir(), 'evaluate-')), name);
  writeFileSync(path, text);
  return path;
}
