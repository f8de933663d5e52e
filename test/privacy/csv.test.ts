import 'fake-indexeddb/auto';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';

import { contactsCsv, customersCsv } from '@/lib/privacy/csv';
import { csvStream } from '@/lib/privacy/csv-stream';
import { assessCustomers } from '@/lib/store/assess';
import { wordsFor } from '@/lib/text/words';

import { daysAgo, emptyRecord, NOW, onlyCustomer, record, rules, settings, ticket } from '../store/desk';

const facts = { words: wordsFor('en'), now: NOW, zone: 'UTC' };
const bytesOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  new Uint8Array(await new Response(stream).arrayBuffer());
const textOf = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(stream));

/** As a spreadsheet reads it, without the mark of UTF-8. */
const read = async (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
  const text = (await textOf(stream)).slice(1);
  return papaparse.parse<Readonly<Record<string, string>>>(text, { header: true, skipEmptyLines: true }).data;
};

const oneCell = (cell: string) =>
  csvStream(['Cell'], (after) => Promise.resolve({ rows: after ? [] : [[cell]], last: after ? undefined : 'x' }));

describe('a table for a spreadsheet', () => {
  it('begins with the mark by which Excel knows UTF-8', async () => {
    expect([...(await bytesOf(oneCell('ä'))).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it.each([
    { cell: '=1+1', written: `"'=1+1"` },
    { cell: '+43 1 234', written: `"'+43 1 234"` },
    { cell: '-1', written: `"'-1"` },
    { cell: '@SUM(A1)', written: `"'@SUM(A1)"` },
    { cell: '\tx', written: `"'\tx"` },
    { cell: '\r=x', written: '"\'\r=x"' },
    { cell: '=cmd()\nsecond line', written: '"\'=cmd()\nsecond line"' },
    { cell: 'says "no", twice', written: '"says ""no"", twice"' },
    { cell: 'two\nlines', written: '"two\nlines"' },
    { cell: '<b>Ä & 客</b>', written: '<b>Ä & 客</b>' },
  ])('writes $cell so that nothing runs and nothing breaks', async ({ cell, written }) => {
    expect(await textOf(oneCell(cell))).toBe(`\uFEFFCell\r\n${written}\r\n`);
  });
});

describe('the customers', () => {
  it('stand there with level, flags, rate, rung, discount and reasons in sentences', async () => {
    const db = await emptyRecord();
    const calls = Array.from({ length: 8 }, (_, index) =>
      ticket(`${index}`, { createdAt: daysAgo(3) + index * 7_200_000 }),
    );
    await record(db, calls);
    const { id } = await onlyCustomer(db);
    const [standing] = await assessCustomers(db, [id], { now: NOW, rules, settings, occasion: 'contact' });
    const data = await read(customersCsv(db, facts));
    expect(data).toHaveLength(1);
    expect(data[0]).toMatchObject({
      Customer: 'Ada Byron',
      'E-mail': 'ada@acme.test',
      Organisation: 'acme.test',
      Flags: 'over the limit',
      Rung: String(standing?.ladder.rung),
      Discount: String(standing?.ladder.discounts[standing.ladder.rung]),
      'Contacts in 12 months': String(standing?.year.counted),
      'First contact': '2026-11-22',
    });
    expect(data[0]?.['Reasons']).toMatch(/contacts in 7 days; your limit is 3\./);
    expect(Number(data[0]?.['Contacts a year'])).toBeCloseTo(standing?.rate.mean ?? 0, 0);
  });

  it('who object are named, and nothing is said of them', async () => {
    const db = await emptyRecord();
    await record(db, [ticket('1')]);
    const { id } = await onlyCustomer(db);
    await db.customers.update(id, { objection: true });
    await assessCustomers(db, [id], { now: NOW, rules, settings, occasion: 'correction' });
    const data = await read(customersCsv(db, facts));
    expect(data[0]).toMatchObject({ Level: 'Not scored', Rung: '', Discount: '', 'Contacts a year': '' });
  });
});

it('the contacts stand there with their tickets, more than a page of them', async () => {
  const db = await emptyRecord();
  const many = Array.from({ length: 1_203 }, (_, index) =>
    ticket(`${index}`, { subject: `=Matter ${index}`, createdAt: NOW - index * 60_000 }),
  );
  for (let from = 0; from < many.length; from += 500) await record(db, many.slice(from, from + 500));
  const data = await read(contactsCsv(db, facts));
  expect(data).toHaveLength(1_203);
  expect(data[0]).toMatchObject({
    Contact: 'aaaaaaaa/0/open',
    Time: '2026-11-25 12:00:00',
    Customer: 'Ada Byron',
    Kind: 'Message',
    Cause: 'Not decided yet',
    Ticket: 'aaaaaaaa/0',
    Subject: "'=Matter 0",
  });
});
