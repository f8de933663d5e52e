import { describe, expect, it } from 'vitest';

import { type Cause, type Contact } from '@/lib/scoring/contact';
import { SANE } from '@/lib/scoring/ladder';

import { at, contact } from './given';
import { by, standing } from './ladder-of';

describe('D1: five quiet years, then a crash that nobody can explain', () => {
  const history = [contact('2019-05-10 08:00'), by('unknown_crash', '2024-08-01 12:00')];

  it.each([
    ['2019-05-10 09:00', 0],
    ['2020-05-09 23:59', 0],
    ['2020-05-10', 1],
    ['2021-05-10', 2],
    ['2022-05-10', 3],
    ['2023-05-10', 4],
    ['2024-05-10', 5],
    ['2024-08-01 11:59', 5],
    ['2024-08-01 12:00', 0],
    ['2025-05-10', 0],
    ['2026-05-09 23:59', 0],
    ['2026-05-10', 1],
  ])('at %s on rung %d', (instant, rung) => {
    expect(standing(history, instant).rung).toBe(rung);
  });

  it('tells what fell, and when the next rise may be', () => {
    const { fell, next, since } = standing(history, '2024-09-01');
    expect(fell).toMatchObject({ at: at('2024-08-01 12:00'), from: 5, to: 0, cause: 'unknown_crash' });
    expect(since).toBe(at('2024-08-01 12:00'));
    expect(next).toEqual({ at: at('2025-05-10'), rung: 0, claims: 1, allowed: 0 });
  });

  it('warns before: all at once', () => {
    expect(standing(history, '2024-07-31').risk).toEqual({ rung: 0, immediate: true });
  });
});

describe('anniversaries', () => {
  it.each([
    ['2021-02-27 23:59', 0],
    ['2021-02-28', 1],
    ['2023-02-28', 3],
    ['2024-02-28', 3],
    ['2024-02-29', 4],
  ])('of 29 February: at %s on rung %d', (instant, rung) => {
    expect(standing([contact('2020-02-29 10:00')], instant).rung).toBe(rung);
  });

  it('are local midnights: summer time starts on the very day', () => {
    const { next } = standing([contact('2026-03-28 23:30')], '2026-04-01', { zone: 'Europe/Zurich' });
    expect(next?.at).toBe(at('2027-03-28 22:00'));
  });

  it('open the new year: a contact at midnight belongs to it', () => {
    const before = standing([contact('2024-05-10'), contact(at('2025-05-10') - 1)], '2025-05-11');
    const after = standing([contact('2024-05-10'), contact('2025-05-10')], '2025-05-11');
    expect([before.rung, after.rung]).toEqual([0, 1]);
  });
});

describe("the article's causes", () => {
  it.each<[Cause, number]>([
    ['pending', 1],
    ['user_error', 1],
    ['request', 2],
    ['product_fault', 2],
    ['third_party', 2],
    ['helpful_report', 2],
    ['unknown_crash', 0],
  ])('%s in the second year leaves rung %d at its end', (cause, rung) => {
    expect(standing([contact('2020-05-10'), by(cause, '2021-08-01')], '2022-05-10').rung).toBe(rung);
  });

  it('the first contact counts for nothing, whatever it was', () => {
    expect(standing([by('unknown_crash', '2020-05-10')], '2021-05-10').rung).toBe(1);
  });

  it('a fault of ours still begins the acquaintance, spam does not', () => {
    const fault = [by('product_fault', '2020-01-10'), contact('2020-05-10')];
    expect(standing(fault, '2020-06-01').next?.at).toBe(at('2021-01-10'));
    const spam = [contact('2020-01-10', { excluded: 'spam' }), contact('2020-05-10')];
    expect(standing(spam, '2020-06-01').next?.at).toBe(at('2021-05-10'));
  });

  it('setting the cause to a fault of ours gives a lost rung back', () => {
    const history = [contact('2019-05-10'), by('unknown_crash', '2024-08-01')];
    const corrected = [contact('2019-05-10'), by('product_fault', '2024-08-01')];
    expect([standing(history, '2024-09-01').rung, standing(corrected, '2024-09-01').rung]).toEqual([0, 5]);
  });
});

describe('a proposed fall', () => {
  const crash = contact('2022-08-01', { cause: 'unknown_crash', causeBy: 'rule' });
  const first = contact('2019-05-10');

  it('takes nothing, holds the rung, and says what it would cost by now', () => {
    const { rung, proposed, fell } = standing([first, crash], '2024-06-01');
    expect([rung, fell]).toEqual([4, undefined]);
    expect(proposed).toMatchObject([{ contactId: crash.id, at: crash.at, from: 4, to: 1 }]);
  });

  it('confirmed, falls where it happened', () => {
    expect(standing([first, { ...crash, loss: 'confirmed' }], '2024-06-01')).toMatchObject({
      rung: 1,
      proposed: [],
      fell: { at: crash.at, from: 3, to: 0 },
    });
  });

  it('refused, is only a contact', () => {
    expect(standing([first, { ...crash, loss: 'refused' }], '2024-06-01')).toMatchObject({ rung: 4, proposed: [] });
  });

  it('is forgotten where it no longer makes a difference', () => {
    expect(standing([first, crash], '2030-06-01')).toMatchObject({ rung: 5, proposed: [] });
  });

  it('waits for an anniversary on a ladder that steps back then', () => {
    const history = [first, { ...crash, at: at('2021-08-01') }];
    expect(standing(history, '2021-09-01', { ladder: SANE }).proposed).toMatchObject([{ from: 2, to: 1 }]);
  });
});

describe('the sane ladder', () => {
  const first = contact('2019-05-10');
  const at2 = (...claims: Contact[]) => standing([first, ...claims], '2022-05-10', { ladder: SANE }).rung;

  it('lets one contact a year pass', () => {
    expect(at2(by('user_error', '2021-08-01'))).toBe(3);
    expect(at2(contact('2021-08-01'))).toBe(3);
  });

  it('holds for two that nobody has judged', () => {
    expect(at2(contact('2021-08-01'), contact('2021-09-01'))).toBe(2);
  });

  it('steps back by one for the second error, at the anniversary', () => {
    const history = [first, by('user_error', '2021-08-01'), by('user_error', '2021-09-01')];
    expect(standing(history, '2022-05-09', { ladder: SANE })).toMatchObject({
      rung: 2,
      next: { rung: 1, claims: 2, allowed: 1 },
    });
    expect(standing(history, '2022-05-10', { ladder: SANE })).toMatchObject({
      rung: 1,
      fell: { at: at('2022-05-10'), from: 2, to: 1 },
    });
  });

  it('tells several steps of one year as one fall', () => {
    const history = [
      first,
      by('user_error', '2021-08-01'),
      by('user_error', '2021-09-01'),
      by('unknown_crash', '2021-10-01'),
    ];
    expect(standing(history, '2022-05-10', { ladder: SANE })).toMatchObject({
      rung: 0,
      fell: { at: at('2022-05-10'), from: 2, to: 0 },
    });
  });

  it('steps back for a crash even if it is the only contact', () => {
    expect(at2(by('unknown_crash', '2021-08-01'))).toBe(1);
  });

  it('from the third rung forgives one fall in three years', () => {
    const history = [
      first,
      by('unknown_crash', '2023-08-01'),
      by('unknown_crash', '2025-08-01'),
      by('unknown_crash', '2028-08-01'),
    ];
    const rungs = [
      '2023-05-10',
      '2024-05-10',
      '2025-05-10',
      '2026-05-10',
      '2027-05-10',
      '2028-05-10',
      '2029-05-10',
    ].map((day) => standing(history, day, { ladder: SANE }).rung);
    expect(rungs).toEqual([4, 4, 5, 4, 5, 5, 5]);
  });
});
