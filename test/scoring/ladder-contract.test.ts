import { describe, expect, it } from 'vitest';

import { type Contact, DAY } from '@/lib/scoring/contact';
import { contractLadders } from '@/lib/scoring/contract-ladders';
import { SANE } from '@/lib/scoring/ladder';
import { lapsesAfter } from '@/lib/scoring/lapse';
import { tallyOf } from '@/lib/scoring/tally';

import { at, contact, rules } from './given';
import { by } from './ladder-of';
import { contract, rulesOf, standingOf } from './policy-holder';

const rungs = (terms: Parameters<typeof standingOf>[0], contacts: readonly Contact[], instants: readonly string[]) =>
  instants.map((instant) => standingOf(terms, contacts, instant).rung);

describe('a contract', () => {
  it('begins the ladder on its first day, and its first contact counts', () => {
    const first = by('user_error', '2019-05-11');
    expect(rungs({}, [first], ['2019-05-10', '2020-05-10', '2021-05-10'])).toEqual([0, 0, 1]);
    expect(rungs({}, [], ['2020-05-09 23:59', '2020-05-10'])).toEqual([0, 1]);
  });

  it('D1: up to 50 %, all lost on 1 August 2024, and not before 10 May 2026 up again', () => {
    const crash = by('unknown_crash', '2024-08-01 12:00');
    const found = standingOf({}, [crash], '2024-09-01');
    expect(found.fell).toEqual({
      at: crash.at,
      from: 5,
      to: 0,
      cause: 'unknown_crash',
      recharge: { points: 50, days: 282, of: 365 },
    });
    expect(found.next).toEqual({ at: at('2025-05-10'), rung: 0, claims: 1, allowed: 0 });
    expect(found.earlier?.map(({ rung, since }) => [rung, since])).toEqual([
      [0, at('2019-05-10')],
      [1, at('2020-05-10')],
      [2, at('2021-05-10')],
      [3, at('2022-05-10')],
      [4, at('2023-05-10')],
      [5, at('2024-05-10')],
    ]);
    expect(rungs({}, [crash], ['2024-08-01 11:59', '2025-05-10', '2026-05-09', '2026-05-10'])).toEqual([5, 0, 0, 1]);
  });

  it('D1 proposed: the same loss and recharge, and nothing taken', () => {
    const crash = contact('2024-08-01 12:00', { cause: 'unknown_crash', causeBy: 'rule' });
    const found = standingOf({}, [crash], '2024-09-01');
    expect([found.rung, found.fell]).toEqual([5, undefined]);
    expect(found.proposed).toEqual([
      { contactId: crash.id, at: crash.at, from: 5, to: 0, recharge: { points: 50, days: 282, of: 365 } },
    ]);
  });

  it('turns its years in its own zone', () => {
    const terms = { start: '2026-03-29', zone: 'Europe/Zurich' };
    expect(standingOf(terms, [], '2026-05-01').next?.at).toBe(at('2027-03-28 22:00'));
    expect(rungs(terms, [], ['2027-03-28 21:59', '2027-03-28 22:00'])).toEqual([0, 1]);
  });

  it('asks for no recharge where the fall comes with the anniversary', () => {
    const found = standingOf({}, [by('unknown_crash', '2021-08-01')], '2022-05-10', SANE);
    expect(found.fell).toEqual({ at: at('2022-05-10'), from: 2, to: 1, cause: 'unknown_crash' });
  });

  it('honours clean years elsewhere as far as its ladder does', () => {
    expect(standingOf({ priorYears: 7, ladderId: 'singapore' }, [], '2019-06-01').discounts).toEqual([
      0, 10, 20, 30, 40, 50,
    ]);
    expect(standingOf({ priorYears: 7, ladderId: 'singapore' }, [], '2019-06-01').rung).toBe(5);
    expect(standingOf({ priorYears: 7 }, [], '2019-06-01').rung).toBe(0);
  });

  it('has the ladder that it names, else that of the team', () => {
    const ids = ['brazil', 'unheard-of', undefined].map(
      (ladderId) => standingOf(ladderId === undefined ? {} : { ladderId }, [], '2019-06-01', SANE).ladderId,
    );
    expect(ids).toEqual(['brazil', 'sane', 'sane']);
  });

  it('keeps the rung when its tariff changes', () => {
    const revenue = [{ kind: 'monthly', minor: 5000, from: '2019-05-10', to: '2021-01-01' }] as const;
    const dearer = [...revenue, { kind: 'monthly', minor: 9000, from: '2021-01-01' } as const];
    expect(standingOf({ revenue: dearer }, [], '2022-06-01')).toEqual(standingOf({ revenue }, [], '2022-06-01'));
  });
});

describe('the end of a contract', () => {
  it('within a year brings no rise, and no next anniversary', () => {
    const found = standingOf({ end: '2021-05-09' }, [], '2023-01-01');
    expect([found.rung, found.next]).toEqual([1, undefined]);
  });

  it('on the anniversary closes a whole year', () => {
    expect(standingOf({ end: '2021-05-10' }, [], '2023-01-01').rung).toBe(2);
  });

  it('stops the claims', () => {
    const late = by('unknown_crash', '2022-08-01');
    expect(standingOf({ end: '2022-07-01' }, [late], '2023-01-01').rung).toBe(3);
  });
});

describe('a pause', () => {
  const pause = (to: string, loss?: 'confirmed' | 'refused') => ({
    pauses: [{ from: '2022-08-01', to, ...(loss && { loss }) }],
  });

  it('of more than 30 days shifts the next anniversary, and freezes the ladder', () => {
    const crash = by('unknown_crash', '2022-09-01');
    expect(rungs(pause('2022-10-01'), [crash], ['2022-09-30', '2023-07-09', '2023-07-10'])).toEqual([3, 3, 4]);
    expect(rungs(pause('2022-08-31'), [], ['2023-05-09', '2023-05-10'])).toEqual([3, 4]);
  });

  it('tells no next anniversary while nobody knows how long it lasts', () => {
    const found = standingOf({ pauses: [{ from: '2022-08-01' }] }, [], '2023-08-01');
    expect([found.rung, found.next, found.risk]).toEqual([3, undefined, { rung: 0, immediate: true }]);
  });

  it('of two years costs nothing, of a day more proposes the loss of the rung', () => {
    const after = (to: string) => standingOf(pause(to), [], '2024-09-01');
    expect(after('2024-08-01')).toMatchObject({ rung: 3, proposed: [] });
    expect(after('2024-08-01').lapse).toBeUndefined();
    expect(after('2024-08-02')).toMatchObject({
      rung: 3,
      proposed: [],
      lapse: { pausedFrom: '2022-08-01', at: at('2024-08-01'), from: 3, to: 0 },
    });
    expect(after('2024-08-02').lapse).not.toHaveProperty('recharge');
  });

  it('proposes it from the day on which it is longer than two years', () => {
    const open = { pauses: [{ from: '2022-08-01' }] };
    expect(standingOf(open, [], at('2024-08-01') - 1).lapse).toBeUndefined();
    expect(standingOf(open, [], at('2024-08-01')).lapse).toMatchObject({ from: 3, to: 0 });
  });

  it('takes the rung once a person says so, and not once one has refused', () => {
    expect(standingOf(pause('2025-01-01', 'confirmed'), [], '2025-02-01')).toMatchObject({
      rung: 0,
      fell: { at: at('2024-08-01'), from: 3, to: 0, cause: 'pause' },
      proposed: [],
    });
    expect(standingOf(pause('2025-01-01', 'confirmed'), [], '2025-02-01').fell).not.toHaveProperty('recharge');
    const refused = standingOf(pause('2025-01-01', 'refused'), [], '2025-02-01');
    expect([refused.rung, refused.lapse]).toEqual([3, undefined]);
  });

  it('leads back to where one enters, and proposes nothing to who stands there', () => {
    const lost = { ...pause('2025-01-01', 'confirmed'), ladderId: 'switzerland' };
    expect(standingOf(lost, [], '2025-02-01').rung).toBe(12);
    const fallen = by('unknown_crash', '2022-07-01');
    expect(standingOf(pause('2025-01-01'), [fallen], '2025-02-01').lapse).toBeUndefined();
  });

  it('ends an amnesty on its way', () => {
    const terms = { ...pause('2025-01-01', 'confirmed'), ladderId: 'belgium' };
    const { tally } = tallyOf('c', { past: [], contacts: [] }, rulesOf(terms), at('2025-02-01'));
    expect(tally.ladder?.now).toMatchObject({ rung: 11, free: 0 });
  });

  it('goes on in the fall that another contact proposes', () => {
    const crash = contact('2021-08-01', { cause: 'unknown_crash', causeBy: 'rule' });
    const found = standingOf(pause('2025-01-01', 'confirmed'), [crash], '2026-06-01');
    expect(found.rung).toBe(1);
    expect(found.proposed).toEqual([]);
  });
});

describe('lapses', () => {
  it('come in their order, after an instant, each once', () => {
    const pauses = [
      { from: '2024-02-29' },
      { from: '2020-01-01', to: '2022-01-02' },
      { from: '2015-01-01', to: '2016-01-01' },
    ];
    const calendar = { zone: 'UTC', pauses };
    expect(lapsesAfter(0, calendar).map(({ at: instant }) => instant)).toEqual([at('2022-01-01'), at('2026-02-28')]);
    expect(lapsesAfter(at('2022-01-01') - 1, calendar)).toHaveLength(2);
    expect(lapsesAfter(at('2022-01-01'), calendar)).toHaveLength(1);
    expect(lapsesAfter(0, { zone: 'UTC' })).toEqual([]);
  });
});

describe('what is pending at an anniversary', () => {
  const pending = contact('2020-08-01');
  const day = at('2021-05-10');

  it('can still be judged for 30 days', () => {
    const found = standingOf({}, [pending], day);
    expect(found).toMatchObject({ rung: 1, undecided: { until: day + 30 * DAY, rung: 2 } });
    expect(standingOf({}, [pending], day + 30 * DAY - 1).undecided).toBeDefined();
    expect(standingOf({}, [pending], day + 30 * DAY).undecided).toBeUndefined();
  });

  it('gives the rise back as of the anniversary once it is no claim, then and later', () => {
    const judged = { ...pending, cause: 'product_fault', causeBy: 'person' } as const;
    for (const now of [day + DAY, day + 60 * DAY]) {
      expect(standingOf({}, [judged], now)).toMatchObject({ rung: 2, since: day });
      expect(standingOf({}, [judged], now).undecided).toBeUndefined();
    }
  });

  it('is no matter any more after a fall', () => {
    const crash = by('unknown_crash', '2021-05-12');
    expect(standingOf({}, [pending, crash], '2021-05-13').undecided).toMatchObject({ rung: 2 });
    const high = [contact('2020-08-01'), contact('2019-08-01')];
    expect(standingOf({}, high, '2021-05-13')).toMatchObject({ rung: 0, undecided: { rung: 1 } });
  });
});

describe('two contracts', () => {
  it('have two ladders, and borrow nothing', () => {
    const old = contract({ id: 'old', start: '2017-01-01' });
    const young = contract({ id: 'young', start: '2023-01-01', ladderId: 'brazil' });
    const later = contract({ id: 'later', start: '2027-01-01' });
    const history = { past: [], contacts: [by('unknown_crash', '2020-06-01')] };
    const found = contractLadders([old, young, later], history, rules(), at('2026-06-01'));
    expect(found.map(({ contractId, ladder }) => [contractId, ladder.ladderId, ladder.rung])).toEqual([
      ['old', 'article', 5],
      ['young', 'brazil', 3],
    ]);
  });
});
