import { describe, expect, it } from 'vitest';

import { rulesFor } from '@/lib/scoring/subject';
import type { Circumstances } from '@/lib/scoring/assess';
import type { Contract } from '@/lib/scoring/contract';
import type { MarginStanding, Reason } from '@/lib/scoring/standing';

import { at, contact, days, rules } from './given';
import { ago, every, now, standing } from './standing-of';

const kinds = (reasons: readonly Reason[]): string[] => reasons.map(({ kind }) => kind);
const often = every(20, 5);
const margin = (minor: number, more: Partial<MarginStanding> = {}): MarginStanding => ({
  minor,
  currency: 'EUR',
  lossMaking: false,
  ...more,
});
const conference = { weekly: true, minutesAWeek: 150, standIn: true };
const quiet = [contact(ago(800))];

describe('flags', () => {
  const flags = (more: Partial<Circumstances>) => standing(often, more).flags;

  it('stand side by side', () => {
    expect(flags({})).toEqual(['over-limit']);
    expect(flags({ margin: margin(-1, { lossMaking: true }), conference })).toEqual([
      'over-limit',
      'loss-making',
      'weekly-conference',
    ]);
    expect(flags({ margin: margin(-1), conference: { ...conference, weekly: false } })).toEqual(['over-limit']);
    expect(standing(quiet, { margin: margin(-1, { lossMaking: true }) }).flags).toEqual(['loss-making']);
  });

  it('do not change the level', () => {
    const plain = standing(quiet);
    const flagged = standing(quiet, { margin: margin(-1, { lossMaking: true }), conference });
    expect([flagged.level, flagged.levelSince, flagged.rate]).toEqual([plain.level, plain.levelSince, plain.rate]);
  });

  it('are kept with what they rest on', () => {
    expect(standing(quiet, { margin: margin(7), conference })).toMatchObject({ margin: margin(7), conference });
    expect(standing(quiet)).not.toHaveProperty('margin');
    expect(standing(quiet)).not.toHaveProperty('conference');
  });
});

describe('what to do', () => {
  it('frequent and loss-making: talk about the contract', () => {
    const found = standing(often, { margin: margin(-9900, { lossMaking: true }) });
    expect(found).toMatchObject({ suggestion: 'contract-talk', rank: -9900 });
    expect(found.reasons).toContainEqual({ kind: 'loss-making', minor: -9900, currency: 'EUR', talk: true });
  });

  it('rare and loss-making: said, and nothing to do', () => {
    const found = standing(every(3, 40, 100), { margin: margin(-9900, { lossMaking: true }) });
    expect(found.level).toBe('calm');
    expect(found.reasons).toContainEqual({ kind: 'loss-making', minor: -9900, currency: 'EUR' });
    expect(found).not.toHaveProperty('suggestion');
  });

  it('frequent and profitable: training', () => {
    const found = standing(often, { margin: margin(9900) });
    expect(found.suggestion).toBe('training');
    expect(found.reasons).toContainEqual({ kind: 'pays-its-way', minor: 9900, currency: 'EUR' });
    expect(kinds(standing(quiet, { margin: margin(9900) }).reasons)).not.toContain('pays-its-way');
  });

  it('on watch, or over a limit: frequent as well', () => {
    const watch = standing(every(6, 30, 10), { margin: margin(9900) });
    expect([watch.level, watch.flags, watch.suggestion]).toEqual(['watch', [], 'training']);
    const burst = standing([contact(ago(900)), ...every(4, 1)], { margin: margin(9900) });
    expect([burst.level, burst.flags, burst.suggestion]).toEqual(['calm', ['over-limit'], 'training']);
  });

  it('recurring conferences: a stand-in', () => {
    const found = standing(quiet, { conference });
    expect(found.suggestion).toBe('stand-in');
    expect(found.reasons[0]).toEqual({ kind: 'weekly-conference', minutes: 150, standIn: true });
    expect(kinds(standing(quiet, { conference: { ...conference, weekly: false, standIn: false } }).reasons)).toEqual([
      'quiet',
    ]);
  });

  it('high margin and calm: a call by one of us', () => {
    const found = standing(quiet, { margin: margin(9900, { decile: 10 }) });
    expect(found).toMatchObject({ loved: true, suggestion: 'call', rank: ago(800) });
    expect(kinds(found.reasons)).toEqual(['quiet', 'best']);
    expect(kinds(standing(quiet).reasons)).toEqual(['quiet']);
  });

  it('dormant: ask how they are, and never thank', () => {
    const found = standing(quiet, { usedAt: ago(300) });
    expect(found).toMatchObject({ level: 'calm', loved: false, suggestion: 'dormant', rank: ago(300) });
    expect(found.reasons).toEqual([{ kind: 'dormant', since: ago(300) }]);
    expect(standing(quiet, { usedAt: ago(100) }).suggestion).toBe('thank');
  });

  it('a rung reached: tell them; the top: offer protection', () => {
    const risen = standing([contact(ago(375))]);
    expect(risen).toMatchObject({ suggestion: 'rung-reached', rank: -at('2026-11-15') });
    expect(risen.reasons.at(-1)).toEqual({ kind: 'rung-reached', discount: 10, at: at('2026-11-15') });
    const top = standing([contact(ago(5 * 365.25 + 10))]);
    expect(top.suggestion).toBe('protection');
    expect(top.reasons.at(-1)).toMatchObject({ kind: 'rung-reached', discount: 50, top: true });
  });
});

describe('a kind word waits', () => {
  it.each<[string, Partial<Circumstances>, boolean]>([
    ['for a margin that is not below nothing', { margin: margin(-1) }, false],
    ['for none whose margin is nothing', { margin: margin(0) }, true],
    ['after a complaint', { complaintAt: ago(89) }, false],
    ['no longer than 90 days', { complaintAt: ago(90) }, true],
    ['after an outage', { outageAt: ago(13) }, false],
    ['no longer than 14 days', { outageAt: ago(14) }, true],
    ['for ever, if they want none', { person: { unsubscribed: true } }, false],
  ])('%s', (_, more, loved) => {
    expect(standing(quiet, more).loved).toBe(loved);
  });

  it('after an outage in which they called, too', () => {
    const hit = (age: number) => standing([...quiet, contact(ago(age), { outageId: 'o' })]);
    expect([hit(13).loved, hit(20).loved]).toEqual([false, true]);
    expect(hit(13).rate.mean).toBeCloseTo(hit(20).rate.mean, 12);
  });
});

describe('what is said beside', () => {
  it('little history, where the average weighs more than what was seen', () => {
    const young = standing(every(6, 5));
    expect(young.rate.credibility).toBeLessThan(0.3);
    expect(kinds(young.reasons)).toEqual(['over-limit', 'many', 'expected', 'little-history']);
    const old = standing(often.concat(contact(ago(400), { id: 'old' })));
    expect(old.rate.credibility).toBeGreaterThanOrEqual(0.3);
    expect(kinds(old.reasons)).not.toContain('little-history');
  });

  it('what came twice within an hour, on the day it came', () => {
    const calls = [now - days(0.1), now - days(0.09)].map((when) => contact(when, { id: `own/${when}`, kind: 'call' }));
    const found = standing([...quiet, ...calls]);
    expect(found.reasons).toContainEqual({ kind: 'doubled', count: 1 });
    expect(found.reasons).toContainEqual({ kind: 'not-counted', count: 1, whys: [{ why: 'duplicate', count: 1 }] });
    expect(kinds(standing([...quiet, ...calls], { now: now + days(1) }).reasons)).not.toContain('doubled');
  });

  it('how long the figures have been gathered', () => {
    expect(standing([contact(ago(3))]).year.months).toBe(1);
    expect(standing([contact(ago(138))]).year.months).toBe(5);
    expect(standing(quiet).year.months).toBe(12);
    expect(standing([]).year.months).toBe(1);
  });
});

describe('a customer with a contract', () => {
  const contract: Contract = {
    id: 'k',
    holder: 'c1',
    start: '2025-03-01',
    pauses: [{ from: '2025-04-01', to: '2025-06-01' }],
    currency: 'EUR',
    revenue: [],
  };
  const theirs = rulesFor(rules(), { contract });
  const exposure = [{ from: at('2025-01-01'), to: now }];

  it('who never called is loved, from the contract alone', () => {
    const found = standing([], { rules: theirs, exposure });
    expect(found).toMatchObject({ level: 'calm', loved: true, suggestion: 'thank', rank: at('2025-03-01') });
    expect(found.reasons).toMatchObject([{ kind: 'quiet', since: at('2025-03-01') }]);
    expect(found.year.months).toBe(12);
  });

  it('is watched only while it is in force', () => {
    const cut = (31 + 178) / 365.25;
    const bare = standing([], { rules: { ...theirs, halfLifeDays: Infinity }, exposure });
    const shorter = at('2025-06-01') + days(178);
    const seen = standing([], { rules: { ...theirs, halfLifeDays: Infinity }, exposure: [{ from: 0, to: shorter }] });
    expect(seen.rate.credibility).toBeCloseTo(cut / 2 / (0.4 / 3 + cut / 2), 9);
    expect(bare.rate.credibility).toBeGreaterThan(seen.rate.credibility);
  });

  it('who objected is nobody to us', () => {
    const found = standing([], { rules: theirs, exposure, person: { objection: true } });
    expect(found.rate.credibility).toBe(0);
    expect(found.ladder).not.toHaveProperty('next');
    expect(found.year.months).toBe(1);
  });

  it('that has not begun is not known for any time', () => {
    const coming = rulesFor(rules(), { contract: { ...contract, start: '2027-01-01', pauses: [] } });
    expect(standing([], { rules: coming, exposure })).toMatchObject({ level: 'new', rate: { credibility: 0 } });
  });
});
