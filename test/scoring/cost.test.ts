import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Contact, KINDS, NOT_COUNTED, type NotCounted } from '@/lib/scoring/contact';
import { attendeeMinutes, costOf, minuteRate } from '@/lib/scoring/cost';
import { COST_RATES } from '@/lib/scoring/rules';

import { contact } from './given';

const costs = { ...COST_RATES, minuteMinor: 107, contactMinor: 250 };
const cost = (more: Partial<Contact>, why?: NotCounted) => costOf(contact(0, more), why, { costs });
const minutes = (more: Partial<Contact>) => cost(more).minutes;

describe('the rate of a minute', () => {
  it('is what a person costs a year, by the minutes that are left for contacts', () => {
    expect(minuteRate(7_200_000, 1720, 0.65) / 100).toBeCloseTo(1.0733, 4);
    expect(minuteRate(6000, 1, 1)).toBe(100);
  });

  it('may be another for a kind that other people do', () => {
    const terms = { costs: { ...costs, minuteMinorOf: { visit: 200 } } };
    expect(costOf(contact(0, { kind: 'visit', minutes: 30 }), undefined, terms).costMinor).toBe(250 + 6000);
    expect(costOf(contact(0, { kind: 'call', minutes: 30 }), undefined, terms).costMinor).toBe(250 + 3210);
  });
});

describe('the cost of a contact', () => {
  it('is minutes times rate and a fixed part', () => {
    expect(cost({ minutes: 50.5 })).toEqual({ minutes: 50.5, costMinor: 250 + 5404, assumed: false });
  });

  it('measured at nothing is the fixed part', () => {
    expect(cost({ minutes: 0 })).toEqual({ minutes: 0, costMinor: 250, assumed: false });
  });

  it('has what was paid out for it on top', () => {
    expect(cost({ minutes: 10, expensesMinor: 4500 }).costMinor).toBe(250 + 1070 + 4500);
  });

  it('of a conference is the time of our own people', () => {
    const hourly65 = { ...COST_RATES, minuteMinor: 6500 / 60, contactMinor: 0, preparationMinutes: 0 };
    const call = contact(0, { kind: 'conference', length: 50, ownAttendees: 4 });
    expect(costOf(call, undefined, { costs: hourly65 })).toEqual({ minutes: 200, costMinor: 21_667, assumed: false });
    expect(costOf(call, undefined, { costs: { ...hourly65, preparationMinutes: 15 } }).minutes).toBe(260);
  });
});

describe('handle time', () => {
  it.each<[string, Partial<Contact>, number]>([
    ['a message', {}, 12],
    ['a first message', { messages: 1 }, 12],
    ['with two more of the customer', { messages: 3 }, 18],
    ['with none at all', { messages: 0 }, 12],
    ['a chat, one of two at once', { kind: 'chat' }, 5],
    ['a chat of half an hour', { kind: 'chat', length: 30 }, 15],
    ['a call and the notes after it', { kind: 'call' }, 12],
    ['a call of 20 minutes', { kind: 'call', length: 20 }, 23],
    ['a call whose handle time was measured', { kind: 'call', length: 20, minutes: 21 }, 21],
    ['a conference with one of us', { kind: 'conference' }, 75],
    ['a conference with three of us', { kind: 'conference', length: 30, ownAttendees: 3 }, 135],
    ['a visit', { kind: 'visit' }, 120],
    ['a visit of an hour', { kind: 'visit', length: 60 }, 60],
  ])('%s', (_, more, expected) => {
    expect(minutes(more)).toBe(expected);
  });

  it.each(KINDS)('of a %s is assumed where nothing was measured, and says so', (kind) => {
    expect(cost({ kind }).assumed).toBe(true);
    expect(cost({ kind, length: 30 }).assumed).toBe(false);
    expect(cost({ kind, minutes: 30 }).assumed).toBe(false);
  });
});

describe('somebody who needs more of our time', () => {
  const wide = (more: Partial<Contact>) => costOf(contact(0, more), undefined, { costs, accessibility: true });

  it.each<[Partial<Contact>, number]>([
    [{ minutes: 40 }, 12],
    [{ minutes: 8 }, 8],
    [{ messages: 9 }, 12],
    [{ kind: 'call', length: 60 }, 12],
    [{ kind: 'call', length: 2 }, 5],
    [{ kind: 'conference', length: 120, ownAttendees: 2 }, 150],
  ])('is charged the usual at most: %o', (more, expected) => {
    expect(wide(more).minutes).toBe(expected);
  });

  it('keeps it said whether the time was measured', () => {
    expect(wide({ minutes: 40 })).toEqual({ minutes: 12, costMinor: 250 + 1284, assumed: false });
    expect(wide({}).assumed).toBe(true);
  });
});

describe('what does not count', () => {
  const free: readonly NotCounted[] = NOT_COUNTED.filter(
    (why) =>
      ![
        'product_fault',
        'outage',
        'third_party',
        'request',
        'duplicate',
        'reopened-soon',
        'follow-up',
        'split',
      ].includes(why),
  );

  it.each(free)('%s: is charged to nobody', (why) => {
    expect(cost({ minutes: 60 }, why)).toEqual({ minutes: 0, costMinor: 0, assumed: false });
  });

  it.each<NotCounted>(['product_fault', 'outage'])('%s: is booked to us', (why) => {
    expect(cost({ minutes: 10 }, why)).toEqual({ minutes: 10, costMinor: 1320, assumed: false, ours: true });
    expect(cost({}, why)).toEqual({ minutes: 12, costMinor: 250 + 1284, assumed: true, ours: true });
  });

  it.each<NotCounted>(['duplicate', 'reopened-soon', 'follow-up', 'split'])(
    '%s: costs the minutes it took, if they were measured',
    (why) => {
      expect(cost({ minutes: 10 }, why)).toEqual({ minutes: 10, costMinor: 1070, assumed: false });
      expect(cost({}, why)).toEqual({ minutes: 0, costMinor: 0, assumed: false });
    },
  );

  it.each<NotCounted>(['third_party', 'request'])('%s: the time was spent for the customer', (why) => {
    expect(cost({ minutes: 10 }, why)).toEqual({ minutes: 10, costMinor: 1320, assumed: false });
  });
});

describe('minutes of our people in a conference', () => {
  it.each<[Partial<Contact>, number]>([
    [{ length: 30, ownAttendees: 4 }, 120],
    [{ length: 30 }, 30],
    [{}, 60],
    [{ ownAttendees: 2 }, 120],
    [{ minutes: 95, ownAttendees: 2 }, 95],
    [{ minutes: 95, length: 40, ownAttendees: 2 }, 80],
  ])('%o', (more, expected) => {
    expect(attendeeMinutes(contact(0, { kind: 'conference', ...more }), COST_RATES)).toBe(expected);
  });
});

it('is a whole amount, never below nothing, and never more for who needs more time', () => {
  const contacts = fc.record(
    {
      kind: fc.constantFrom(...KINDS),
      minutes: fc.double({ min: 0, max: 600, noNaN: true }),
      length: fc.double({ min: 0, max: 600, noNaN: true }),
      messages: fc.integer({ min: 0, max: 50 }),
      ownAttendees: fc.integer({ min: 0, max: 9 }),
      expensesMinor: fc.nat(100_000),
    },
    { requiredKeys: ['kind'] },
  );
  fc.assert(
    fc.property(contacts, fc.option(fc.constantFrom(...NOT_COUNTED), { nil: undefined }), (more, why) => {
      const plain = costOf(contact(0, more), why, { costs });
      const wide = costOf(contact(0, more), why, { costs, accessibility: true });
      expect(Number.isInteger(plain.costMinor) && plain.costMinor >= 0).toBe(true);
      expect(wide.costMinor).toBeLessThanOrEqual(plain.costMinor);
    }),
  );
});
