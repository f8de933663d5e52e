import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';

import { importStep, plannedImport } from '@/lib/privacy/import-run';
import { exempt, setCause } from '@/lib/store/decide';
import type { JobRow } from '@/lib/store/rows';

import { at, bob, daysAgo, emptyRecord, NOW, onlyCustomer, record, rules, source, ticket } from '../store/desk';
import { changed, empty, exportOfTwo, imported, textOf } from './record-of';

let file = '';
beforeAll(async () => {
  file = await exportOfTwo();
});

const edited = (pattern: string | RegExp, by: string): string => changed(file, pattern, by);

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
