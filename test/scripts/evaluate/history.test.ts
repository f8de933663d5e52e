import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';

import { readHistory, type History } from '../../../scripts/evaluate/history.ts';
import { fileOf } from './on-disk.ts';

async function read(text: string | Uint8Array): Promise<History> {
  const history: History = { entries: [], rows: [], notes: [] };
  await readHistory(fileOf(text), history);
  return history;
}

const refusal = async (text: string | Uint8Array): Promise<string> => {
  try {
    await read(text);
  } catch (error) {
    return String(error);
  }
  return 'it was read';
};

const NINE = Date.UTC(2026, 2, 2, 9);

describe('a log', () => {
  it.each([
    { name: 'commas', text: 'customer,at\na,2026-03-02T09:00Z\n' },
    { name: 'semicolons', text: 'customer;at\na;2026-03-02T09:00Z\n' },
    { name: 'tabs', text: 'customer\tat\na\t2026-03-02T09:00Z\n' },
    { name: 'a byte order mark', text: '\uFEFFcustomer,at\na,2026-03-02T09:00Z\n' },
    { name: 'a byte order mark and quotes', text: '\uFEFF"customer","at"\n"a","2026-03-02T09:00Z"\n' },
    { name: 'CRLF', text: 'customer,at\r\na,2026-03-02T09:00Z\r\n' },
    { name: 'no line break at the end', text: 'customer,at\na,2026-03-02T09:00Z' },
    { name: 'capitals and blanks', text: ' Customer , AT \n a , 2026-03-02T09:00Z \n' },
    { name: 'blank rows', text: '\ncustomer,at\n\na,2026-03-02T09:00Z\n,\n\n' },
    { name: 'columns the other way round', text: 'at,customer\n2026-03-02T09:00Z,a\n' },
  ])('with $name', async ({ text }) => {
    expect(await read(text)).toEqual({ entries: [{ customer: 'a', at: NINE }], rows: [], notes: [] });
  });

  it('keeps organisations, and passes over kinds and causes', async () => {
    const { entries, notes } = await read(
      'customer,at,organisation,kind,cause,outage\na,2026-03-02T09:00Z,"Acme, Inc.",call,request,\nb,2026-03-02T09:00Z,,call,request,o1\n',
    );
    expect(entries).toEqual([
      { customer: 'a', at: NINE, organisation: 'Acme, Inc.' },
      { customer: 'b', at: NINE },
    ]);
    expect(notes).toEqual([]);
  });

  it('may end a row before the columns that need not be there', async () => {
    expect((await read('customer,at,organisation\na,2026-03-02T09:00Z\n')).entries).toEqual([
      { customer: 'a', at: NINE },
    ]);
  });

  it('tells which columns it does not read', async () => {
    expect((await read('customer,at,mood\na,2026-03-02,sunny\n')).notes).toEqual(['the column "mood" is not read.']);
  });

  it('tells how many times name no zone', async () => {
    const { notes } = await read('customer,at\na,2026-03-02 09:00\nb,2026-03-02T09:00Z\nb,2026-03-03 09:00\n');
    expect(notes).toEqual(['times without a zone, taken for UTC: 2.']);
  });
});

describe('a panel', () => {
  it('has counts by period, with an exposure of 1 unless one is given', async () => {
    const { rows, entries } = await read('customer,period,count,exposure\na,1984,3,0.5\na,1985,0,\nb,-1,2\n');
    expect(entries).toEqual([]);
    expect(rows).toEqual([
      { customer: 'a', period: 1984, count: 3, exposure: 0.5 },
      { customer: 'a', period: 1985, count: 0, exposure: 1 },
      { customer: 'b', period: -1, count: 2, exposure: 1 },
    ]);
  });

  it('has a decimal comma where semicolons part the cells', async () => {
    const { rows } = await read('customer;period;count;exposure;organisation\na;1;3;0,25;Acme\n');
    expect(rows).toEqual([{ customer: 'a', organisation: 'Acme', period: 1, count: 3, exposure: 0.25 }]);
  });

  it.each([
    ['a,1.5,2,1', 'its period "1.5" is no whole number.'],
    ['a,,2,1', 'its period "" is no whole number.'],
    ['a,1,two,1', 'its count "two" is no whole number.'],
    ['a,1,-2,1', 'its count is -2: there is no less than none.'],
    ['a,1,2,-0.5', 'its exposure "-0.5" is no number from 0 on.'],
    ['a,1,2,Infinity', 'its exposure "Infinity" is no number from 0 on.'],
    ['a,1,2,0', 'it counts 2 within an exposure of 0.'],
  ])('refuses %s', async (row, why) => {
    expect(await refusal(`customer,period,count,exposure\na,0,1,1\n${row}\n`)).toBe(`Error: row 2: ${why}`);
  });

  it('may see a customer and count nothing, without exposure', async () => {
    expect((await read('customer,period,count,exposure\na,1,0,0\n')).rows).toHaveLength(1);
  });
});

describe('what cannot be read is refused with a sentence', () => {
  it.each([
    { name: 'nothing at all', text: '', why: 'it is empty: the first row names the columns.' },
    { name: 'a byte order mark alone', text: '\uFEFF', why: 'it is empty: the first row names the columns.' },
    { name: 'heads alone', text: 'customer,at\n', why: 'it has heads and no rows.' },
    {
      name: 'other columns',
      text: 'who,when\na,2026-03-02\n',
      why: 'its columns are who, when: it needs customer and at, or customer, period and count.',
    },
    {
      name: 'half a panel',
      text: 'customer,period\na,1\n',
      why: 'its columns are customer, period: it needs customer and at, or customer, period and count.',
    },
    {
      name: 'log and panel at once',
      text: 'customer,at,period,count\na,2026-03-02,1,1\n',
      why: 'it has both "at" and "period" with "count": leave one of them out.',
    },
    { name: 'a column twice', text: 'customer,at,at\na,2026-03-02,2026-03-03\n', why: 'it has two columns "at".' },
    {
      name: 'a row without a customer',
      text: 'customer,at\na,2026-03-02\n,2026-03-02\n',
      why: 'row 2: it names no customer.',
    },
    {
      name: 'a row with too many cells',
      text: 'customer,at\na,2026-03-02,9:00\n',
      why: 'row 1: it has 3 cells under 2 heads: quote those that hold a delimiter.',
    },
    {
      name: 'a quote that is not closed',
      text: 'customer,at\na,2026-03-02\n"b,2026-03-02\n',
      why: 'row 2: a quote is not closed, or stands in the middle of a cell.',
    },
    {
      name: 'another encoding',
      text: Uint8Array.from([...Buffer.from('customer,at\n'), 0xe4, ...Buffer.from(',2026-03-02\n')]),
      why: 'it is not UTF-8: save it as CSV UTF-8.',
    },
  ])('$name', async ({ text, why }) => {
    expect(await refusal(text)).toBe(`Error: ${why}`);
  });

  it('a time that is none, with its row', async () => {
    expect(await refusal('customer,at\na,2026-03-02\na,02.03.2026\n')).toMatch(
      /^Error: row 2: "02\.03\.2026" is no time/,
    );
  });

  it('a file that is not there, and a folder', async () => {
    const history: History = { entries: [], rows: [], notes: [] };
    await expect(readHistory('/no/such/file.csv', history)).rejects.toThrow('there is no such file.');
    await expect(readHistory(tmpdir(), history)).rejects.toThrow('it is a folder, not a file.');
  });
});
