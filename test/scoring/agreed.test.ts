import { describe, expect, it } from 'vitest';

import { agreedOf, calendarOf, isInForce, within } from '@/lib/scoring/agreed';
import type { Contract } from '@/lib/scoring/contract';
import { rulesFor } from '@/lib/scoring/subject';
import { append, advance, emptyTally, tallyOf } from '@/lib/scoring/tally';

import { at, contact, limit, rules } from './given';

const contract = (more: Partial<Contract> = {}): Contract => ({
  id: 'k1',
  holder: 'c',
  start: '2025-03-01',
  pauses: [],
  currency: 'EUR',
  revenue: [],
  ...more,
});

describe('a contract is in force', () => {
  it('from 00:00 of its first day, in its zone', () => {
    const agreed = agreedOf(contract(), 'Europe/Zurich');
    expect(agreed.from).toBe(at('2025-02-28 23:00'));
    expect(agreed.times).toEqual([{ from: at('2025-02-28 23:00'), to: Infinity }]);
    expect(isInForce(agreed, agreed.from - 1)).toBe(false);
    expect(isInForce(agreed, agreed.from)).toBe(true);
  });

  it('until 00:00 of the day that ends it', () => {
    const agreed = agreedOf(contract({ end: '2026-03-01' }), 'UTC');
    expect(isInForce(agreed, at('2026-03-01') - 1)).toBe(true);
    expect(isInForce(agreed, at('2026-03-01'))).toBe(false);
  });

  it('but for its pauses, in whatever order they were entered', () => {
    const pauses = [
      { from: '2025-09-01', to: '2025-10-01' },
      { from: '2025-05-01', to: '2025-06-01' },
    ];
    const { times } = agreedOf(contract({ pauses, end: '2026-01-01' }), 'UTC');
    expect(times).toEqual([
      { from: at('2025-03-01'), to: at('2025-05-01') },
      { from: at('2025-06-01'), to: at('2025-09-01') },
      { from: at('2025-10-01'), to: at('2026-01-01') },
    ]);
  });

  it.each([
    ['a pause that is not over', [{ from: '2025-05-01' }], [{ from: at('2025-03-01'), to: at('2025-05-01') }]],
    [
      'a pause from the first day',
      [{ from: '2025-03-01', to: '2025-04-01' }],
      [{ from: at('2025-04-01'), to: Infinity }],
    ],
    [
      'pauses that overlap',
      [
        { from: '2025-05-01', to: '2025-08-01' },
        { from: '2025-06-01', to: '2025-07-01' },
      ],
      [
        { from: at('2025-03-01'), to: at('2025-05-01') },
        { from: at('2025-08-01'), to: Infinity },
      ],
    ],
  ])('%s', (_, pauses, times) => {
    expect(agreedOf(contract({ pauses }), 'UTC').times).toEqual(times);
  });

  it('and what was watched is cut to it', () => {
    const agreed = agreedOf(contract({ pauses: [{ from: '2025-05-01', to: '2025-06-01' }] }), 'UTC');
    const watched = [
      { from: at('2025-01-01'), to: at('2025-02-01') },
      { from: at('2025-02-01'), to: at('2025-07-01') },
    ];
    expect(within(agreed, watched)).toEqual([
      { from: at('2025-03-01'), to: at('2025-05-01') },
      { from: at('2025-06-01'), to: at('2025-07-01') },
    ]);
    expect(within(agreed, [{ from: at('2025-01-01'), to: at('2025-03-01') }])).toEqual([]);
  });
});

describe('the rules for a subject', () => {
  const limits = [limit(), limit({ id: 'theirs', scope: 'customer' }), limit({ id: 'all', scope: 'organisation' })];

  it.each([
    ['a customer', {}, ['week', 'theirs']],
    ['an organisation', { organisation: true }, ['all']],
  ])('of %s have the limits of that scope', (_, subject, ids) => {
    expect(rulesFor(rules({ limits }), subject).limits.map(({ id }) => id)).toEqual(ids);
  });

  it('take the contract’s zone, else the vendor’s', () => {
    const vendor = rules({ zone: 'Europe/Berlin' });
    expect(calendarOf(rulesFor(vendor, { contract: contract({ zone: 'Asia/Tokyo' }) })).zone).toBe('Asia/Tokyo');
    expect(calendarOf(rulesFor(vendor, { contract: contract() }))).toEqual({ zone: 'Europe/Berlin', pauses: [] });
    expect(calendarOf(vendor)).toEqual({ zone: 'Europe/Berlin' });
  });

  it('say nothing of what was not asked', () => {
    expect(rulesFor(rules(), {})).toEqual(rules());
    expect(rulesFor(rules(), { accessibility: true }).accessibility).toBe(true);
  });
});

describe('with a contract', () => {
  const theirs = rulesFor(rules({ limits: [limit({ id: 'year', window: 'contract', max: 2 })] }), {
    contract: contract({ pauses: [{ from: '2025-09-01', to: '2025-09-20' }] }),
  });
  const tallied = (...instants: readonly string[]) =>
    tallyOf('c', { past: [], contacts: instants.map((one) => contact(one)) }, theirs, at('2026-03-02'));

  it('the first contact speaks for the rate', () => {
    expect(tallied('2025-04-01').tally).toMatchObject({ counted: 1, rated: 1 });
  });

  it('what came before the start or in a pause counts for limits alone', () => {
    expect(tallied('2025-02-01', '2025-09-05', '2025-09-20').tally).toMatchObject({ counted: 3, rated: 1 });
  });

  it('the years run from its start, and the limit with them', () => {
    const { tally, breaches } = tallied('2025-02-27', '2025-02-28', '2025-04-01', '2026-02-27', '2026-02-28 23:59');
    expect(tally.year).toMatchObject({ start: '2025-03-01', index: 1, from: at('2026-03-01') });
    expect(breaches).toMatchObject([{ at: at('2026-02-28 23:59'), load: 3, clearedAt: at('2026-03-01') }]);
  });

  it('the ladder climbs without a single contact', () => {
    const climbed = advance(emptyTally('c'), theirs, at('2027-03-01')).tally;
    expect(climbed).toMatchObject({ ladder: { now: { rung: 2 } }, year: { index: 2 } });
    expect(climbed).not.toHaveProperty('firstAt');
  });

  it('begins when it begins: until then nothing runs', () => {
    const before = advance(emptyTally('c'), theirs, at('2025-03-01') - 1).tally;
    expect(before).toEqual(emptyTally('c'));
    const early = append(emptyTally('c'), contact('2025-01-01'), theirs).tally;
    expect(early).toMatchObject({ nextAt: at('2025-03-01'), counted: 1, rated: 0 });
    expect(early).not.toHaveProperty('year');
  });
});

it('an accessibility flag charges the usual minutes at most', () => {
  const long = contact('2026-03-02 09:00', { minutes: 90 });
  const costs = (accessibility: boolean) =>
    tallyOf('c', { past: [], contacts: [long] }, rulesFor(rules(), { accessibility }), at('2026-03-03')).tally.days[0];
  expect(costs(false)).toMatchObject({ minutes: 90, costMinor: 9100 });
  expect(costs(true)).toMatchObject({ minutes: 12, costMinor: 1300 });
});
