import { describe, expect, it } from 'vitest';

import { ARTICLE, type Ladder, SANE } from '@/lib/scoring/ladder';
import { replayOf, type ReplayCustomer } from '@/lib/scoring/replay';

import { at, contact, rules } from './given';
import { by } from './ladder-of';
import { contract } from './policy-holder';

const yearly = (...years: number[]) => years.map((year) => ({ at: at(`${year}-06-01`), minor: 100_000 }));
const customer = (id: string, more: Partial<ReplayCustomer> = {}): ReplayCustomer => ({
  id,
  history: { past: [], contacts: [] },
  contract: contract({ holder: id }),
  invoices: yearly(2019, 2020, 2021, 2022, 2023, 2024),
  ...more,
});
const now = at('2024-09-01');
const replay = (customers: readonly ReplayCustomer[], ladder: Ladder = ARTICLE) =>
  replayOf(ladder, customers, rules(), now);
const having = (...contacts: ReplayCustomer['history']['contacts']) => ({ history: { past: [], contacts } });

describe('what a ladder would have cost', () => {
  it('is the discount of every invoice, by year', () => {
    expect(replay([customer('a')])).toMatchObject({
      ladderId: 'article',
      costMinor: 150_000,
      byYear: [
        { year: 2019, minor: 0 },
        { year: 2020, minor: 10_000 },
        { year: 2021, minor: 20_000 },
        { year: 2022, minor: 30_000 },
        { year: 2023, minor: 40_000 },
        { year: 2024, minor: 50_000 },
      ],
      top: [{ id: 'a', minor: 150_000 }],
      stepsBack: 0,
      preventable: 0,
      waiting: 0,
    });
  });

  it('takes the rung of the instant of an invoice', () => {
    const invoices = [
      { at: at('2020-05-10') - 1, minor: 1000 },
      { at: at('2020-05-10'), minor: 1000 },
      { at: at('2019-05-09'), minor: 1000 },
      { at: now, minor: 1000 },
      { at: now + 1, minor: 1000 },
    ];
    expect(replay([customer('a', { invoices })]).costMinor).toBe(100 + 500);
  });

  it('tells years in their order, whatever that of the invoices', () => {
    const invoices = yearly(2022, 2024, 2020, 2023);
    expect(replay([customer('a', { invoices })]).byYear.map(({ year }) => year)).toEqual([2020, 2022, 2023, 2024]);
  });

  it('rounds each invoice, halves to the even', () => {
    const invoices = [5, 15, 25, 35].map((minor) => ({ at: at('2020-06-01'), minor }));
    expect(replay([customer('a', { invoices })]).costMinor).toBe(0 + 2 + 2 + 4);
  });

  it('is less than nothing under a surcharge', () => {
    const dear: Ladder = { ...ARTICLE, discounts: [-20, 0, 0, 0, 0, 0] };
    expect(replay([customer('a', { invoices: yearly(2019, 2020) })], dear).costMinor).toBe(-20_000);
  });

  it('takes years in the zone of the vendor', () => {
    const invoices = [{ at: at('2020-12-31 23:30'), minor: 1000 }];
    const found = replayOf(ARTICLE, [customer('a', { invoices })], rules({ zone: 'Europe/Zurich' }), now);
    expect(found.byYear).toEqual([{ year: 2021, minor: 100 }]);
  });

  it('names the ten dearest, equal ones by id', () => {
    const many = Array.from({ length: 12 }, (_, index) => customer(String.fromCodePoint(108 - index)));
    const dearest = customer('z', { invoices: yearly(2024, 2024, 2024, 2024) });
    const { top } = replay([...many, dearest]);
    expect(top.map(({ id }) => id)).toEqual(['z', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
    expect(top[0]).toEqual({ id: 'z', minor: 200_000 });
  });

  it('is nothing of who has no contract and never called', () => {
    const { contract: _, ...stranger } = customer('a');
    expect(replay([stranger])).toMatchObject({ costMinor: 0, byYear: [], places: [undefined] });
  });

  it('begins without a contract with the first contact', () => {
    const { contract: _, ...stranger } = customer('a', having(contact('2022-05-10')));
    expect(replay([stranger]).byYear).toEqual([
      { year: 2019, minor: 0 },
      { year: 2020, minor: 0 },
      { year: 2021, minor: 0 },
      { year: 2022, minor: 0 },
      { year: 2023, minor: 10_000 },
      { year: 2024, minor: 20_000 },
    ]);
  });

  it('is that of the ladder in question, whatever the contract names', () => {
    const named = customer('a', { contract: contract({ ladderId: 'malaysia' }) });
    expect(replay([named])).toMatchObject({ ladderId: 'article', costMinor: 150_000 });
    expect(replay([named], SANE).ladderId).toBe('sane');
  });
});

describe('steps back', () => {
  it('are counted, with those that a fault of ours would explain', () => {
    const crash = customer('a', having(by('unknown_crash', '2022-08-01')));
    const error = customer('b', having(by('user_error', '2021-08-01'), by('user_error', '2021-09-01')));
    expect(replay([crash, error])).toMatchObject({ stepsBack: 1, preventable: 1 });
    const { protection: _, ...bare } = SANE;
    expect(replay([crash, error], bare)).toMatchObject({ stepsBack: 2, preventable: 1 });
  });

  it('count with the crashes that were pruned', () => {
    const past = [{ id: 'p', at: at('2022-08-01'), cause: 'unknown_crash', causeBy: 'person', counted: true } as const];
    expect(replay([customer('a', { history: { past, contacts: [] } })])).toMatchObject({
      stepsBack: 1,
      preventable: 1,
    });
  });

  it('that one fault explains may bring another one: it then is not prevented', () => {
    const twice = customer('a', having(by('unknown_crash', '2021-08-01'), by('unknown_crash', '2022-08-01')));
    expect(replay([twice])).toMatchObject({ stepsBack: 1, preventable: 1 });
    const table: Ladder = {
      ...SANE,
      stepBack: { ...SANE.stepBack, user_error: { by: 1, when: 'anniversary', always: true } },
    };
    const { protection: _, ...bare } = table;
    const both = customer('a', having(by('unknown_crash', '2021-08-01'), by('user_error', '2021-09-01')));
    expect(replay([both], bare)).toMatchObject({ stepsBack: 1, preventable: 0 });
  });

  it('are prevented with what the crash made of other contacts', () => {
    const { protection: _, ...bare } = SANE;
    const both = customer('a', having(by('unknown_crash', '2021-08-01'), by('user_error', '2021-09-01')));
    expect(replay([both], bare)).toMatchObject({ stepsBack: 1, preventable: 1 });
    const past = [{ id: 'p', at: at('2021-08-01'), cause: 'unknown_crash', causeBy: 'person', counted: true } as const];
    const pruned = customer('a', { history: { past, contacts: [by('user_error', '2021-09-01')] } });
    expect(replay([pruned], bare)).toMatchObject({ stepsBack: 1, preventable: 1 });
  });

  it('wait where no person has confirmed them, and take nothing', () => {
    const proposed = customer('a', having(contact('2022-08-01', { cause: 'unknown_crash', causeBy: 'import' })));
    const { stepsBack, waiting, places } = replay([proposed]);
    expect([stepsBack, waiting]).toEqual([0, 1]);
    expect(places[0]?.rung).toBe(4);
  });

  it('of a pause too long are none of a contact', () => {
    const pauses = [{ from: '2021-01-01', to: '2023-06-01', loss: 'confirmed' as const }];
    const away = customer('a', { contract: contract({ pauses }) });
    expect(replay([away])).toMatchObject({ stepsBack: 0, preventable: 0 });
    expect(replay([away]).places[0]).toMatchObject({ rung: 1, falls: [{ from: 1, to: 0, cause: 'pause' }] });
  });
});
