import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';

import { outlineOf } from '@/lib/privacy/import-outline';
import { readBatch } from '@/lib/privacy/import-read';
import { firstCursor, type ImportCursor } from '@/lib/privacy/import-cursor';
import { NoclaimsDatabase } from '@/lib/store/database';

import { NOW } from '../store/desk';
import { bigFile } from './big-file';
import { imported, textOf } from './record-of';

it('a file of some megabytes is read in batches, none of them large', async () => {
  const blob = new Blob([...bigFile(6_000_000, NOW)]);
  expect(blob.size).toBeGreaterThan(5_000_000);
  expect(blob.size).toBeLessThan(8_000_000);
  const outline = await outlineOf(blob);
  if (!outline.ok) throw new RangeError(outline.why.kind);
  const start = firstCursor('f', outline.sections);
  let place: ImportCursor['place'];
  let rows = 0;
  for (;;) {
    const batch = await readBatch(blob, 'contacts', { ...start, place });
    expect(batch.refused).toEqual([]);
    expect(batch.rows.length).toBeLessThanOrEqual(5000);
    rows += batch.rows.length;
    ({ place } = batch);
    if (!place) break;
  }
  expect(rows).toBe(12_000);
});

it('what the generator writes is an honest export', async () => {
  const file = [...bigFile(60_000, NOW)].join('');
  const db = new NoclaimsDatabase('big');
  expect(await imported(db, file)).toMatchObject({ ok: true, job: { counts: { refused: 0 } } });
  const exported = await textOf(db);
  expect(exported.slice(exported.indexOf('"tables"'))).toBe(file.slice(file.indexOf('"tables"')));
});
