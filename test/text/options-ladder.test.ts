import { describe, expect, it } from 'vitest';

import { ARTICLE, SANE, type Ladder } from '@/lib/scoring/ladder';
import { ladderById, LADDERS } from '@/lib/scoring/ladders/all';
import { ladderName, ladderWords } from '@/lib/text/options-ladder';

import { words } from './given';

const worded = (ladder: Ladder | undefined) => {
  if (!ladder) throw new Error('no such ladder');
  const { steps, ...view } = ladderWords(ladder, false, words);
  return { ...view, steps: Object.fromEntries(steps.map(({ what, does }) => [what, does])) };
};

describe.each(LADDERS)('$id', (ladder) => {
  it('has a name and a sentence of its own', () => {
    const { name, said } = worded(ladder);
    expect(name).not.toBe(ladder.id);
    expect(said).toMatch(/^[A-Z].*\.$/);
    expect(LADDERS.filter(({ id }) => ladderName(id, words) === name)).toEqual([ladder]);
  });
});

describe('a ladder in words', () => {
  it('shows its rungs where they can be seen at once, else a scale', () => {
    expect(worded(SANE)).toMatchObject({
      rungs: ['0%', '10%', '20%', '30%', '40%', '50%'],
      scale: 'From the full price to 50% off, in 6 rungs. Everybody begins at the full price.',
    });
    expect(worded(ladderById('switzerland'))).toMatchObject({
      rungs: [],
      scale: 'From 170% on top to 55% off, in 22 rungs. Everybody begins at the full price.',
    });
    expect(worded(ladderById('belgium'))).toMatchObject({
      scale: 'From 100% on top to 50% off, in 23 rungs. Everybody begins at 15% off.',
    });
    const discounts = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(worded({ ...ARTICLE, discounts }).rungs).toHaveLength(8);
    expect(worded({ ...ARTICLE, discounts: [...discounts, 8] }).rungs).toEqual([]);
  });

  it('says what it forgives', () => {
    expect(worded(SANE).steps).toMatchObject({ 'Falls from 30% and above': 'one in 3 years is forgiven' });
    expect(worded(ladderById('united-kingdom')).steps).toMatchObject({
      'Unknown crash': 'back by how far one had come, at the anniversary',
      'Falls from 65% and above': '2 in 3 years are forgiven',
      'Clean years proved elsewhere': 'up to 5 are honoured',
    });
    expect(worded(ladderById('france')).steps).toMatchObject({
      'Falls from 50% and above, held for 3 years': 'one in 3 years is forgiven',
      'After 2 clean years on end': 'at least 0%',
    });
    expect(worded({ ...SANE, priorYears: 1 }).steps).toMatchObject({ 'Clean years proved elsewhere': '1 is honoured' });
  });

  it('has a note only where there is one', () => {
    expect(worded(ARTICLE).note).toMatch(/hide faults/);
    expect(worded(ladderById('india'))).not.toHaveProperty('note');
    expect(ladderWords(ARTICLE, true, words).inForce).toBe(true);
  });

  it('of an unknown id is called by it', () => {
    expect(['steep', 'choose', 'in-force'].map((id) => ladderName(id, words))).toEqual(['steep', 'choose', 'in-force']);
  });
});
