import 'fake-indexeddb/auto';
import { beforeAll, describe, expect, it } from 'vitest';

import { eraseCustomer, objectToScoring } from '@/lib/privacy/erase';
import { importStep, plannedImport } from '@/lib/privacy/import-run';
import type { JobRow } from '@/lib/store/rows';

import { ada, bob, emptyRecord, NOW, onlyCustomer, record, rules, source, ticket } from '../store/desk';
import { empty, exportOfTwo, imported, textOf, truth } from './record-of';

let file = '';
beforeAll(async () => {
  file = await exportOfTwo();
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
