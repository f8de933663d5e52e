import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type LevelFacts, levelOf, type Occasion, type ScoredLevel } from '@/lib/scoring/levels';

import { days } from './given';

const now = days(5000);
const known: LevelFacts = { above: 0, rated: 10, counted: 11, days: 400 };
const fresh = (more: Partial<LevelFacts>): ScoredLevel =>
  levelOf({ ...known, ...more }, undefined, { now, occasion: 'contact' }).level;

describe('a level at first sight', () => {
  it.each<[Partial<LevelFacts>, ScoredLevel]>([
    [{ above: 0.8 }, 'expensive'],
    [{ above: 0.7999 }, 'watch'],
    [{ above: 0.2 }, 'watch'],
    [{ above: 0.1999 }, 'calm'],
    [{ above: 0.99, rated: 2 }, 'watch'],
    [{ above: 0.99, rated: 1 }, 'calm'],
    [{ above: 0.99, days: 29.9 }, 'watch'],
    [{ above: 0.99, days: 30 }, 'expensive'],
    [{ above: 0.99, days: 29.9, rated: 1, counted: 2 }, 'new'],
    [{ above: 0, days: 3, rated: 0, counted: 1 }, 'new'],
    [{ above: 0, days: 30, rated: 0, counted: 1 }, 'calm'],
    [{ above: 0.3, days: 3, rated: 2, counted: 3 }, 'watch'],
  ])('%o: %s', (facts, level) => {
    expect(fresh(facts)).toBe(level);
  });
});

describe('whoever may not be called expensive', () => {
  const stays = (facts: Partial<LevelFacts>) =>
    levelOf(
      { ...known, above: 0.99, ...facts },
      { level: 'expensive', levelSince: now - days(1) },
      { now, occasion: 'time' },
    ).level;

  it.each<[string, Partial<LevelFacts>, ScoredLevel]>([
    ['is no longer, at once, with two contacts', { rated: 2 }, 'watch'],
    ['is no longer, at once, below 30 days', { days: 29 }, 'watch'],
    ['still is with three in 30 days', { rated: 3, days: 30 }, 'expensive'],
    ['still is until the night, if only the rate fell', { above: 0 }, 'expensive'],
  ])('%s', (_, facts, level) => {
    expect(stays(facts)).toBe(level);
  });
});

describe('a level that was', () => {
  const then = (before: ScoredLevel, above: number, occasion: Occasion, daysAgo = 30) =>
    levelOf({ ...known, above }, { level: before, levelSince: now - days(daysAgo) }, { now, occasion }).level;

  it.each<[ScoredLevel, number, ScoredLevel]>([
    ['expensive', 0.65, 'expensive'],
    ['expensive', 0.6499, 'watch'],
    ['expensive', 0.12, 'watch'],
    ['expensive', 0.1199, 'calm'],
    ['watch', 0.12, 'watch'],
    ['watch', 0.1199, 'calm'],
    ['watch', 0.7999, 'watch'],
    ['watch', 0.8, 'expensive'],
    ['calm', 0.1999, 'calm'],
    ['calm', 0.2, 'watch'],
    ['new', 0.1, 'calm'],
  ])('%s at %d is %s in the night', (before, above, level) => {
    expect(then(before, above, 'nightly')).toBe(level);
  });

  it.each<[Occasion, number, ScoredLevel]>([
    ['contact', 30, 'expensive'],
    ['time', 30, 'expensive'],
    ['nightly', 30, 'calm'],
    ['nightly', 7, 'calm'],
    ['nightly', 6.99, 'expensive'],
    ['correction', 0, 'calm'],
  ])('falls on %s after %d days: %s', (occasion, daysAgo, level) => {
    expect(then('expensive', 0, occasion, daysAgo)).toBe(level);
  });

  it.each<Occasion>(['contact', 'time', 'nightly', 'correction'])('rises at once on %s', (occasion) => {
    expect(levelOf({ ...known, above: 0.9 }, { level: 'calm', levelSince: now }, { now, occasion })).toEqual({
      level: 'expensive',
      levelSince: now,
    });
  });

  it('keeps its date while it stays, and starts afresh after it was not scored', () => {
    expect(levelOf({ ...known, above: 0.3 }, { level: 'watch', levelSince: 7 }, { now, occasion: 'nightly' })).toEqual({
      level: 'watch',
      levelSince: 7,
    });
    expect(levelOf(known, { level: 'unscored', levelSince: now }, { now, occasion: 'time' })).toEqual({
      level: 'calm',
      levelSince: now,
    });
  });
});

it('nobody is expensive below three contacts or thirty days', () => {
  const facts = fc.record({
    above: fc.double({ min: 0, max: 1, noNaN: true }),
    rated: fc.integer({ min: 0, max: 5 }),
    counted: fc.integer({ min: 0, max: 6 }),
    days: fc.double({ min: 0, max: 60, noNaN: true }),
  });
  fc.assert(
    fc.property(facts, fc.constantFrom('new' as const, 'calm' as const, 'watch' as const), (drawn, level) => {
      const found = levelOf(drawn, { level, levelSince: 0 }, { now, occasion: 'contact' });
      expect(found.level === 'expensive' && (drawn.rated < 3 || drawn.days < 30)).toBe(false);
    }),
  );
});
