import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { exportStream } from '@/lib/privacy/export';
import { assessCustomers } from '@/lib/store/assess';
import { FOLD_TABLES, foldContacts } from '@/lib/store/tallies';
import { KEPT, LOCAL } from '@/lib/store/database';

import { at, bob, daysAgo, emptyRecord, NOW, record, rules, settings, ticket } from '../store/desk';
import { arbitraryRecord, fill } from './arbitrary-record';
import { empty, imported, textOf, truth } from './record-of';

/** Each run opens and fills whole databases. */
const LONG = { timeout: 120_000 };

/** What others hang on. */
const WHOLE = new Set(['identities', 'customers', 'organisations']);

describe('whatever is exported can be imported again', LONG, () => {
  it('and exported again, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (rows) => {
        const [first, second] = [empty(), empty()];
        await fill(first, rows);
        const file = await textOf(first);
        expect(await imported(second, file)).toMatchObject({
          ok: true,
          job: { state: 'done', counts: { refused: 0, forgotten: 0 } },
        });
        expect(await textOf(second)).toBe(file);
        await Promise.all([first.delete(), second.delete()]);
      }),
      { numRuns: 12 },
    );
  });

  it('and again on top of itself, which changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, async (rows) => {
        const db = empty();
        await fill(db, rows);
        const file = await textOf(db);
        await imported(db, file);
        expect(await textOf(db)).toBe(file);
        await db.delete();
      }),
      { numRuns: 8 },
    );
  });

  it('in either order, two records become the same one where they do not contradict each other', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRecord, fc.nat(), async (rows, seed) => {
        const half = (keep: number) =>
          Object.fromEntries(
            Object.entries(rows).map(([name, all]) => [
              name,
              all.filter((_, index) => (index + seed) % 2 === keep || WHOLE.has(name)),
            ]),
          ) as unknown as typeof rows;
        const [a, b, ab, ba] = [empty(), empty(), empty(), empty()];
        await fill(a, half(0));
        await fill(b, half(1));
        const [one, two] = [await textOf(a), await textOf(b)];
        for (const file of [one, two]) await imported(ab, file);
        for (const file of [two, one]) await imported(ba, file);
        expect(await textOf(ab)).toBe(await textOf(ba));
        await Promise.all([a, b, ab, ba].map((db) => db.delete()));
      }),
      { numRuns: 8 },
    );
  });
});

it('is still the same when everything derived is made again from it', async () => {
  const [first, second] = [await emptyRecord(), empty()];
  const busy = Array.from({ length: 9 }, (_, index) =>
    ticket(`${index}`, { createdAt: daysAgo(9) + index * 7_200_000 }),
  );
  await record(first, [...busy, ticket('90', { requesters: [bob], opener: { userId: '6' } })]);
  expect(await first.alerts.count()).toBeGreaterThan(0);
  const ids = await first.customers.toCollection().primaryKeys();
  await assessCustomers(first, ids, { now: NOW, rules, settings, occasion: 'contact' });
  const file = await textOf(first);
  await imported(second, file);
  const all = new Map(ids.map((id) => [id, { added: [], rebuild: true }]));
  await second.transaction('rw', [...FOLD_TABLES], async () => foldContacts(second, all, at));
  await assessCustomers(second, ids, { now: NOW, rules, settings, occasion: 'correction' });
  expect(await textOf(second)).toBe(file);
  expect(await second.tallies.toArray()).toEqual(await first.tallies.toArray());
});

describe('the file', () => {
  it('says what it is and what is not in it, before the first row', async () => {
    const db = await emptyRecord();
    const [head = '', counts = ''] = (await textOf(db)).split('\n');
    expect(head).toMatch(/^\{"format":"noclaims","version":1,"madeAt":\d+,"about":".*Not in it: .*",$/);
    expect(counts).toContain('"sources":2');
  });

  it('is one JSON object of every kept table and of nothing else', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')]);
    for (const name of LOCAL)
      if (name === 'health') await db.health.put({ sourceId: 'aaaaaaaa', fact: 'x', misses: 1 });
    const file: unknown = JSON.parse(await textOf(db));
    expect(Object.keys(Object(file).tables).toSorted()).toEqual([...KEPT].toSorted());
    expect(Object(file).counts).toEqual(
      Object.fromEntries(Object.entries(await truth(db)).map(([name, rows]) => [name, rows.length])),
    );
    expect(JSON.stringify(file)).not.toContain('misses');
  });

  it('differs by nothing but the instant when it is made twice', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')]);
    expect((await textOf(db, 5)).replace('"madeAt":5,', '')).toBe((await textOf(db, 77)).replace('"madeAt":77,', ''));
  });

  it('shows one instant: what is recorded while it is taken waits, and is not in it', async () => {
    const db = await emptyRecord();
    const many = Array.from({ length: 300 }, (_, index) => ticket(`${index}`, { subject: 'x'.repeat(900) }));
    await record(db, many);
    await fill(db, { ...(await emptyRows()), organisations: manyOrganisations() });
    const reader = exportStream(db, NOW).getReader();
    const decoder = new TextDecoder();
    let file = decoder.decode((await reader.read()).value, { stream: true });
    const recorded = record(db, [ticket('later')]);
    for (let part = await reader.read(); !part.done; part = await reader.read())
      file += decoder.decode(part.value, { stream: true });
    await recorded;
    expect(JSON.parse(file).counts.tickets).toBe(300);
    expect(file).not.toContain('Matter later');
    expect(await db.tickets.count()).toBe(301);
  });

  it('lets the record go when nobody wants the rest', async () => {
    const db = await emptyRecord();
    await fill(db, { ...(await emptyRows()), organisations: manyOrganisations() });
    const reader = exportStream(db, NOW).getReader();
    await reader.read();
    await reader.cancel('enough');
    await record(db, [ticket('1')]);
    expect(await db.tickets.count()).toBe(1);
  });
});

/** Some megabytes: more than may wait for whoever takes the file. */
const manyOrganisations = () =>
  Array.from({ length: 12_000 }, (_, index) => ({ id: `domain:${index}.test`, name: 'o'.repeat(490) }));

const emptyRows = async () => {
  const [rows] = fc.sample(arbitraryRecord, { numRuns: 1, seed: 1 });
  if (!rows) throw new RangeError('no record');
  return Object.fromEntries(Object.keys(rows).map((name) => [name, []])) as unknown as typeof rows;
};
