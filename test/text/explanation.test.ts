import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import type { Standing } from '@/lib/scoring/standing';
import { EXPLAINED, explained } from '@/lib/text/explanation';

import { aloud } from './aloud';
import { standing, words } from './given';

const said = (change: Partial<Standing> = {}): string => explained(standing(change), 'Nora Fairweather', words);
const year = (counted: number, months = 12): Standing['year'] => ({ ...standing().year, counted, months });

describe('the whole explanation', () => {
  it.each([
    [0, 12, 'Nora Fairweather did not contact us in 12 months; customers like this average 3 a year,'],
    [1, 5, 'Nora Fairweather contacted us once in 5 months; customers'],
    [2, 1, 'Nora Fairweather contacted us twice in a month; customers'],
    [3, 12, 'Nora Fairweather contacted us 3 times in 12 months; customers'],
  ])('of %d contacts in %d months', (counted, months, begins) => {
    expect(said({ year: year(counted, months) })).toMatch(new RegExp(`^${begins}`));
  });

  it('of contacts none of which counted', () => {
    expect(said({ year: { ...year(0, 5), excluded: 1 } })).toMatch(
      /^No contact from Nora Fairweather counted in 5 months; customers/,
    );
  });

  it('ends with what is expected and how likely the limit is passed', () => {
    expect(said()).toBe(
      'Nora Fairweather contacted us once in 12 months; customers like this average 3 a year, we expect about 15 (between 6.9 and 25), and being above your limit of 8.5 is very likely.',
    );
  });

  it('says that there is little history, below three tenths', () => {
    const { rate } = standing();
    const little = 'Little history yet: mostly the average customer.';
    expect(said({ rate: { ...rate, credibility: 0.29 } })).toContain(little);
    expect(said({ rate: { ...rate, credibility: 0.3 } })).not.toContain(little);
  });

  it('says of whom nothing was heard that nothing was', () => {
    const { rate } = standing();
    const unheard = { ...rate, credibility: 0 };
    expect(said({ rate: unheard, year: year(0, 1) })).toMatch(/^Nora Fairweather has not contacted us yet; customers/);
    expect(said({ rate: unheard, year: year(1, 1) })).toMatch(/contacted us once in a month/);
  });

  it('says what was not counted, and no other reason', () => {
    const reasons: Standing['reasons'] = [
      { kind: 'many', contacts: 1, months: 12, average: 3 },
      { kind: 'doubled', count: 1 },
      { kind: 'not-counted', count: 2, whys: [{ why: 'outage', count: 2 }] },
    ];
    expect(said({ reasons })).toMatch(/very likely\. 2 contacts were not counted: during an outage of ours\.$/);
    expect(reasons.filter(({ kind }) => EXPLAINED.has(kind)).map(({ kind }) => kind)).toEqual(['many', 'not-counted']);
  });
});

describe('read aloud', () => {
  const docs = readFileSync('docs/SCORING.md', 'utf8');

  it.each(aloud())('%s', (paragraph) => {
    expect(docs).toContain(`\n- ${paragraph}\n`);
    expect(paragraph).not.toMatch(/undefined|NaN|[{}!]|\b1 (contacts|months|minutes|times)\b| {2}/);
    expect(paragraph).toMatch(/\.$/);
  });
});
