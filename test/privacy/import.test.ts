import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import { eraseCustomer, objectToScoring } from '@/lib/privacy/erase';
import { importStep, plannedImport } from '@/lib/privacy/import-run';
import { NoclaimsDatabase } from '@/lib/store/database';
import { exempt, setCause } from '@/lib/store/decide';
import type { JobRow } from '@/lib/store/rows';

import {
  ada,
  at,
  bob,
  daysAgo,
  emptyRecord,
  everything,
  NOW,
  onlyCustomer,
  record,
  rules,
  source,
  ticket,
} from '../store/desk';
import { imported, textOf, truth } from './record-of';

let databases = 0;
const empty = (): NoclaimsDatabase => new NoclaimsDatabase(`import-${++databases}`);

let file = '';
beforeAll(async () => {
  const db = await emptyRecord();
  await record(db, [ticket('1'), ticket('2'), ticket('3', { requesters: [bob], opener: { userId: '6' } })]);
  file = await textOf(db);
});

/** The file with a change to it. */
const edited = (pattern: string | RegExp, by: string): string => {
  const changed = file.replace(pattern, by);
  if (changed === file) throw new RangeError(`nothing is ${pattern}`);
  return changed;
};
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
      const outcome = await imported(db, new Blob([bytes.subarray(0, end)]));
      expect(outcome.ok, `${end} bytes`).toBe(false);
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

describe('rows', () => {
  it('that are bad are refused alone, each with its line and what is wrong', async () => {
    const lines = file.split('\n');
    const rowAfter = (opening: string): number => lines.indexOf(opening) + 1;
    const [contact, other, desk] = [rowAfter('"contacts":['), rowAfter('"contacts":[') + 1, rowAfter('"tickets":[')];
    lines[contact] = lines[contact]?.replace(/"at":\d+/, '"at":"yesterday"') ?? '';
    lines[other] = 'garbage,';
    lines[desk] = lines[desk]?.replace(/"id":"[^"]+",/, '') ?? '';
    const db = empty();
    const outcome = await imported(db, lines.join('\n'));
    expect(outcome).toMatchObject({
      job: {
        counts: { refused: 3 },
        refused: [
          { line: desk + 1, table: 'tickets', field: 'id', why: 'missing' },
          { line: contact + 1, table: 'contacts', field: 'at', why: 'unusable' },
          { line: other + 1, table: 'contacts', why: 'no-row' },
        ],
      },
    });
    expect(await db.contacts.count()).toBe(1);
    expect(await db.tickets.count()).toBe(2);
    expect(JSON.stringify(outcome)).not.toContain('yesterday');
  });

  it('of a customer whose own row is bad are still somebody’s', async () => {
    const db = empty();
    const outcome = await imported(db, edited('"names":["Ada Byron"]', '"names":"Ada Byron"'));
    expect(outcome).toMatchObject({ job: { counts: { refused: 1 } } });
    const identity = await db.identities.get('email:ada@acme.test');
    expect(await db.customers.get(identity?.customerId ?? '')).toMatchObject({ email: 'ada@acme.test', names: [] });
  });

  it('that are many too bad are counted, and the first hundred shown', async () => {
    const bad = Array.from({ length: 250 }, () => '{"id":5}').join(',\n');
    const db = empty();
    const outcome = await imported(
      db,
      edited('"organisations":2', '"organisations":252').replace('"organisations":[\n', `"organisations":[\n${bad},\n`),
    );
    expect(outcome).toMatchObject({ job: { counts: { refused: 250 } } });
    expect(outcome.ok && outcome.job.refused).toHaveLength(100);
  });
});

describe('a worker that is killed', () => {
  it('after any step goes on where it was, and a step done twice is done once', async () => {
    const db = empty();
    await db.files.put({ id: 'staged', blob: new Blob([file]), name: 'export.json' });
    const plan = await plannedImport(db, 'staged');
    if (!plan.ok) throw new RangeError(plan.why.kind);
    await db.jobs.put({ id: 'i', kind: 'import', state: 'waiting', cursor: plan.cursor, counts: {}, startedAt: NOW });
    for (;;) {
      const job = await db.jobs.get('i');
      if (!job || job.state === 'done') break;
      await importStep(db, job, { now: NOW, rules });
      if ((await db.files.count()) > 0) await importStep(db, job, { now: NOW, rules });
    }
    expect(await textOf(db)).toBe(file);
  });

  it('writes nothing of a step whose job was taken away meanwhile', async () => {
    const db = empty();
    await db.files.put({ id: 'staged', blob: new Blob([file]), name: 'export.json' });
    const plan = await plannedImport(db, 'staged');
    if (!plan.ok) throw new RangeError(plan.why.kind);
    const job: JobRow = { id: 'i', kind: 'import', state: 'waiting', cursor: plan.cursor, counts: {}, startedAt: NOW };
    expect(await importStep(db, job, { now: NOW, rules })).toMatchObject({ state: 'stopped' });
    expect(await db.sources.count()).toBe(0);
  });
});

describe('what is held here and what comes in', () => {
  it('a newer version of a ticket wins, and counts as it says', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1'), ticket('2', { updatedAt: daysAgo(1), subject: 'Newer here' })]);
    const other = await emptyRecord();
    await record(other, [
      ticket('1', { status: 'spam', updatedAt: daysAgo(2) }),
      ticket('2', { subject: 'Older there', minutes: 7 }),
    ]);
    await imported(db, await textOf(other));
    expect(await db.contacts.get(`${source.id}/1/open`)).toMatchObject({ excluded: 'spam' });
    expect(await db.tickets.get(`${source.id}/2`)).toMatchObject({
      subject: 'Newer here',
      minutes: 7,
      behind: { minutes: daysAgo(9) },
    });
  });

  it('what was said last of a contact and of a customer holds, here or there', async () => {
    const [db, other] = [await emptyRecord(), await emptyRecord()];
    for (const each of [db, other]) await record(each, [ticket('1')]);
    const { id: customerId } = await onlyCustomer(db);
    const contactId = `${source.id}/1/open`;
    const said = (now: number) => ({ click: crypto.randomUUID(), customerId, now });
    await setCause(db, said(daysAgo(3)), { contactId, cause: 'unknown_crash' }, at);
    await exempt(db, said(daysAgo(3)), true);
    await setCause(other, said(daysAgo(2)), { contactId, cause: 'request' }, at);
    await exempt(other, said(daysAgo(2)), false);
    const [here, there] = [await textOf(db), await textOf(other)];
    await imported(db, there);
    await imported(other, here);
    for (const each of [db, other]) {
      expect(await each.contacts.get(contactId)).toMatchObject({ cause: 'request', causeBy: 'person' });
      expect((await each.customers.get(customerId))?.exempt).toBeUndefined();
    }
    expect(await textOf(db)).toBe(await textOf(other));
  });

  it('a person known here by another key stays one customer', async () => {
    const [db, other] = [await emptyRecord(), await emptyRecord()];
    await record(db, [ticket('1', { requesters: [{ userId: '5' }] })]);
    await record(other, [ticket('2')]);
    await imported(db, await textOf(other));
    const { id } = await onlyCustomer(db);
    expect(await db.contacts.where({ customerId: id }).count()).toBe(2);
    expect(await db.identities.where({ customerId: id }).primaryKeys()).toEqual([
      'email:ada@acme.test',
      'user:aaaaaaaa:5',
    ]);
  });

  it('two people with an address each never become one', async () => {
    const [db, other] = [await emptyRecord(), await emptyRecord()];
    await record(db, [ticket('1')]);
    await record(other, [ticket('2', { requesters: [{ ...bob, userId: '5' }] })]);
    await imported(db, await textOf(other));
    expect(await db.customers.count()).toBe(2);
  });
});

describe('whoever is to be left alone', () => {
  it('does not come back with an older file, whoever else does', async () => {
    const db = empty();
    await imported(db, file);
    const id = (await db.identities.get('email:ada@acme.test'))?.customerId ?? '';
    await eraseCustomer(db, id, NOW);
    const without = await truth(db);
    expect(await imported(db, file)).toMatchObject({ job: { counts: { refused: 0 } } });
    expect(await truth(db)).toEqual(without);
    expect(JSON.stringify(await truth(db))).not.toContain('ada@');
    expect(await db.contacts.count()).toBe(1);
  });

  it('comes back with what was after, and only that', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')]);
    await eraseCustomer(db, (await onlyCustomer(db)).id, NOW);
    await record(db, [ticket('9', { createdAt: NOW + 1000, updatedAt: NOW + 1000 })], { now: NOW + 2000 });
    const text = await textOf(db);
    const other = empty();
    await imported(other, text);
    expect(await textOf(other)).toBe(text);
    expect(await other.contacts.count()).toBe(1);
  });

  it('is struck from tickets of others', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1', { requesters: [bob, ada], opener: { userId: '6' } })]);
    const text = await textOf(db);
    const id = (await db.identities.get('email:ada@acme.test'))?.customerId ?? '';
    await eraseCustomer(db, id, NOW);
    await db.tickets.clear();
    await imported(db, text);
    expect(await db.tickets.get(`${source.id}/1`)).toMatchObject({ requesters: ['email:bob@bolt.test'] });
  });

  it('is erased here when the file says so, and objects here', async () => {
    const [db, other] = [await emptyRecord(), await emptyRecord()];
    for (const each of [db, other]) {
      await record(each, [ticket('1'), ticket('2', { requesters: [bob], opener: { userId: '6' } })], {
        now: NOW - 5000,
      });
    }
    const idOf = async (key: string) => (await other.identities.get(key))?.customerId ?? '';
    const bobId = await idOf('email:bob@bolt.test');
    await eraseCustomer(other, await idOf('email:ada@acme.test'), NOW);
    await objectToScoring(other, bobId, true, { now: NOW, rules });
    await imported(db, await textOf(other));
    expect(JSON.stringify(await truth(db))).not.toContain('ada@');
    expect((await db.customers.get(bobId))?.objection).toBe(true);
    expect(await db.tallies.get(bobId)).toBeUndefined();
  });

  it('is left out from the middle of an import on', async () => {
    const db = empty();
    await db.files.put({ id: 'staged', blob: new Blob([file]), name: 'export.json' });
    const plan = await plannedImport(db, 'staged');
    if (!plan.ok) throw new RangeError(plan.why.kind);
    let job: JobRow = { id: 'i', kind: 'import', state: 'waiting', cursor: plan.cursor, counts: {}, startedAt: NOW };
    await db.jobs.put(job);
    while ((await db.customers.count()) === 0) job = await importStep(db, job, { now: NOW, rules });
    await eraseCustomer(db, (await db.identities.get('email:ada@acme.test'))?.customerId ?? '', NOW);
    while (job.state === 'waiting') job = await importStep(db, job, { now: NOW, rules });
    expect(JSON.stringify(await truth(db))).not.toContain('ada@');
    expect(await db.contacts.count()).toBe(1);
  });
});
