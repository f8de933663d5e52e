import 'fake-indexeddb/auto';
import papaparse from 'papaparse';
import { describe, expect, it } from 'vitest';

import { contactsCsv, customersCsv } from '@/lib/privacy/csv';
import { csvStream } from '@/lib/privacy/csv-stream';
import { assessCustomers } from '@/lib/store/assess';
import { putContracts } from '@/lib/store/contracts';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { setCause } from '@/lib/store/decide';
import { rederive } from '@/lib/store/rederive';
import { wordsFor } from '@/lib/text/words';

import { at, daysAgo, emptyRecord, NOW, onlyCustomer, record, rules, settings, source, ticket } from '../store/desk';

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

  describe('with a discount to lose', () => {
    const crash = `${source.id}/2/open`;
    /** Known for two years and a half, with a contract of 1 September; down on 1 March. */
    async function fallen(said: (db: NoclaimsDatabase, customerId: string) => Promise<unknown>) {
      const db = await emptyRecord();
      await record(db, [
        ticket('1', { createdAt: Date.parse('2024-05-01T09:00:00Z') }),
        ticket('2', { createdAt: Date.parse('2026-11-20T12:00:00Z'), subject: 'All down' }),
      ]);
      const { id } = await onlyCustomer(db);
      const contract = { id: 'c', holder: id, start: '2023-09-01', pauses: [], currency: 'EUR', revenue: [] };
      await putContracts(db, [contract], at);
      await setCause(
        db,
        { click: 'first', customerId: id, now: NOW },
        { contactId: `${source.id}/1/open`, cause: 'product_fault' },
        at,
      );
      await said(db, id);
      await assessCustomers(db, [id], { now: NOW, rules, settings, occasion: 'correction' });
      return (await read(customersCsv(db, facts)))[0];
    }
    const fall = 'Discount after the proposed fall';
    const again = 'Charged again, % of a year’s fee';

    it('nothing is proposed while nobody and no rule says what it was', async () => {
      const row = await fallen(() => Promise.resolve());
      expect(row).toMatchObject({ Rung: '3', Discount: '30', [fall]: '', [again]: '' });
    });

    it('a rule proposes a fall: the discount stays, the loss and the recharge stand beside it', async () => {
      const proposals = [{ id: 'r', on: true, sourceId: source.id, words: ['down'], cause: 'unknown_crash' as const }];
      const row = await fallen((db) => rederive(db, source, { limit: 10 }, { ...at, proposals }));
      // 20 November to 31 August are 285 days of 365.
      expect(row).toMatchObject({ Rung: '3', Discount: '30', [fall]: '0', [again]: '23.42' });
    });

    it('a person confirms it', async () => {
      const row = await fallen((db, customerId) =>
        setCause(db, { click: 'x', customerId, now: NOW }, { contactId: crash, cause: 'unknown_crash' }, at),
      );
      expect(row).toMatchObject({ Rung: '0', Discount: '0', [fall]: '', [again]: '23.42' });
    });

    it('or says that it was our fault', async () => {
      const row = await fallen((db, customerId) =>
        setCause(db, { click: 'x', customerId, now: NOW }, { contactId: crash, cause: 'product_fault' }, at),
      );
      expect(row).toMatchObject({ Rung: '3', Discount: '30', [fall]: '', [again]: '' });
    });
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
