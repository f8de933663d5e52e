import { describe, expect, it } from 'vitest';

import { organisationMeans, type Member } from '@/lib/scoring/organisation-rate';

/** Organisations whose customers all make 1, 2, … contacts a year, but for a little. */
const members = (organisations: number, customers: number): Member[] =>
  Array.from({ length: organisations }, (_, index) =>
    Array.from({ length: customers }, (_customer, number) => ({
      organisation: `o${index}`,
      n: 4 * (index + 1) + (number % 3) - 1,
      e: 4,
    })),
  ).flat();

describe('the means of organisations', () => {
  it.each([
    [19, 3, 0],
    [20, 3, 20],
    [20, 2, 0],
    [21, 3, 21],
  ])('%d organisations of %d customers: %d means', (organisations, customers, means) => {
    expect(organisationMeans(members(organisations, customers)).size).toBe(means);
  });

  it('are for those with three customers who were watched', () => {
    const idle = { organisation: 'o0', n: 0, e: 0 };
    const few = members(21, 3).filter(({ organisation }, index) => organisation !== 'o0' || index > 0);
    const means = organisationMeans([...few, idle]);
    expect(means.size).toBe(20);
    expect(means.has('o0')).toBe(false);
    expect(means.has('o1')).toBe(true);
  });

  it('lie between the own rate and that of all, nearer to the own where organisations differ much', () => {
    const means = organisationMeans(members(20, 3));
    for (let index = 0; index < 20; index++) {
      const mean = means.get(`o${index}`) ?? 0;
      const own = index + 1;
      expect(Math.abs(mean - own)).toBeLessThan(0.02);
      expect(Math.abs(mean - 10.5)).toBeLessThan(Math.abs(own - 10.5));
    }
  });

  it('are the same for all where organisations do not differ', () => {
    const alike = members(20, 3).map(({ organisation }, index) => ({ organisation, n: 3 + 3 * (index % 3), e: 4 }));
    for (const mean of organisationMeans(alike).values()) expect(mean).toBeCloseTo(1.5, 12);
  });

  it('of nobody are none', () => {
    expect(organisationMeans([]).size).toBe(0);
  });
});
