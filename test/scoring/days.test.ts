import { describe, expect, it } from 'vitest';

import type { NotCounted } from '@/lib/scoring/contact';
import { type Day, dayAdded } from '@/lib/scoring/days';
import { yearOf } from '@/lib/scoring/months';

import { contact, rules } from './given';
import { ago, every, standing } from './standing-of';

const terms = rules();
const folded = (...contacts: readonly [string, number | undefined, NotCounted?][]): readonly Day[] =>
  contacts.reduce<readonly Day[]>(
    (days, [when, minutes, why]) => dayAdded(days, contact(when, minutes === undefined ? {} : { minutes }), why, terms),
    [],
  );

describe('a day of a customer', () => {
  it('sums what came on it', () => {
    expect(
      folded(
        ['2026-03-02 09:00', 10],
        ['2026-03-02 10:00', undefined],
        ['2026-03-02 11:00', 5, 'duplicate'],
        ['2026-03-02 12:00', 7, 'duplicate'],
      ),
    ).toEqual([
      {
        day: '2026-03-02',
        counted: 2,
        not: { duplicate: 2 },
        minutes: 10 + 12 + 5 + 7,
        costMinor: 1100 + 1300 + 500 + 700,
        oursMinor: 0,
        assumed: 1,
      },
    ]);
  });

  it('keeps what our own faults cost apart', () => {
    expect(
      folded(
        ['2026-03-02 09:00', 10],
        ['2026-03-02 10:00', 30, 'product_fault'],
        ['2026-03-02 11:00', undefined, 'outage'],
      ),
    ).toMatchObject([{ counted: 1, minutes: 10, costMinor: 1100, oursMinor: 3100 + 1300, assumed: 0 }]);
  });

  it('is that of the zone, and the next begins another', () => {
    const zoned = { ...terms, zone: 'Europe/Zurich' };
    const late = dayAdded([], contact('2026-03-02 23:30'), undefined, zoned);
    expect(late.map(({ day }) => day)).toEqual(['2026-03-03']);
    expect(dayAdded(late, contact('2026-03-03 23:30'), undefined, zoned).map(({ day }) => day)).toEqual([
      '2026-03-03',
      '2026-03-04',
    ]);
  });

  it('is forgotten when it lies before the month of a year ago', () => {
    const days = folded(['2025-02-28', 1], ['2025-03-01', 1], ['2026-03-20', 1]).map(({ day }) => day);
    expect(days).toEqual(['2025-03-01', '2026-03-20']);
  });

  it('charges no more than usual who needs more of our time', () => {
    const wide = dayAdded([], contact('2026-03-02', { minutes: 90 }), undefined, { ...terms, accessibility: true });
    expect(wide).toMatchObject([{ minutes: 12, costMinor: 1300 }]);
  });
});

describe('a year', () => {
  it('says what we owe beside what was spent', () => {
    const days = folded(['2026-03-02', 10], ['2026-04-02', 30, 'outage'], ['2026-05-02', 20, 'product_fault']);
    expect(yearOf(days)).toMatchObject({ costMinor: 1100, oursMinor: 3100 + 2100 });
  });

  it('of a customer is on the standing', () => {
    const contacts = [...every(3, 30), contact(ago(5), { cause: 'product_fault', minutes: 45 })];
    expect(standing(contacts).year).toMatchObject({ oursMinor: 4600, costMinor: 3 * 1300 });
  });
});
