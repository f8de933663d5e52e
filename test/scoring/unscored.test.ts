import { describe, expect, it } from 'vitest';

import type { Person } from '@/lib/scoring/circumstances';
import type { Contact } from '@/lib/scoring/contact';
import { firstFit } from '@/lib/scoring/fit';
import { quantileOf } from '@/lib/scoring/rate';
import { rateStanding } from '@/lib/scoring/rate-standing';
import { unscoredOf, unscoredReason } from '@/lib/scoring/unscored';

import { contact, days } from './given';
import { ago, every, now, standing } from './standing-of';

const fit = firstFit({ estimate: 3, rateLimit: null });
const rateOf = (mean: number) => ({ ...rateStanding(fit, { n: 0, e: 0 }), mean });
const usual = rateOf(3);

describe('nobody is judged', () => {
  it.each<[Person, string | undefined]>([
    [{}, undefined],
    [{ sharedMailbox: true }, 'shared-mailbox'],
    [{ sharedMailbox: true, organisation: true }, 'organisation'],
    [{ organisation: true, exempt: true }, 'exempt'],
    [{ exempt: true, objection: true }, 'objection'],
    [{ unsubscribed: true, note: 'a friend' }, undefined],
  ])('%o: %s', (person, why) => {
    expect(unscoredOf(person, fit, usual)).toBe(why);
  });

  it('beyond twenty times the 99 % point of the rates', () => {
    const most = 20 * quantileOf({ shape: 0.4, rate: 0.4 / 3 }, 0.99);
    expect(unscoredOf({}, fit, rateOf(most * 1.000001))).toBe('shared-mailbox');
    expect(unscoredOf({}, fit, rateOf(most * 0.999999))).toBeUndefined();
  });

  it.each([
    ['shared-mailbox', {}, { kind: 'unscored', why: 'shared-mailbox', rate: 900 }],
    ['shared-mailbox', { sharedMailbox: true }, { kind: 'unscored', why: 'shared-mailbox' }],
    ['exempt', { note: 'a friend' }, { kind: 'unscored', why: 'exempt', note: 'a friend' }],
    ['exempt', {}, { kind: 'unscored', why: 'exempt' }],
    ['organisation', { note: 'old' }, { kind: 'unscored', why: 'organisation' }],
  ] as const)('%s, said with what there is to say: %o', (why, person, reason) => {
    expect(unscoredReason(why, person, rateOf(900))).toEqual(reason);
  });
});

describe('a system that writes all the time', () => {
  const mails = (count: number): Contact[] =>
    Array.from({ length: count }, (_, index) =>
      contact(ago(60) + Math.round((index * days(59)) / count), { id: `s/${String(index).padStart(5, '0')}/open` }),
    );

  it('is a shared mailbox, without limits or flags', () => {
    const found = standing(mails(600));
    expect(found).toMatchObject({ level: 'unscored', unscored: 'shared-mailbox', limits: [], flags: [], loved: false });
    expect(found.reasons).toEqual([{ kind: 'unscored', why: 'shared-mailbox', rate: found.rate.mean }]);
    expect(found.rate.mean).toBeGreaterThan(1000);
  });

  it('is not one who only calls very often', () => {
    expect(standing(mails(60)).level).toBe('expensive');
  });
});

it('a person of an organisation that holds the contract has no badge', () => {
  const found = standing(every(40, 5), { person: { organisation: true }, now });
  expect(found).toMatchObject({ level: 'unscored', unscored: 'organisation', limits: [], flags: [] });
  expect(found).not.toHaveProperty('suggestion');
});
