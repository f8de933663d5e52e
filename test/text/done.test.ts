import { describe, expect, it } from 'vitest';

import { doneSaid, type Deed } from '@/lib/text/done';

import { at, clock, ladder, standing, words } from './given';

const after = { words, standing: standing({ ladder: ladder({ rung: 2 }) }), ...clock };

describe('what was done is said', () => {
  it.each<[string, Deed]>([
    ['Call logged. 1 contact in 30 days; your limit is 3.', { do: 'log-call', kind: 'call' }],
    ['Confirmed. The discount is 20% now.', { do: 'confirm-loss' }],
    ['Refused. The discount stays at 20%.', { do: 'refuse-loss' }],
    ['Thanks noted.', { do: 'thank' }],
    ['The alert is asleep until Mon.', { do: 'snooze', until: at('2026-11-30') }],
    ['Exempt from scoring. The discount stays as it is.', { do: 'exempt', on: true }],
    ['Scored again.', { do: 'exempt', on: false }],
    ['The objection is kept. Nothing is computed any more.', { do: 'objects', on: true }],
    ['The objection is withdrawn. Scored again.', { do: 'objects', on: false }],
  ])('%s', (said, deed) => {
    expect(doneSaid(deed, after)).toBe(said);
  });

  it.each([
    [2, 'Cause set: Unknown crash.'],
    [3, 'Cause set: Unknown crash. The discount fell from 30% to 20%.'],
    [1, 'Cause set: Unknown crash. The discount is back at 20%.'],
  ])('with the discount, when a cause moved it from rung %s', (rungBefore, said) => {
    expect(doneSaid({ do: 'cause', cause: 'unknown_crash' }, { ...after, rungBefore })).toBe(said);
  });

  it('says no load of whoever is not scored', () => {
    const unscored = { ...after, standing: standing({ level: 'unscored', unscored: 'exempt' }) };
    expect(doneSaid({ do: 'log-call', kind: 'visit' }, unscored)).toBe('Visit logged.');
  });
});
