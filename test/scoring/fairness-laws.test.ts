import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type Badged, fairnessOf, GROUPINGS } from '@/lib/scoring/fairness';

const customer: fc.Arbitrary<Badged> = fc.record(
  {
    level: fc.constantFrom('new', 'calm', 'watch', 'expensive', 'unscored' as const),
    plan: fc.constantFrom('basic', 'gold'),
    language: fc.constantFrom('de', 'fr', 'it'),
    country: fc.constantFrom('AT', 'CH'),
  },
  { requiredKeys: ['level'] },
);
const portfolio = fc.array(customer, { maxLength: 120 });

describe('law: the report of fairness', () => {
  it('has everybody once in each grouping', () => {
    fc.assert(
      fc.property(portfolio, (customers) => {
        const { groups } = fairnessOf(customers);
        for (const by of GROUPINGS) {
          const sizes = groups.filter((group) => group.by === by).map((group) => group.customers);
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(customers.length);
          expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
        }
      }),
    );
  });

  it('has in its groups, weighed by who is scored, the share of all', () => {
    fc.assert(
      fc.property(portfolio, (customers) => {
        const { groups, marked } = fairnessOf(customers);
        const scored = customers.filter(({ level }) => level !== 'unscored').length;
        for (const by of GROUPINGS) {
          const inGroups = groups
            .filter((group) => group.by === by)
            .reduce((sum, group) => sum + group.marked * (group.customers - group.levels.unscored), 0);
          expect(inGroups).toBeCloseTo(marked * scored, 9);
        }
      }),
    );
  });

  it('does not care for the order of customers', () => {
    fc.assert(
      fc.property(
        portfolio.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([customers, shuffled]) => {
          expect(fairnessOf(shuffled)).toEqual(fairnessOf(customers));
        },
      ),
    );
  });

  it('sees no skew where there is one group', () => {
    fc.assert(
      fc.property(portfolio, (customers) => {
        const alike = customers.map(({ level }) => ({ level, plan: 'basic' }));
        expect(fairnessOf(alike).groups.filter(({ skew }) => skew)).toEqual([]);
      }),
    );
  });
});
