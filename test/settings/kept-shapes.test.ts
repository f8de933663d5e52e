import { describe, expect, it } from 'vitest';

import { checkContract } from '@/lib/settings/contract-schema';
import { checkOutage } from '@/lib/settings/outage-schema';
import { marginRules, tallyRules } from '@/lib/settings/rules';
import { checkSetting, withDefaults } from '@/lib/settings/schema';

const contract = { id: 'c', holder: 'abc', start: '2024-02-29', pauses: [], currency: 'EUR', revenue: [] };
const full = {
  ...contract,
  end: '2027-01-01',
  zone: 'Europe/Vienna',
  pauses: [{ from: '2024-05-01', to: '2024-06-01', loss: 'refused' }, { from: '2026-01-01' }],
  revenue: [
    { kind: 'monthly', minor: 100, from: '2024-03-01', to: '2025-03-01' },
    { kind: 'support', minor: 0, from: '2024-03-01' },
    { kind: 'licence', minor: 100, at: '2024-03-01', termMonths: 12 },
    { kind: 'resale', minor: 100, costMinor: 90, at: '2024-03-01' },
    { kind: 'work', minor: 100, at: '2024-03-01' },
  ],
  goodsMinor: 5,
  ladderId: 'sane',
  priorYears: 2,
  seats: 3,
};

describe('a contract', () => {
  it('is kept as it is, without what nobody knows', () => {
    expect(checkContract(full)).toEqual({ ok: true, value: full });
    expect(checkContract({ ...contract, note: 'x' })).toEqual({ ok: true, value: contract });
  });

  it.each<{ with: Record<string, unknown>; why: RegExp }>([
    { with: { start: '2023-02-29' }, why: /start: a day that the calendar has/ },
    { with: { start: '2024-13-01' }, why: /the calendar has/ },
    { with: { start: '1.3.2024' }, why: /a day such as/ },
    { with: { end: '2024-02-29' }, why: /ends before it begins/ },
    { with: { holder: '' }, why: /somebody/ },
    { with: { zone: 'Mars/Olympus' }, why: /a zone such as/ },
    { with: { currency: 'euro' }, why: /three capital letters/ },
    { with: { pauses: [{ from: '2024-05-01', to: '2024-05-01' }] }, why: /pauses\.0: it ends before/ },
    { with: { revenue: [{ kind: 'monthly', minor: -1, from: '2024-03-01' }] }, why: /revenue\.0\.minor: zero or more/ },
    { with: { revenue: [{ kind: 'work', minor: 1.5, at: '2024-03-01' }] }, why: /whole minor units/ },
    { with: { revenue: [{ kind: 'licence', minor: 1, at: '2024-03-01', termMonths: 0 }] }, why: /a month at least/ },
    { with: { revenue: [{ kind: 'monthly', minor: 1, from: '2024-03-01', to: '2024-02-01' }] }, why: /ends before/ },
    { with: { seats: 0 }, why: /seats/ },
    { with: { ladderId: 'No Such' }, why: /ladderId/ },
  ])('with $with is refused', ({ with: wrong, why }) => {
    const checked = checkContract({ ...contract, ...wrong });
    expect(checked.ok ? '' : checked.why).toMatch(why);
  });
});

describe('an outage', () => {
  const outage = { id: 'o', name: 'Fire', from: 10 };
  it('is kept as it is', () => {
    const all = { ...outage, to: 11, sourceId: 'aaaaaaaa', queues: ['a'], tags: ['b'] };
    expect(checkOutage(all)).toEqual({ ok: true, value: all });
    expect(checkOutage(outage)).toEqual({ ok: true, value: outage });
  });

  it.each<{ with: Record<string, unknown>; why: RegExp }>([
    { with: { to: 10 }, why: /ends before it begins/ },
    { with: { id: 'problem:7' }, why: /without slash, colon and space/ },
    { with: { name: ' ' }, why: /name: not empty/ },
    { with: { queues: [] }, why: /at least one/ },
    { with: { tags: [''] }, why: /tags\.0: not empty/ },
    { with: { from: -1 }, why: /from/ },
  ])('with $with is refused', ({ with: wrong, why }) => {
    const checked = checkOutage({ ...outage, ...wrong });
    expect(checked.ok ? '' : checked.why).toMatch(why);
  });
});

describe('proposal rules', () => {
  const rule = { id: 'r', on: false, sourceId: 'aaaaaaaa', cause: 'unknown_crash', words: ['down'] };
  it('are kept as they are', () => {
    expect(checkSetting('proposalRules', [rule])).toEqual({ ok: true, value: [rule] });
    expect(withDefaults([]).proposalRules).toEqual([]);
  });

  it.each<{ rules: unknown[]; why: RegExp }>([
    { rules: [{ ...rule, words: undefined, id: 'x' }], why: /./ },
    { rules: [{ id: 'r', on: true, sourceId: 'a', cause: 'unknown_crash' }], why: /say at least one thing/ },
    { rules: [{ ...rule, cause: 'pending' }], why: /./ },
    { rules: [rule, rule], why: /no two rules/ },
    { rules: [{ ...rule, olderThanDays: 0 }], why: /more than nothing/ },
    { rules: [{ ...rule, status: 'spam' }], why: /./ },
  ])('$rules are refused', ({ rules, why }) => {
    const checked = checkSetting('proposalRules', rules);
    expect(checked.ok ? '' : checked.why).toMatch(why);
  });
});

describe('what the scoring is told', () => {
  it('is the ladder by its id, and the half-life of the fit', () => {
    const settings = withDefaults([{ key: 'ladder', value: 'malaysia' }]);
    expect(tallyRules(settings, 'UTC', 90)).toMatchObject({ halfLifeDays: 90, ladder: { id: 'malaysia' } });
    expect(tallyRules(withDefaults([]), 'UTC')).toMatchObject({ halfLifeDays: 180, ladder: { id: 'article' } });
    expect(checkSetting('ladder', 'none').ok).toBe(false);
  });

  it('is what the discount is on, by the business model', () => {
    const rates = { USD: 0.9 };
    const dealer = withDefaults([
      { key: 'businessModel', value: 'car-dealer' },
      { key: 'currencyRates', value: rates },
      { key: 'licences', value: 'at-once' },
    ]);
    expect(marginRules(dealer, 'UTC')).toEqual({
      currencies: { base: 'EUR', rates },
      zone: 'UTC',
      licences: 'at-once',
      discounted: ['monthly', 'support', 'work'],
    });
    expect(marginRules(withDefaults([]), 'UTC')).toMatchObject({
      licences: 'spread',
      discounted: ['monthly', 'support'],
    });
  });

  it.each([
    { key: 'currencyRates' as const, value: { usd: 1 } },
    { key: 'currencyRates' as const, value: { USD: 0 } },
    { key: 'businessModel' as const, value: 'bakery' },
    { key: 'index' as const, value: true },
    { key: 'licences' as const, value: 'never' },
  ])('$key is not $value', ({ key, value }) => expect(checkSetting(key, value).ok).toBe(false));
});
