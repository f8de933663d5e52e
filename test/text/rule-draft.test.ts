import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  type KeptRule,
  NEW_RULE,
  type RuleDraft,
  ruleDraftOf,
  ruleName,
  ruleOf,
  speaksSaid,
} from '@/lib/text/rule-draft';

import { clock, words } from './given';

describe('a rule as it is written', () => {
  const frame = { id: 'r1', sourceId: 's1', on: false };
  const read = (change: Partial<RuleDraft>) => ruleOf({ ...NEW_RULE, ...change }, frame, words);

  it('asks for what is written, and for nothing else', () => {
    expect(
      read({
        words: 'crash, down',
        queue: ' Mail ',
        tag: 'a',
        name: 'f',
        value: 'v',
        status: 'solved',
        age: '1,5',
        cause: 'request',
      }),
    ).toEqual({
      ok: true,
      rule: {
        ...frame,
        words: ['crash', 'down'],
        queue: 'Mail',
        tag: 'a',
        field: { name: 'f', value: 'v' },
        status: 'solved',
        olderThanDays: 1.5,
        cause: 'request',
      },
    });
    expect(read({ tag: 'a' })).toEqual({ ok: true, rule: { ...frame, tag: 'a', cause: 'unknown_crash' } });
  });

  it('comes back as it was', () => {
    const rule: fc.Arbitrary<KeptRule> = fc.record(
      {
        id: fc.constant('r1'),
        sourceId: fc.constant('s1'),
        on: fc.boolean(),
        words: fc.constantFrom(['crash'], ['crash', 'it broke']),
        queue: fc.constantFrom('Mail'),
        tag: fc.constant('a'),
        field: fc.constant({ name: 'f', value: 'v' }),
        status: fc.constantFrom('new', 'closed'),
        olderThanDays: fc.constantFrom(0.5, 30),
        cause: fc.constantFrom('unknown_crash', 'product_fault'),
      },
      { requiredKeys: ['id', 'sourceId', 'on', 'cause', 'words'] },
    );
    fc.assert(
      fc.property(rule, (one) => {
        const kept = { id: one.id, sourceId: one.sourceId, on: one.on };
        expect(ruleOf(ruleDraftOf(one), kept, words)).toEqual({ ok: true, rule: one });
      }),
    );
  });

  it.each<[Partial<RuleDraft>, string[]]>([
    [{}, []],
    [{ words: ' , ' }, []],
    [{ name: 'f' }, ['value']],
    [{ value: 'v' }, ['name']],
    [{ tag: 'a', age: '0' }, ['age']],
    [{ tag: 'a', age: '3651' }, ['age']],
    [{ tag: 'a', age: 'old' }, ['age']],
  ])('%o is no rule', (change, fields) => {
    const checked = read(change);
    expect(checked.ok ? 'a rule' : [...checked.faults.keys()]).toEqual(fields);
  });

  it('is named by what it asks and what it proposes', () => {
    const named = (change: Partial<KeptRule>): string =>
      ruleName({ ...frame, cause: 'unknown_crash', ...change }, words);
    expect(named({ words: ['crash', 'freeze'], queue: 'Mail' })).toBe(
      '“crash” or “freeze” in the subject, queue Mail: Unknown crash',
    );
    expect(named({ tag: 'a', field: { name: 'Type', value: 'Incident' }, status: 'waiting', olderThanDays: 1 })).toBe(
      'tag a, Type is Incident, status waiting for the customer, open for more than 1 day: Unknown crash',
    );
  });

  it('says of which tickets it speaks', () => {
    const sums = { tickets: 0, looked: 340, said: 0, examples: [] };
    expect(speaksSaid(sums, words, clock)).toEqual({ said: 'For none of the 340 tickets on record.', rows: [] });
    const examples = [
      { subject: '<b>Crash</b>', name: 'Nora', at: Date.parse('2026-05-03T12:00Z') },
      { subject: null, name: 'Tom', at: Date.parse('2025-05-03T12:00Z') },
    ];
    expect(speaksSaid({ ...sums, tickets: 12, said: 2, examples }, words, clock)).toEqual({
      said: 'For 12 of the 340 tickets on record. Of 2 more a person has said the cause already.',
      rows: ['“<b>Crash</b>” (Nora, 3 May)', 'without a subject (Tom, 3 May 2025)'],
    });
  });
});
