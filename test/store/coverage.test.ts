import { describe, expect, it } from 'vitest';

import { coverDay, exposuresOf } from '@/lib/store/coverage';
import type { CustomerRow } from '@/lib/store/rows';
import { DAY, emptyRecord, otherSource, source } from './desk';

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const now = day('2026-11-25') + DAY / 2;
const customer: CustomerRow = { id: 'c', names: [], terms: [], createdAt: 0, completeThrough: {} };

async function seen(covered: readonly string[], more: Partial<CustomerRow> = {}, sourceId = source.id) {
  const db = await emptyRecord();
  for (const date of covered) await coverDay(db, sourceId, day(date) + 1);
  const exposed = { ...customer, ...more, from: day('2026-01-01') };
  const [exposure = []] = await exposuresOf(db, [exposed], now);
  return exposure.map(({ from, to }) => [
    new Date(from).toISOString().slice(0, 10),
    new Date(to).toISOString().slice(0, 13),
  ]);
}

describe('exposure', () => {
  it.each([
    { case: 'nothing covered', covered: [], intervals: [] },
    { case: 'one day', covered: ['2026-05-01'], intervals: [['2026-05-01', '2026-05-02T00']] },
    { case: 'today, up to now', covered: ['2026-11-25'], intervals: [['2026-11-25', '2026-11-25T12']] },
    {
      case: 'a gap of a fortnight is filled',
      covered: ['2026-05-01', '2026-05-16'],
      intervals: [['2026-05-01', '2026-05-17T00']],
    },
    {
      case: 'a longer one is a pause',
      covered: ['2026-05-01', '2026-05-17'],
      intervals: [
        ['2026-05-01', '2026-05-02T00'],
        ['2026-05-17', '2026-05-18T00'],
      ],
    },
    {
      case: 'from the first contact on',
      covered: ['2025-12-31', '2026-01-10'],
      intervals: [['2026-01-01', '2026-01-11T00']],
    },
  ])('$case', async ({ covered, intervals }) => {
    expect(await seen(covered)).toEqual(intervals);
  });

  it('a whole history covers from the first contact to its day', async () => {
    const completeThrough = { [source.id]: day('2026-06-01') };
    expect(await seen([], { completeThrough })).toEqual([['2026-01-01', '2026-06-01T00']]);
    expect(await seen(['2026-06-10'], { completeThrough })).toEqual([['2026-01-01', '2026-06-11T00']]);
    expect(await seen(['2026-07-01'], { completeThrough })).toEqual([
      ['2026-01-01', '2026-06-01T00'],
      ['2026-07-01', '2026-07-02T00'],
    ]);
  });

  it('days of a helpdesk that is not the customer’s say nothing', async () => {
    const completeThrough = { [source.id]: day('2026-06-01') };
    expect(await seen(['2026-06-02'], { completeThrough }, otherSource.id)).toEqual([['2026-01-01', '2026-06-01T00']]);
  });
});
