import { describe, expect, it } from 'vitest';

import { dormantSince, isDueForThanks, isGoodMoment, isWellBehaved, type Behaviour } from '@/lib/scoring/well-behaved';

import { at, days } from './given';

const now = at('2026-11-25');
const good: Behaviour = { now, aboveMean: 0.1, exposureDays: 180, openTickets: 0, overLimit: false };

describe('well-behaved', () => {
  it.each<[string, Partial<Behaviour>, boolean]>([
    ['at the edge of all', {}, true],
    ['a little too often, perhaps', { aboveMean: 0.1001 }, false],
    ['a day short of half a year', { exposureDays: 179 }, false],
    ['over a limit', { overLimit: true }, false],
    ['earning nothing and costing nothing', { marginMinor: 0 }, true],
    ['costing a cent more than they pay', { marginMinor: -1 }, false],
    ['with something open', { openTickets: 1 }, false],
    ['unsubscribed', { unsubscribed: true }, false],
    ['complained 89 days ago', { complaintAt: now - days(89) }, false],
    ['complained 90 days ago', { complaintAt: now - days(90) }, true],
    ['hit by an outage 13 days ago', { outageAt: now - days(13) }, false],
    ['hit by an outage 14 days ago', { outageAt: now - days(14) }, true],
  ])('%s', (_, more, behaved) => {
    expect(isWellBehaved({ ...good, ...more })).toBe(behaved);
  });

  it('has nothing to do with the moment, which may be good for anybody', () => {
    expect(isGoodMoment({ ...good, aboveMean: 1, exposureDays: 0, overLimit: true, marginMinor: -5 })).toBe(true);
    expect(isGoodMoment({ ...good, openTickets: 1 })).toBe(false);
    expect(isGoodMoment({ ...good, complaintAt: now })).toBe(false);
    expect(isGoodMoment({ ...good, outageAt: now })).toBe(false);
  });
});

it.each([
  ['never thanked', undefined, true],
  ['90 days ago', now - days(90), true],
  ['a millisecond less', now - days(90) + 1, false],
])('due for thanks, %s: %s', (_, thankedAt, due) => {
  expect(isDueForThanks({ now, everyDays: 90, ...(thankedAt !== undefined && { thankedAt }) })).toBe(due);
});

describe('dormant', () => {
  it('is nobody whose use we cannot see', () => {
    expect(dormantSince({}, now)).toBeUndefined();
    expect(dormantSince({ lastAt: now - days(900) }, now)).toBeUndefined();
  });

  it.each([
    ['since the last sign of use', { usedAt: now - days(180) }, now - days(180)],
    ['not yet', { usedAt: now - days(180) + 1 }, undefined],
    [
      'since the last contact, which is a sign too',
      { usedAt: now - days(400), lastAt: now - days(200) },
      now - days(200),
    ],
    ['not for who called of late', { usedAt: now - days(400), lastAt: now - days(10) }, undefined],
  ])('%s', (_, seen, since) => {
    expect(dormantSince(seen, now)).toBe(since);
  });
});
