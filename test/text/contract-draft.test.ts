import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Contract, RevenuePart } from '@/lib/scoring/contract';
import { contractOf } from '@/lib/text/contract-check';
import { type ContractDraft, draftOf, newContract, newPart } from '@/lib/text/contract-draft';
import { contractView } from '@/lib/text/contract-view';

import { words } from './given';

const LADDERS = ['article', 'sane'];
const draft = (change: Partial<ContractDraft> = {}): ContractDraft => ({
  ...newContract({ id: 'k1', holder: 'nora', currency: 'EUR' }),
  start: '2024-03-01',
  ...change,
});
const part = (change: Partial<ContractDraft['revenue'][number]>): ContractDraft['revenue'][number] => ({
  ...newPart('2024-03-01'),
  amount: '480',
  ...change,
});

const faultsOf = (change: Partial<ContractDraft>): Record<string, string> => {
  const checked = contractOf(draft(change), LADDERS, words);
  return checked.ok ? {} : Object.fromEntries(checked.faults);
};

const day = fc
  .integer({ min: 0, max: 9000 })
  .map((days) => Temporal.PlainDate.from('2010-01-01').add({ days }).toString());
const later = (from: string, days: number): string => Temporal.PlainDate.from(from).add({ days }).toString();
const to = fc.option(fc.integer({ min: 1, max: 2000 }), { nil: undefined });
const minor = fc.integer({ min: 0, max: 1e9 });
const revenue: fc.Arbitrary<RevenuePart> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom('monthly', 'support'), minor, from: day, days: to })
    .map(({ days, ...one }) => ({ ...one, ...(days !== undefined && { to: later(one.from, days) }) })),
  fc.record({ kind: fc.constant('licence' as const), minor, at: day, termMonths: fc.integer({ min: 1, max: 600 }) }),
  fc.record({ kind: fc.constant('resale' as const), minor, costMinor: minor, at: day }),
  fc.record({ kind: fc.constant('work' as const), minor, at: day }),
);
const contract: fc.Arbitrary<Contract> = fc
  .record(
    {
      id: fc.constant('k1'),
      holder: fc.constantFrom('nora', 'org:domain:acme.example'),
      start: day,
      zone: fc.constantFrom('Europe/Vienna', 'Asia/Kolkata'),
      pauses: fc.constantFrom(
        [],
        [{ from: '2026-03-01', to: '2026-06-01' }],
        [{ from: '2025-01-01', to: '2025-02-01' }, { from: '2025-02-01' }],
      ),
      currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
      revenue: fc.array(revenue, { maxLength: 4 }),
      goodsMinor: minor,
      ladderId: fc.constantFrom(...LADDERS),
      priorYears: fc.integer({ min: 0, max: 60 }),
      seats: fc.integer({ min: 1, max: 1e7 }),
    },
    { requiredKeys: ['id', 'holder', 'start', 'pauses', 'currency', 'revenue'] },
  )
  .chain((one) => to.map((days) => ({ ...one, ...(days !== undefined && { end: later(one.start, days) }) })));

describe('a contract as it is written', () => {
  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(contract, (one) => {
        expect(contractOf(draftOf(one), LADDERS, words)).toEqual({ ok: true, contract: one });
      }),
    );
  });

  it('names the last day, though data names the day after it', () => {
    expect(
      draftOf({
        id: 'k',
        holder: 'n',
        start: '2024-03-01',
        end: '2026-03-01',
        pauses: [],
        currency: 'EUR',
        revenue: [],
      }),
    ).toMatchObject({ end: '2026-02-28' });
    expect(contractOf(draft({ end: '2028-02-29' }), LADDERS, words)).toMatchObject({ contract: { end: '2028-03-01' } });
  });

  it('may last a single day', () => {
    expect(contractOf(draft({ end: '2024-03-01' }), LADDERS, words)).toMatchObject({ contract: { end: '2024-03-02' } });
  });

  it('leaves out what was left empty', () => {
    expect(contractOf(draft({ currency: ' usd ' }), LADDERS, words)).toEqual({
      ok: true,
      contract: { id: 'k1', holder: 'nora', start: '2024-03-01', pauses: [], currency: 'USD', revenue: [] },
    });
  });

  it('puts pauses in order of time', () => {
    const pauses = [
      { from: '2026-01-01', to: '' },
      { from: '2025-01-01', to: '2025-12-31' },
    ];
    expect(contractOf(draft({ pauses }), LADDERS, words)).toMatchObject({
      contract: { pauses: [{ from: '2025-01-01', to: '2026-01-01' }, { from: '2026-01-01' }] },
    });
  });
});

describe('what is wrong with it is said of its field', () => {
  it.each<[string, Partial<ContractDraft>, Record<string, RegExp>]>([
    ['no first day', { start: '' }, { start: /first day is needed/ }],
    ['a day of another spelling', { start: '01.03.2024' }, { start: /such as 2026-03-01/ }],
    ['a day that is none', { start: '2025-02-29' }, { start: /such as/ }],
    ['an end before the beginning', { end: '2024-02-29' }, { end: /before the first/ }],
    ['no zone', { zone: 'Vienna' }, { zone: /Europe\/Vienna/ }],
    ['no currency', { currency: 'euro' }, { currency: /three letters/ }],
    ['an unknown ladder', { ladderId: 'steep' }, { ladderId: /no ladder/ }],
    ['less than nothing', { goods: '-1' }, { goods: /an amount/ }],
    ['half a seat', { seats: '0.5' }, { seats: /whole number/ }],
    ['no seat', { seats: '0' }, { seats: /whole number/ }],
    ['too clean', { priorYears: '61' }, { priorYears: /0 to 60/ }],
    ['a pause without a beginning', { pauses: [{ from: '', to: '2025-01-01' }] }, { 'pauses.0.from': /a day/ }],
    [
      'two pauses at once',
      {
        pauses: [
          { from: '2025-01-01', to: '2025-03-01' },
          { from: '2025-03-01', to: '' },
        ],
      },
      { 'pauses.1.from': /another one/ },
    ],
    [
      'a pause after one without an end',
      {
        pauses: [
          { from: '2025-01-01', to: '' },
          { from: '2025-03-01', to: '' },
        ],
      },
      { 'pauses.1.from': /another one/ },
    ],
    ['no amount', { revenue: [part({ amount: 'much' })] }, { 'revenue.0.amount': /an amount/ }],
    ['an amount beyond measure', { revenue: [part({ amount: '10000000001' })] }, { 'revenue.0.amount': /an amount/ }],
    ['an earning that ends first', { revenue: [part({ to: '2024-02-01' })] }, { 'revenue.0.to': /before/ }],
    [
      'a licence without a term, goods without a cost',
      { revenue: [part({ kind: 'licence' }), part({ kind: 'resale' })] },
      { 'revenue.0.months': /1 to 600/, 'revenue.1.cost': /an amount/ },
    ],
  ])('%s', (_, change, faults) => {
    const said = faultsOf(change);
    expect(Object.keys(said)).toEqual(Object.keys(faults));
    for (const [field, sentence] of Object.entries(faults)) expect(said[field]).toMatch(sentence);
  });

  it('all at once', () => {
    expect(
      Object.keys(faultsOf({ start: '', seats: 'x', revenue: [part({ amount: '', from: '' })] })).toSorted(),
    ).toEqual(['revenue.0.amount', 'revenue.0.from', 'seats', 'start']);
  });
});

describe('a contract in words', () => {
  const said = (change: Partial<Contract>) =>
    contractView(
      { id: 'k1', holder: 'nora', start: '2024-03-01', pauses: [], currency: 'EUR', revenue: [], ...change },
      { words, ladderName: (id) => `the ${id} one` },
    );

  it('says everything that is agreed, with last days as people name them', () => {
    expect(
      said({
        end: '2027-03-01',
        zone: 'America/New_York',
        pauses: [{ from: '2025-01-01', to: '2025-02-01' }, { from: '2026-11-01' }],
        goodsMinor: 1250,
        ladderId: 'sane',
        priorYears: 2,
        seats: 1,
        revenue: [
          { kind: 'monthly', minor: 48_000, from: '2024-03-01' },
          { kind: 'monthly', minor: 50_000, from: '2025-03-01', to: '2026-03-01' },
          { kind: 'support', minor: 120_000, from: '2024-03-01', to: '2025-03-01' },
          { kind: 'licence', minor: 900_000, at: '2024-06-01', termMonths: 36 },
          { kind: 'resale', minor: 20_000, costMinor: 15_050, at: '2024-07-01' },
          { kind: 'work', minor: 9_950, at: '2024-08-01' },
        ],
      }),
    ).toEqual({
      id: 'k1',
      title: '1 Mar 2024 to 28 Feb 2027',
      facts: [
        '€480 a month',
        '€500 a month, 1 Mar 2025 to 28 Feb 2026',
        '€1,200 a year for support, until 28 Feb 2025',
        '€9,000 for a licence of 36 months, from 1 Jun 2024',
        '€200 for goods, which cost €151, on 1 Jul 2024',
        '€99.50 for work on 1 Aug 2024',
        'Goods cost €12.50 a month',
        'Paused 1 Jan 2025 to 31 Jan 2025',
        'Paused from 1 Nov 2026 on',
        'Ladder: the sane one',
        '2 clean years elsewhere',
        '1 seat',
        'Days as in America/New York',
      ],
    });
  });

  it('says so when nothing is earned', () => {
    expect(said({})).toMatchObject({ title: 'Since 1 Mar 2024', facts: ['Nothing is written of what it earns.'] });
  });
});
