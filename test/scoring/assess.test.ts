import { describe, expect, it } from 'vitest';

import type { Circumstances } from '@/lib/scoring/assess';
import { MINUTE } from '@/lib/scoring/contact';
import { ARTICLE } from '@/lib/scoring/ladder';

import { at, contact, rules } from './given';
import { ago, every, now, standing } from './standing-of';

describe('somebody nobody knows yet', () => {
  it('without a contact is new, on the lowest rung, and has the average rate', () => {
    const found = standing([]);
    expect(found).toMatchObject({
      customerId: 'c1',
      level: 'new',
      flags: [],
      loved: false,
      year: { counted: 0, costMinor: 0 },
    });
    expect(found.rate).toMatchObject({ mean: 3, priorMean: 3, credibility: 0 });
    expect(found.ladder).toMatchObject({ rung: 0, proposed: [] });
    expect(found.ladder).not.toHaveProperty('next');
    expect(found.months.every(({ seen }) => !seen)).toBe(true);
  });

  it('with two contacts in ten days is new, and says so', () => {
    const found = standing(every(2, 5, 5));
    expect(found.level).toBe('new');
    expect(found.reasons[0]).toEqual({ kind: 'new', days: 9, contacts: 2 });
  });
});

describe('somebody who calls often', () => {
  const found = standing(every(40, 5));

  it('is expensive, with the figures that say why', () => {
    expect(found.level).toBe('expensive');
    expect(found.reasons.map(({ kind }) => kind)).toEqual(['over-limit', 'over-limit', 'many', 'expected']);
    expect(found.reasons[2]).toEqual({ kind: 'many', contacts: 40, months: 6, average: 1.5 });
  });

  it('has limits broken, the worst first', () => {
    expect(found.flags).toEqual(['over-limit']);
    expect(found.limits.map(({ ruleId, load, max }) => [ruleId, load, max])).toEqual([
      ['contract-year', 40, 12],
      ['month', 6, 5],
      ['week', 2, 3],
      ['weekly-conference', 0, 1],
    ]);
    expect(found.limits[0]).not.toHaveProperty('clearsAt');
    expect(found.limits[1]?.clearsAt).toBeGreaterThan(now);
  });

  it('cost what the minutes cost', () => {
    expect(found.year).toMatchObject({
      counted: 40,
      excluded: 0,
      minutes: 480,
      costMinor: 40 * 1300,
      measured: false,
      months: 6,
    });
  });
});

describe('somebody who does not call', () => {
  const quiet = [contact(ago(800))];

  it('is loved after a quiet year, and worth a kind word', () => {
    const found = standing(quiet);
    expect(found).toMatchObject({ level: 'calm', loved: true, suggestion: 'thank', rank: ago(800) });
    expect(found.reasons).toMatchObject([{ kind: 'quiet', since: ago(800) }]);
  });

  it.each<[string, number, Partial<Circumstances>, boolean]>([
    ['half a year is too short', 200, {}, false],
    ['a year is enough', 370, {}, true],
    ['a ticket is open', 800, { openTickets: 1 }, false],
    ['thanked 89 days ago', 800, { thankedAt: ago(89) }, false],
    ['thanked 90 days ago', 800, { thankedAt: ago(90) }, true],
    ['nobody was watching', 800, { exposure: [{ from: ago(800), to: ago(799) }] }, false],
    ['exempt', 800, { person: { exempt: true } }, false],
  ])('%s', (_, since, more, loved) => {
    expect(standing([contact(ago(since))], more).loved).toBe(loved);
  });

  it('waits for thanks since the last ones', () => {
    expect(standing(quiet, { thankedAt: ago(400) })).toMatchObject({ suggestion: 'thank', rank: ago(400) });
  });
});

describe('the ladder', () => {
  it('is worth a word when a rung is near', () => {
    const found = standing([contact(at('2025-12-20 10:00')), contact(at('2026-01-10'))], {
      rules: rules({ ladder: { ...ARTICLE, claimFreeMax: 1 } }),
    });
    expect(found).toMatchObject({ suggestion: 'rung-near', rank: at('2026-12-20') });
    expect(found.reasons.at(-1)).toEqual({ kind: 'rung-near', discount: 10, at: at('2026-12-20') });
  });

  it('is worth a call after a fall, before anything else', () => {
    const crash = contact(ago(10), { cause: 'unknown_crash', causeBy: 'person' });
    const found = standing([contact(ago(1000)), crash]);
    expect(found).toMatchObject({ suggestion: 'fell', rank: -crash.at });
    expect(found.reasons).toContainEqual({ kind: 'fell', from: 20, to: 0, at: crash.at });
    expect(standing([contact(ago(1000)), { ...crash, at: ago(30) }]).suggestion).not.toBe('fell');
  });
});

describe('months', () => {
  it('are twelve, in the vendor’s zone, the present one last', () => {
    const late = contact(at('2026-10-31 23:30'), { minutes: 7 });
    const found = standing([contact(at('2026-09-10')), late], { rules: rules({ zone: 'Europe/Vienna' }) });
    expect(found.months).toHaveLength(12);
    expect(found.months[0]).toMatchObject({ month: '2025-12', seen: false });
    expect(found.months.slice(-3)).toMatchObject([
      { month: '2026-09', counted: 1, seen: true },
      { month: '2026-10', counted: 0, seen: true },
      { month: '2026-11', counted: 1, minutes: 7, costMinor: 800, seen: true },
    ]);
  });

  it('show what does not count beside what does, and why', () => {
    const fault = contact(ago(40), { cause: 'product_fault', minutes: 90 });
    const found = standing([
      contact(ago(400)),
      fault,
      { ...fault, id: 'd', at: fault.at + MINUTE, cause: 'pending', excluded: 'spam' },
    ]);
    expect(found.months.map(({ excluded }) => excluded)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0]);
    expect(found.year).toMatchObject({ counted: 0, excluded: 2, costMinor: 0 });
    expect(found.reasons.filter(({ kind }) => kind === 'not-counted')).toEqual([
      {
        kind: 'not-counted',
        count: 2,
        whys: [
          { why: 'product_fault', count: 1 },
          { why: 'spam', count: 1 },
        ],
      },
    ]);
  });

  it('know a year of 365 days', () => {
    expect(standing([contact(ago(366)), contact(ago(365)), contact(ago(364))]).year.counted).toBe(1);
  });
});
