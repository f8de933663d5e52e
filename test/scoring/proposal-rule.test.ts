import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { DAY } from '@/lib/scoring/contact';
import { type ProposalRule, proposedCause, type Ruled, speaksOf } from '@/lib/scoring/proposal-rule';

const NOW = 100 * DAY;
const rule = (more: Partial<ProposalRule> = {}): ProposalRule => ({
  id: 'r',
  on: true,
  sourceId: 'aaaaaaaa',
  cause: 'unknown_crash',
  ...more,
});
const ticket = (more: Partial<Ruled> = {}): Ruled => ({
  id: 'aaaaaaaa/7',
  subject: 'Server down again',
  status: 'open',
  createdAt: NOW - 30 * DAY,
  hints: { queue: 'Support', tags: ['incident'], fields: { Severity: 'High' } },
  ...more,
});

describe('what a rule asks', () => {
  it.each<{ case: string; asks: Partial<ProposalRule>; speaks: boolean }>([
    { case: 'a word', asks: { words: ['down'] }, speaks: true },
    { case: 'a word in capitals', asks: { words: ['DOWN'] }, speaks: true },
    { case: 'words in a row', asks: { words: ['server down'] }, speaks: true },
    { case: 'any of some words', asks: { words: ['fire', 'again'] }, speaks: true },
    { case: 'none of the words', asks: { words: ['fire'] }, speaks: false },
    { case: 'a part of a word', asks: { words: ['serve'] }, speaks: false },
    { case: 'the end of a word', asks: { words: ['gain'] }, speaks: false },
    { case: 'an empty word', asks: { words: [' '] }, speaks: false },
    { case: 'the queue', asks: { queue: 'support' }, speaks: true },
    { case: 'another queue', asks: { queue: 'sales' }, speaks: false },
    { case: 'a tag', asks: { tag: 'Incident' }, speaks: true },
    { case: 'another tag', asks: { tag: 'question' }, speaks: false },
    { case: 'a field', asks: { field: { name: 'Severity', value: 'high' } }, speaks: true },
    { case: 'another value', asks: { field: { name: 'Severity', value: 'low' } }, speaks: false },
    { case: 'another field', asks: { field: { name: 'Kind', value: 'high' } }, speaks: false },
    { case: 'the status', asks: { status: 'open' }, speaks: true },
    { case: 'another status', asks: { status: 'solved' }, speaks: false },
    { case: 'an age that is passed', asks: { olderThanDays: 29.9 }, speaks: true },
    { case: 'an age that is just reached', asks: { olderThanDays: 30 }, speaks: false },
    { case: 'all of it', asks: { words: ['down'], queue: 'Support', status: 'open', olderThanDays: 7 }, speaks: true },
    { case: 'all but the tag', asks: { words: ['down'], tag: 'question', status: 'open' }, speaks: false },
    { case: 'nothing at all', asks: {}, speaks: false },
    { case: 'the right thing of another source', asks: { sourceId: 'aaaaaaa', words: ['down'] }, speaks: false },
  ])('$case: $speaks', ({ asks, speaks }) => expect(speaksOf(rule(asks), ticket(), NOW)).toBe(speaks));

  it('a word is looked for behind a part of one, too', () => {
    expect(speaksOf(rule({ words: ['down'] }), ticket({ subject: 'Download is down' }), NOW)).toBe(true);
    expect(speaksOf(rule({ words: ['down'] }), ticket({ subject: 'shutdown, down2' }), NOW)).toBe(false);
    expect(speaksOf(rule({ words: ['läuft'] }), ticket({ subject: '(LÄUFT)' }), NOW)).toBe(true);
  });

  it('nothing is said of what was not read', () => {
    const bare: Ruled = { id: 'aaaaaaaa/7' };
    for (const asks of [
      { words: ['down'] },
      { queue: 'Support' },
      { tag: 'incident' },
      { field: { name: 'Severity', value: 'High' } },
      { status: 'open' as const },
      { olderThanDays: 0.5 },
    ])
      expect(speaksOf(rule(asks), bare, NOW)).toBe(false);
    expect(speaksOf(rule({ words: ['down'] }), ticket({ subject: null }), NOW)).toBe(false);
  });

  it('the age of a ticket ends when it is solved', () => {
    const solved = ticket({ status: 'solved', solvedAt: NOW - 20 * DAY });
    expect(speaksOf(rule({ olderThanDays: 9.9 }), solved, NOW)).toBe(true);
    expect(speaksOf(rule({ olderThanDays: 10 }), solved, NOW)).toBe(false);
    expect(speaksOf(rule({ olderThanDays: 29 }), ticket({ solvedAt: null }), NOW)).toBe(true);
  });
});

describe('a proposal', () => {
  const crash = rule({ words: ['down'] });
  const fault = rule({ id: 'f', words: ['again'], cause: 'product_fault' });

  it('is that of the first rule that is on and speaks of the ticket', () => {
    expect(proposedCause([crash, fault], ticket(), NOW)).toBe('unknown_crash');
    expect(proposedCause([fault, crash], ticket(), NOW)).toBe('product_fault');
    expect(proposedCause([{ ...crash, on: false }, fault], ticket(), NOW)).toBe('product_fault');
    expect(proposedCause([{ ...crash, on: false }], ticket(), NOW)).toBeUndefined();
    expect(proposedCause([], ticket(), NOW)).toBeUndefined();
  });

  it('asking for more never makes a rule speak of more', () => {
    const asks = fc.record(
      {
        words: fc.constantFrom(['down'], ['fire']),
        queue: fc.constantFrom('Support', 'Sales'),
        tag: fc.constantFrom('incident', 'question'),
        status: fc.constantFrom('open' as const, 'solved' as const),
        olderThanDays: fc.integer({ min: 1, max: 60 }),
      },
      { requiredKeys: ['words'] },
    );
    const speaks = (more: Partial<ProposalRule>): boolean => speaksOf(rule(more), ticket(), NOW);
    fc.assert(
      fc.property(asks, (more) => {
        expect(speaks({ words: more.words }) || !speaks(more)).toBe(true);
      }),
    );
  });
});
