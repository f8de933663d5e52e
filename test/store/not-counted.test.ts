import { describe, expect, it } from 'vitest';

import { daysAgo, emptyRecord, onlyCustomer, record, ticket } from './desk';

const contactIds = async (db: Awaited<ReturnType<typeof emptyRecord>>) => db.contacts.toCollection().primaryKeys();

describe('what does not count', () => {
  it.each([
    { status: 'spam' as const, excluded: 'spam' },
    { status: 'deleted' as const, excluded: 'deleted' },
  ])('$status takes its contact out, and back in', async ({ status, excluded }) => {
    const db = await emptyRecord();
    await record(db, [ticket('1'), ticket('2', { createdAt: daysAgo(5) })]);
    await record(db, [ticket('1', { status, updatedAt: daysAgo(2) })]);
    expect(await db.contacts.get('aaaaaaaa/1/open')).toMatchObject({ excluded });
    expect(await db.tallies.toArray()).toMatchObject([{ counted: 1 }]);
    await record(db, [ticket('1', { status: 'open', updatedAt: daysAgo(1) })]);
    expect(await db.tallies.toArray()).toMatchObject([{ counted: 2 }]);
  });

  it.each([
    ['the swallowed one first', ['1', '2']],
    ['the surviving one first', ['2', '1']],
  ])('of merged tickets the survivor counts once, at the earliest arrival; %s', async (_, order) => {
    const db = await emptyRecord();
    const seen = {
      1: ticket('1', { createdAt: daysAgo(30), mergedInto: '2' }),
      2: ticket('2', { createdAt: daysAgo(10) }),
    };
    for (const id of order) await record(db, [seen[id as unknown as 1 | 2]]);
    expect(await db.contacts.get('aaaaaaaa/2/open')).toMatchObject({ at: daysAgo(30) });
    expect(await db.contacts.get('aaaaaaaa/1/open')).toMatchObject({ excluded: 'merged' });
    expect(await db.tallies.toArray()).toMatchObject([{ counted: 1, firstAt: daysAgo(30) }]);
  });

  it('a reopening within the fortnight is our failed resolution', async () => {
    const db = await emptyRecord();
    const entries = [
      { entry: 'txn-1', at: daysAgo(80), what: 'reopened' as const, solvedAt: daysAgo(85) },
      { entry: 'txn-2', at: daysAgo(40), what: 'reopened' as const, solvedAt: daysAgo(70) },
    ];
    await record(db, [ticket('1', { createdAt: daysAgo(90), entries })]);
    expect(await db.contacts.get('aaaaaaaa/1/txn-1')).toMatchObject({ excluded: 'reopened-soon' });
    expect(await db.tallies.toArray()).toMatchObject([{ counted: 2 }]);
    await record(db, [ticket('1', { createdAt: daysAgo(90), updatedAt: daysAgo(1), entries: entries.slice(0, 1) })]);
    expect(await contactIds(db)).toEqual(['aaaaaaaa/1/open', 'aaaaaaaa/1/txn-1']);
  });

  it('what was folded away does not come back', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1'), ticket('2', { createdAt: daysAgo(5) })]);
    const { id } = await onlyCustomer(db);
    await db.contacts.delete('aaaaaaaa/1/open');
    await db.ladderPast.put({ id: 'aaaaaaaa/1/open', holder: id, at: daysAgo(10), cause: 'pending', counted: true });
    await record(db, [ticket('1', { updatedAt: daysAgo(1), minutes: 5 })]);
    expect(await contactIds(db)).toEqual(['aaaaaaaa/2/open']);
  });
});
