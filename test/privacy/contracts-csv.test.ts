import 'fake-indexeddb/auto';

import { beforeEach, describe, expect, it } from 'vitest';

import { type Preview, previewContracts } from '@/lib/privacy/contracts-preview';
import { COLUMNS, readContracts } from '@/lib/privacy/contracts-read';
import { contractsSample } from '@/lib/privacy/contracts-sample';
import type { Contract } from '@/lib/scoring/contract';
import { NoclaimsDatabase } from '@/lib/store/database';

import { words } from '../text/given';

const db = new NoclaimsDatabase();

const HEAD =
  'customer,organisation,start,end,zone,currency,earns,amount,from,until,cost,months,goods,ladder,clean years,seats,pauses';
const preview = (...lines: string[]): Promise<Preview> =>
  previewContracts(lines.join('\r\n'), {
    db,
    words,
    currency: 'EUR',
    ladders: ['article', 'sane'],
  });
const previewed = async (...lines: string[]) => {
  const read = await preview(...lines);
  if (!read.ok) throw new Error(read.why);
  return read.preview;
};

const customer = (id: string, email: string) => ({
  id,
  email,
  names: [],
  terms: [],
  createdAt: 0,
  completeThrough: {},
});

beforeEach(async () => {
  await Promise.all(db.tables.map((table) => table.clear()));
  await db.customers.bulkPut([
    { ...customer('nora', 'nora@mill.example'), name: 'Nora Fairweather' },
    customer('tom', 'tom@mill.example'),
  ]);
  await db.identities.bulkPut([
    { key: 'email:nora@mill.example', customerId: 'nora' },
    { key: 'email:n.fairweather@old.example', customerId: 'nora' },
    { key: 'email:tom@mill.example', customerId: 'tom' },
  ]);
  await db.organisations.bulkPut([
    { id: 'domain:mill.example', name: 'mill.example' },
    { id: 's1:kettle', name: 'Copper Kettle' },
    { id: 's2:kettle', name: 'copper kettle' },
    { id: 's1:press', name: 'Quillfeather Press' },
  ]);
});

describe('a table of contracts', () => {
  it('is read whole: lines of one holder and first day are one contract', async () => {
    const { rows, contracts, refused, unused } = await previewed(
      HEAD,
      'NORA@mill.example,,2024-03-01,2027-02-28,Europe/Vienna,usd,monthly,480,,,,,12.50,sane,2,25,2025-01-01/2025-01-31',
      'nora@mill.example,,2024-03-01,,,,licence,9000,2024-06-01,,,36,,,,,2026-01-01/',
      ',Quillfeather Press,2020-01-01,,,,support,"1200.00",2021-01-01,2021-12-31,,,,,,,',
      ',,,,,,,,,,,,,,,,',
      ',MILL.example,2022-02-02,,,,resale,200,2022-03-03,,150,,,,,,',
    );
    expect([rows, refused, unused]).toEqual([4, [], []]);
    expect(contracts.map(({ name, replaces }) => [name, replaces])).toEqual([
      ['Nora Fairweather', false],
      ['Quillfeather Press', false],
      ['mill.example', false],
    ]);
    expect(contracts.map(({ contract: { id, ...rest } }) => (expect(id).toMatch(/^[0-9a-f-]{36}$/), rest))).toEqual([
      {
        holder: 'nora',
        start: '2024-03-01',
        end: '2027-03-01',
        zone: 'Europe/Vienna',
        currency: 'USD',
        pauses: [{ from: '2025-01-01', to: '2025-02-01' }, { from: '2026-01-01' }],
        revenue: [
          { kind: 'monthly', minor: 48_000, from: '2024-03-01' },
          { kind: 'licence', minor: 900_000, at: '2024-06-01', termMonths: 36 },
        ],
        goodsMinor: 1250,
        ladderId: 'sane',
        priorYears: 2,
        seats: 25,
      },
      {
        holder: 'org:s1:press',
        start: '2020-01-01',
        currency: 'EUR',
        pauses: [],
        revenue: [{ kind: 'support', minor: 120_000, from: '2021-01-01', to: '2022-01-01' }],
      },
      {
        holder: 'org:domain:mill.example',
        start: '2022-02-02',
        currency: 'EUR',
        pauses: [],
        revenue: [{ kind: 'resale', minor: 20_000, costMinor: 15_000, at: '2022-03-03' }],
      },
    ]);
  });

  it('as a spreadsheet of another country writes it: mark, semicolons, decimal commas', async () => {
    const { contracts } = await previewed(
      '\uFEFFStart;Customer;Earns;Amount;Clean_Years',
      '2024-03-01;n.fairweather@old.example;Monthly;99,50;3',
    );
    expect(contracts).toMatchObject([
      { name: 'Nora Fairweather', contract: { revenue: [{ minor: 9950 }], priorYears: 3 } },
    ]);
  });

  it('takes the place of a contract of the same holder and first day, and of no other', async () => {
    const old: Omit<Contract, 'id' | 'start'> = { holder: 'tom', pauses: [], currency: 'EUR', revenue: [] };
    await db.contracts.bulkPut([
      { ...old, id: 'old-1', start: '2020-01-01' },
      { ...old, id: 'old-2', start: '2024-03-01' },
    ]);
    const { contracts } = await previewed('customer,start', 'tom,2024-03-01', 'tom,2025-01-01');
    expect(contracts.map(({ replaces, name, contract }) => [replaces, name, contract.id === 'old-2'])).toEqual([
      [true, 'tom@mill.example', true],
      [false, 'tom@mill.example', false],
    ]);
  });

  it('names columns that it does not use', async () => {
    expect(await previewed('customer,start,Phone, note ', 'tom,2024-03-01,1,2')).toMatchObject({
      unused: ['Phone', ' note '],
      contracts: [{ name: 'tom@mill.example' }],
    });
  });
});

describe('what is refused, with its line and a reason', () => {
  it.each([
    { row: ',,2024-03-01,,', why: 'neither customer nor organisation is named' },
    { row: 'tom,Quillfeather Press,2024-03-01,,', why: 'either a customer or an organisation, not both' },
    {
      row: 'ann@new.example,,2024-03-01,,',
      why: '“ann@new.example” is not on record. Whoever has written to you once is',
    },
    { row: ',Nowhere,2024-03-01,,', why: '“Nowhere” is not on record. Whoever has written to you once is' },
    {
      row: ',Copper Kettle,2024-03-01,,',
      why: 'several organisations are called “Copper Kettle”. Write its domain instead',
    },
    { row: 'tom,,1.3.2024,,', why: '“start”: a day such as 2026-03-01, please' },
    { row: 'tom,,,,', why: '“start”: the first day is needed: years run from it' },
    { row: 'tom,,2024-03-01,rent,5', why: '“earns”: “rent” is none of monthly, support, licence, resale, work' },
    {
      row: 'tom,,2024-03-01,toString,5',
      why: '“earns”: “toString” is none of monthly, support, licence, resale, work',
    },
    { row: 'tom,,2024-03-01,work,much', why: '“amount”: an amount such as 1200 or 99.50, please' },
  ])('$row', async ({ row, why }) => {
    const { contracts, refused } = await previewed(
      'customer,organisation,start,earns,amount',
      'nora,,2024-01-01,,',
      row,
    );
    expect(refused).toEqual([{ line: 3, why }]);
    expect(contracts.map(({ name }) => name)).toEqual(['Nora Fairweather']);
  });

  it('a contract goes whole: its good lines wait with the bad one', async () => {
    const { contracts, refused } = await previewed(
      'customer,start,earns,amount,from',
      'tom,2024-03-01,monthly,10,',
      'nora,2024-03-01,monthly,10,',
      'tom,2024-03-01,work,x,2024-05-01',
      'tom,2024-03-01,work,7,2024-05-05',
    );
    expect(contracts.map(({ name }) => name)).toEqual(['Nora Fairweather']);
    expect(refused).toEqual([
      { line: 2, why: 'belongs to the contract of line 4, which is refused' },
      { line: 4, why: '“amount”: an amount such as 1200 or 99.50, please' },
      { line: 5, why: 'belongs to the contract of line 4, which is refused' },
    ]);
  });

  it('a line that says otherwise than an earlier one', async () => {
    const { refused } = await previewed('customer,start,seats', 'tom,2024-03-01,5', 'tom,2024-03-01,6');
    expect(refused[1]).toEqual({ line: 3, why: '“seats”: says something else than line 2 of the same contract' });
  });

  it.each(['2025-01-01', '2025-01-01/2025-02-01/x/', '/2025'])('pauses written as %s', async (pauses) => {
    const { refused } = await previewed('customer,start,pauses', `tom,2024-03-01,${pauses}`);
    expect(refused).toMatchObject([{ line: 2, why: expect.stringMatching(/^“pauses”: /) }]);
  });

  it('counts the lines of the file, not the rows', async () => {
    const { refused } = await previewed('customer,start,note', 'nora,2024-03-01,"two', 'lines"', '', 'tom,soon,');
    expect(refused).toMatchObject([{ line: 5 }]);
  });

  it('a quotation mark that is never closed', async () => {
    const { refused, contracts } = await previewed('customer,start,note', 'nora,2024-03-01,', 'tom,2024-03-01,"open');
    expect([contracts.length, refused.map(({ line }) => line)]).toEqual([1, [3]]);
    expect(refused[0]?.why).toMatch(/quotation mark/);
  });
});

describe('a file that is no table of contracts', () => {
  it.each([
    { text: '', why: /no rows/ },
    { text: '\uFEFF\n\n', why: /no rows/ },
    { text: 'customer,start', why: /no rows/ },
    { text: 'name,start\nx,y', why: /“customer” or “organisation” is missing/ },
    { text: 'customer,begin\nx,y', why: /“start” is missing/ },
  ])('$text', async ({ text, why }) => {
    expect(await preview(text)).toEqual({ ok: false, why: expect.stringMatching(why) });
  });
});

it('many rows are read in one go', () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `c${index},2024-03-01,monthly,${index}`);
  const read = readContracts(['customer,start,earns,amount', ...rows].join('\n'));
  expect(read).toMatchObject({ ok: true, rows: 20_000 });
  expect(read.ok && read.contracts.at(-1)).toMatchObject({ line: 20_001, revenue: [{ amount: '19999' }] });
});

describe('the sample', () => {
  it('is read without a fault, uses every column and every kind of earning', () => {
    const read = readContracts(contractsSample());
    if (!read.ok) throw new Error(read.why);
    expect(read).toMatchObject({ rows: 5, unused: [], faults: [] });
    expect(read.contracts.map(({ holder, lines }) => [holder.by, lines.length])).toEqual([
      ['customer', 3],
      ['organisation', 2],
    ]);
    const kinds = read.contracts.flatMap(({ revenue }) => revenue.map(({ kind }) => kind));
    expect(kinds.toSorted()).toEqual(['licence', 'monthly', 'resale', 'support', 'work']);
    expect(contractsSample().split('\r\n')[0]).toBe(`\uFEFF${COLUMNS.join(',')}`);
  });

  it('can be taken over as it is where its people are known', async () => {
    await db.organisations.put({ id: 's1:copper', name: 'Copper Kettle Catering' });
    const { contracts, refused } = await previewed(contractsSample());
    expect(refused).toEqual([]);
    expect(contracts).toHaveLength(2);
  });
});
