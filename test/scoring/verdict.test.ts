import { describe, expect, it } from 'vitest';

import { CAUSES, type Contact, MINUTE, NOT_COUNTED } from '@/lib/scoring/contact';
import { isDemand, isFault, type Recent, remembered, whyNot } from '@/lib/scoring/verdict';

import { at, contact } from './given';

const first = contact('2026-03-02 09:00', { topic: 'printer' });
const later = (minutes: number, more: Partial<Contact> = {}): Contact =>
  contact(first.at + minutes * MINUTE, { topic: 'network', ...more });
const known = remembered([], first);

describe('why a contact does not count', () => {
  it.each([
    ['pending', undefined],
    ['user_error', undefined],
    ['unknown_crash', undefined],
    ['request', 'request'],
    ['product_fault', 'product_fault'],
    ['third_party', 'third_party'],
    ['helpful_report', 'helpful_report'],
  ] as const)('%s: %s', (cause, why) => {
    expect(whyNot(contact(at('2026-03-02'), { cause }), [])).toBe(why);
  });

  it('knows every cause', () => {
    expect(CAUSES).toHaveLength(7);
  });

  it.each([
    ['what the ticket says, before all', { excluded: 'spam', initiator: 'agent', outageId: 'o' }, 'spam'],
    ['who began it', { initiator: 'agent', outageId: 'o' }, 'outbound'],
    ['a machine', { initiator: 'system' }, 'outbound'],
    ['an outage, whatever the cause', { outageId: 'o', cause: 'user_error' }, 'outage'],
    ['an outage, before a double', { outageId: 'o' }, 'outage'],
  ] as const)('%s', (_, more, why) => {
    expect(whyNot({ ...first, ...more }, known)).toBe(why);
  });
});

describe('a double', () => {
  it.each([
    ['of one kind, within an hour', later(59), 'duplicate'],
    ['of one kind, after an hour', later(60), undefined],
    ['of one subject and another kind', later(59, { kind: 'call', topic: 'printer' }), 'duplicate'],
    ['of another subject and kind', later(59, { kind: 'call' }), undefined],
    ['without a subject', later(59, { kind: 'call', topic: '' }), undefined],
    ['of somebody else', later(1, { customerId: 'c2' }), undefined],
  ])('%s: %s', (_, one, why) => {
    expect(whyNot(one, known)).toBe(why);
  });

  it('without subjects on either side is told by the kind alone', () => {
    const bare = remembered([], contact(first.at, { topic: '' }));
    expect(bare).toEqual([{ at: first.at, kind: 'message' }]);
    expect(whyNot(later(5, { topic: '', kind: 'call' }), bare)).toBeUndefined();
  });

  it('of one person of an organisation is theirs', () => {
    const theirs = remembered([], { ...first, customerId: 'c2' });
    expect(whyNot(later(1, { customerId: 'c2' }), theirs)).toBe('duplicate');
  });
});

describe('what is remembered', () => {
  it('is forgotten after an hour', () => {
    const two = remembered(known, later(59));
    expect(two.map(({ at: seen }) => seen)).toEqual([first.at, first.at + 59 * MINUTE]);
    expect(remembered(two, later(60)).map(({ at: seen }) => seen)).toEqual([
      first.at + 59 * MINUTE,
      first.at + 60 * MINUTE,
    ]);
  });

  it('of a fault of ours doubles only faults', () => {
    const fault = later(1, { cause: 'product_fault' });
    const faults: Recent[] = remembered([], { ...first, cause: 'product_fault' }, true);
    expect(whyNot(later(1), faults)).toBeUndefined();
    expect(isFault(fault, 'product_fault', faults)).toBe(false);
    expect(isFault(fault, 'product_fault', [])).toBe(true);
    expect(isFault(fault, 'outage', [])).toBe(false);
    expect(isFault(later(1), undefined, [])).toBe(false);
  });
});

it('is a demand unless nobody asked for anything', () => {
  const none = ['split', 'outbound', 'our-message', 'spam', 'deleted', 'merged', 'cancelled', 'automatic', 'test'];
  expect(NOT_COUNTED.filter((why) => !isDemand(why))).toEqual(none);
  expect(isDemand(undefined)).toBe(true);
});
