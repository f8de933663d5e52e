import { describe, expect, it } from 'vitest';

import { type Badged, fairnessOf } from '@/lib/scoring/fairness';
import type { Level } from '@/lib/scoring/standing';

const some = (count: number, level: Level, more: Partial<Badged> = {}): Badged[] =>
  Array.from({ length: count }, () => ({ level, ...more }));

describe('shares of badges', () => {
  const customers = [
    ...some(60, 'calm', { language: 'de', plan: 'basic' }),
    ...some(10, 'watch', { language: 'de', plan: 'basic' }),
    ...some(10, 'expensive', { language: 'de', plan: 'gold' }),
    ...some(20, 'unscored', { language: 'de' }),
    ...some(20, 'watch', { language: 'fr' }),
    ...some(3, 'new', { language: 'it' }),
    ...some(2, 'expensive', { language: 'it' }),
  ];
  const report = fairnessOf(customers);
  const of = (by: string, group?: string) => report.groups.find((one) => one.by === by && one.group === group);

  it('are of those who are scored', () => {
    expect(report).toMatchObject({ customers: 125, marked: 42 / 105 });
    expect(of('language', 'de')).toEqual({
      by: 'language',
      group: 'de',
      customers: 100,
      levels: { new: 0, calm: 60, watch: 10, expensive: 10, unscored: 20 },
      marked: 0.25,
      skew: 'less',
    });
  });

  it('show who is marked more often than chance would have it', () => {
    expect(of('language', 'fr')).toMatchObject({ marked: 1, skew: 'more' });
  });

  it('show nothing in a group too small to say', () => {
    expect(of('language', 'it')).toMatchObject({ customers: 5, marked: 0.4 });
    expect(of('language', 'it')).not.toHaveProperty('skew');
    expect(of('plan', 'gold')).not.toHaveProperty('skew');
  });

  it('come by plan, language and country, the largest first', () => {
    expect(report.groups.map(({ by, group, customers: size }) => [by, group, size])).toEqual([
      ['plan', 'basic', 70],
      ['plan', undefined, 45],
      ['plan', 'gold', 10],
      ['language', 'de', 100],
      ['language', 'fr', 20],
      ['language', 'it', 5],
      ['country', undefined, 125],
    ]);
    expect(of('country')).not.toHaveProperty('group');
    expect(of('country')).not.toHaveProperty('skew');
  });

  it('of equal groups stand by name', () => {
    const two = [...some(2, 'calm', { plan: 'b' }), ...some(2, 'calm', { plan: 'a' })];
    expect(
      fairnessOf(two)
        .groups.slice(0, 2)
        .map(({ group }) => group),
    ).toEqual(['a', 'b']);
  });
});

describe('a skew', () => {
  /** 20 scored of a group among 100 whose share is a half. */
  const skewWith = (marked: number, scored = 20) =>
    fairnessOf([
      ...some(marked, 'watch', { plan: 'p' }),
      ...some(scored - marked, 'calm', { plan: 'p' }),
      ...some(50 - marked, 'expensive', { plan: 'q' }),
      ...some(50 - scored + marked, 'calm', { plan: 'q' }),
    ]).groups.find(({ group }) => group === 'p')?.skew;

  it.each([
    [5, 'less'],
    [6, undefined],
    [14, undefined],
    [15, 'more'],
  ])('of %d among twenty: %s, by Wilson’s interval', (marked, skew) => {
    expect(skewWith(marked)).toBe(skew);
  });

  it('of nineteen says nothing', () => {
    expect(skewWith(19, 19)).toBeUndefined();
  });
});

it('of nobody is no share', () => {
  expect(fairnessOf([])).toEqual({ customers: 0, marked: 0, groups: [] });
  expect(fairnessOf(some(30, 'unscored', { plan: 'p' })).groups[0]).toMatchObject({ marked: 0, customers: 30 });
});
