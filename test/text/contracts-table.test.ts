import { describe, expect, it } from 'vitest';

import { contractsTable, type Previewed } from '@/lib/text/contracts-table';

import { words } from './given';

describe('a table of contracts in words', () => {
  const previewed = (index: number, replaces = false): Previewed => ({
    name: `C${index}`,
    replaces,
    contract: {
      id: `k${index}`,
      holder: `c${index}`,
      start: '2024-03-01',
      pauses: [],
      currency: 'EUR',
      revenue: [{ kind: 'monthly', minor: 48_000, from: '2024-03-01' }],
    },
  });

  it('says what can be taken over, and what it takes the place of', () => {
    expect(
      contractsTable(
        {
          rows: 3,
          unused: ['phone', 'note'],
          contracts: [previewed(1), previewed(2, true)],
          refused: [{ line: 1204, why: 'no day' }],
        },
        words,
      ),
    ).toEqual({
      said: '3 rows were read. 2 contracts can be taken over. 1 of them replaces one on record. Nothing is written yet.',
      unused: 'Columns that are not used: phone, note.',
      rows: [
        { id: 'k1', name: 'C1', days: 'Since 1 Mar 2024', earns: '€480 a month' },
        {
          id: 'k2',
          name: 'C2',
          days: 'Since 1 Mar 2024',
          earns: '€480 a month',
          replaces: 'replaces the one on record',
        },
      ],
      refused: { title: '1 row is refused:', rows: ['Line 1204: no day.'] },
    });
  });

  it('shows some of many, and counts the rest', () => {
    const refused = Array.from({ length: 22 }, (_, line) => ({ line, why: 'x' }));
    const contracts = Array.from({ length: 9 }, (_, index) => previewed(index));
    const view = contractsTable({ rows: 31, unused: [], contracts, refused }, words);
    expect([view.rows.length, view.more]).toEqual([8, 'and 1 more contract']);
    expect([view.refused!.rows.length, view.refused!.rows.at(-1)]).toEqual([21, 'and 2 more rows']);
    expect(view.said).toBe('31 rows were read. 9 contracts can be taken over. Nothing is written yet.');
  });

  it('says so when there is nothing', () => {
    expect(contractsTable({ rows: 1, unused: [], contracts: [], refused: [] }, words)).toEqual({
      said: '1 row was read. No contract can be taken over. Nothing is written yet.',
      rows: [],
    });
  });
});
