import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import { plannedImport } from '@/lib/privacy/import-run';

import { everything } from '../store/desk';
import { changed, empty, exportOfTwo, imported, textOf } from './record-of';

let file = '';
beforeAll(async () => {
  file = await exportOfTwo();
});

const edited = (pattern: string | RegExp, by: string): string => changed(file, pattern, by);

const header = (more: object): string =>
  edited(/^.*\n/, `${JSON.stringify({ format: 'noclaims', version: 1, madeAt: 5, ...more }).slice(0, -1)},\n`);

describe('the first pass takes no file that is not whole and ours, and changes nothing', () => {
  it.each([
    { what: 'an empty file', text: () => '', why: 'foreign' },
    { what: 'a picture', text: () => '\u0089PNG\r\n\u001a\n\u0000\u0000', why: 'foreign' },
    { what: 'JSON of somebody else', text: () => JSON.stringify({ tables: { a: 1 } }), why: 'foreign' },
    { what: 'our shape with another name', text: () => header({ format: 'goclaims' }), why: 'foreign' },
    {
      what: 'an export that was written anew on one line',
      text: () => JSON.stringify(JSON.parse(file)),
      why: 'truncated',
    },
    { what: 'an export that was indented', text: () => JSON.stringify(JSON.parse(file), null, 2), why: 'truncated' },
    { what: 'two exports in one file', text: () => file + file, why: 'rewritten' },
    {
      what: 'a table that comes twice',
      text: () => edited('}}', '],\n"alerts":[\n]\n}}').replace(']\n],', '],'),
      why: 'rewritten',
    },
    { what: 'a version that is no number', text: () => header({ version: 'one' }), why: 'rewritten' },
    { what: 'a newer version', text: () => header({ version: 2 }), why: 'newer' },
    { what: 'a count that is too high', text: () => edited('"contacts":3', '"contacts":4'), why: 'counts' },
    {
      what: 'a count of a table that is not there',
      text: () => edited('"contacts":3', '"contacts":3,"x":1'),
      why: 'counts',
    },
    { what: 'a lost row', text: () => edited(/\{"assumed".*\n|\{"at".*\n/, ''), why: 'counts' },
    { what: 'the end written elsewhere', text: () => edited('}}\n', ''), why: 'truncated' },
  ])('$what: $why', async ({ text, why }) => {
    const db = empty();
    await db.settings.put({ key: 'ladder', value: 'sane' });
    const before = await everything(db);
    expect(await imported(db, text())).toMatchObject({ ok: false, why: { kind: why } });
    expect(await everything(db)).toEqual(before);
  });

  it('wherever the file was cut', async () => {
    const db = empty();
    const whole = new TextEncoder().encode(file).length - '\n'.length;
    const bytes = new TextEncoder().encode(file);
    for (let end = 0; end < whole; end += end < 400 || end > whole - 60 ? 1 : 37) {
      const { ok } = await imported(db, new Blob([bytes.subarray(0, end)]));
      expect({ end, ok }).toEqual({ end, ok: false });
    }
    expect(Object.values(await everything(db)).flat()).toEqual([]);
  });

  it('of a huge foreign file reads only the beginning', async () => {
    const slices = vi.spyOn(Blob.prototype, 'slice');
    const huge = new Blob(Array.from({ length: 24 }, () => 'name;address\n'.repeat(80_000)));
    const db = empty();
    await db.files.put({ id: 'staged', blob: huge, name: 'customers.csv' });
    expect(await plannedImport(db, 'staged')).toEqual({ ok: false, why: { kind: 'foreign' } });
    expect(slices.mock.calls.length).toBeLessThan(3);
    const line = new Blob(Array.from({ length: 24 }, () => 'x'.repeat(1_000_000)));
    await db.files.put({ id: 'staged', blob: line, name: 'dump.bin' });
    slices.mockClear();
    expect(await plannedImport(db, 'staged')).toEqual({ ok: false, why: { kind: 'foreign' } });
    expect(slices.mock.calls.length).toBeLessThan(7);
    slices.mockRestore();
    expect(await db.files.count()).toBe(0);
  });
});

describe('an export that has been through other hands', () => {
  const reordered = (): string => {
    const [head = '', body = ''] = file.split('"tables":{\n');
    const tables = body
      .replace('}}\n', '')
      .trimEnd()
      .split(/,\n(?="\w+":\[)/);
    return `${head}"tables":{\n${tables.toReversed().join(',\n')}\n}}\n`;
  };
  it.each([
    { what: 'lines that end as on Windows', text: () => file.replaceAll('\n', '\r\n') },
    { what: 'a mark of the byte order', text: () => `\uFEFF${file}` },
    { what: 'no line break at the end', text: () => file.trimEnd() },
    { what: 'empty lines', text: () => file.replaceAll('\n', '\n\n') },
    { what: 'tables in another order', text: reordered },
    {
      what: 'fields nobody knows',
      text: () => header({ extra: [1] }).replaceAll('{"adapterId"', '{"zzz":1,"adapterId"'),
    },
    {
      what: 'a table nobody knows',
      text: () =>
        edited('"contacts":3', '"contacts":3,"pets":1').replace(
          '"tables":{\n',
          '"tables":{\n"pets":[\n{"id":"cat"}\n],\n',
        ),
    },
  ])('$what: is taken as it was', async ({ text }) => {
    const db = empty();
    expect(await imported(db, text())).toMatchObject({ ok: true, job: { state: 'done', counts: { refused: 0 } } });
    expect(await textOf(db)).toBe(file);
    expect(await db.files.count()).toBe(0);
  });
});
