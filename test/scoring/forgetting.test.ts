import { describe, expect, it } from 'vitest';

import { DAY, YEAR } from '@/lib/scoring/contact';
import { fadedYears, fading, left } from '@/lib/scoring/forgetting';

const now = 3_000 * DAY;

describe('what is left', () => {
  it.each([
    [0, 1],
    [180, 0.5],
    [360, 0.25],
    [90, Math.SQRT1_2],
  ])('after %d days of a half-life of 180 is %d', (days, expected) => {
    expect(left(days * DAY, 180)).toBeCloseTo(expected, 12);
  });

  it('is everything without a half-life', () => {
    expect(left(1e5 * DAY, Infinity)).toBe(1);
  });
});

describe('faded years', () => {
  it('I1: 720 days of a half-life of 180 are 243.45478815', () => {
    expect((fadedYears({ from: now - 720 * DAY, to: now }, 180, now) * YEAR) / DAY).toBeCloseTo(243.45478815, 7);
  });

  it('are years without a half-life', () => {
    expect(fadedYears({ from: now - YEAR, to: now }, Infinity, now)).toBe(1);
  });

  it('are the sum of their parts, whenever they are looked at', () => {
    const at = (from: number, to: number): number => fadedYears({ from: from * DAY, to: to * DAY }, 90, now);
    expect(at(100, 200) + at(200, 350)).toBeCloseTo(at(100, 350), 12);
    expect(at(350, 100)).toBeCloseTo(-at(100, 350), 12);
  });
});

describe('one period', () => {
  it('leaves half after a half-life, and of what came within it, spread evenly, 1 / (2 ln 2)', () => {
    const { left: rest, within } = fading(180, 180);
    expect(rest).toBeCloseTo(0.5, 12);
    expect(within).toBeCloseTo(0.5 / Math.LN2, 12);
  });

  it('is the integral of the decay', () => {
    const { within } = fading(30, 180);
    expect(within * (30 / 365.25)).toBeCloseTo(fadedYears({ from: now - 30 * DAY, to: now }, 180, now), 12);
  });

  it('takes nothing away without a half-life', () => {
    expect(fading(30, Infinity)).toEqual({ left: 1, within: 1 });
  });
});
