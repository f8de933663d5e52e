import { describe, expect, it } from 'vitest';

import { KINDS, type NotCounted } from '@/lib/scoring/contact';
import { costOf } from '@/lib/scoring/cost';
import { COST_RATES } from '@/lib/scoring/rules';

import { contact } from './given';

const rates = { ...COST_RATES, minuteMinor: 107, contactMinor: 250 };

it('is minutes times rate and a fixed part', () => {
  expect(costOf(contact(0, { minutes: 50.5 }), undefined, rates)).toEqual({
    minutes: 50.5,
    costMinor: 250 + 5404,
    assumed: false,
  });
});

it.each(KINDS)('takes the default minutes of a %s where none were measured', (kind) => {
  const minutes = rates.defaultMinutes[kind];
  expect(costOf(contact(0, { kind }), undefined, rates)).toEqual({
    minutes,
    costMinor: 250 + minutes * 107,
    assumed: true,
  });
});

it('measured at nothing costs the fixed part', () => {
  expect(costOf(contact(0, { minutes: 0 }), undefined, rates)).toEqual({ minutes: 0, costMinor: 250, assumed: false });
});

describe('what does not count', () => {
  it.each<NotCounted>([
    'product_fault',
    'helpful_report',
    'accessibility',
    'spam',
    'deleted',
    'merged',
    'outbound',
    'our-message',
  ])('%s: is not charged', (why) => {
    expect(costOf(contact(0, { minutes: 60 }), why, rates).costMinor).toBe(0);
  });

  it.each<NotCounted>(['duplicate', 'reopened-soon'])('%s: costs the minutes it took, if they were measured', (why) => {
    expect(costOf(contact(0, { minutes: 10 }), why, rates).costMinor).toBe(1070);
    expect(costOf(contact(0), why, rates)).toEqual({ minutes: 0, costMinor: 0, assumed: false });
  });

  it("a third party's fault: the time was spent", () => {
    expect(costOf(contact(0, { minutes: 10 }), 'third_party', rates).costMinor).toBe(1320);
  });
});
