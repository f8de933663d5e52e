import { describe, expect, it } from 'vitest';

import { credibilityIn, credibleMeans, poissonStructure, structureOf } from '@/lib/scoring/moments';

const repeated = (times: number, n: number, e: number) => Array.from({ length: times }, () => ({ n, e }));

/** Loss Data Analytics, chapter Credibility: 2,000 policies over 5 years. */
const POLICIES = [923, 682, 249, 70, 51, 25].flatMap((policies, claims) => repeated(policies, claims, 5));

describe('the structure of a portfolio by moments', () => {
  it('G3: semiparametric empirical Bayes, to full precision', () => {
    const structure = poissonStructure(POLICIES);
    expect(structure.mean).toBeCloseTo(0.1719, 12);
    expect(structure.within).toBe(structure.mean);
    expect(structure.between).toBeCloseTo(0.0110731166, 10);
    expect(structure.within / structure.between).toBeCloseTo(15.524085, 5);
    const z = credibilityIn(structure, 5);
    expect(z).toBeCloseTo(0.2436162, 7);
    expect(z * (3 / 5) + (1 - z) * structure.mean).toBeCloseTo(0.2761921, 7);
  });

  it('G4: a given prior', () => {
    const z = credibilityIn({ mean: 0.5, within: 0.5, between: 0.05 }, 36);
    expect(z).toBeCloseTo(18 / 23, 12);
    expect(z * (13 / 36) + (1 - z) * 0.5).toBeCloseTo(9 / 23, 12);
    expect((9 / 23) * 18).toBeCloseTo(7.04, 2);
  });

  it('G5: from data of unequal exposure', () => {
    const a = [
      { n: 0, e: 1 },
      { n: 2, e: 2 },
      { n: 2, e: 2 },
      { n: 3, e: 2 },
    ];
    const b = [
      { n: 0, e: 2 },
      { n: 1, e: 3 },
      { n: 2, e: 4 },
    ];
    const structure = structureOf([a, b]);
    expect(structure.within).toBeCloseTo(11 / 30, 12);
    expect(structure.between).toBeCloseTo(0.1756614, 7);
    expect(structure.within / structure.between).toBeCloseTo(2.0873494, 7);
    const [za, zb] = [credibilityIn(structure, 7), credibilityIn(structure, 9)];
    expect(za).toBeCloseTo(0.7703016, 7);
    expect(zb).toBeCloseTo(0.8117359, 7);
    expect(za * 1 + (1 - za) * structure.mean).toBeCloseTo(0.9138631, 7);
    expect(zb / 3 + (1 - zb) * structure.mean).toBeCloseTo(0.3882437, 7);
    const means = credibleMeans(structure, [
      { n: 7, e: 7 },
      { n: 3, e: 9 },
    ]);
    expect(means[0]).toBeCloseTo(0.9214286, 7);
    expect(means[1]).toBeCloseTo(0.3944444, 7);
    expect(((means[0] ?? 0) * 7 + (means[1] ?? 0) * 9) / 16).toBeCloseTo(0.625, 12);
  });
});

describe('where all are alike', () => {
  const alike = [
    { n: 2, e: 4 },
    { n: 1, e: 2 },
    { n: 4, e: 8 },
  ];

  it('the variance between them is not positive, and nobody has credibility', () => {
    const structure = poissonStructure(alike);
    expect(structure.between).toBeLessThan(0);
    expect(credibilityIn(structure, 1_000)).toBe(0);
    expect(credibleMeans(structure, alike)).toEqual([0.5, 0.5, 0.5]);
  });

  it('a variance of exactly none gives none either', () => {
    expect(credibilityIn({ mean: 1, within: 1, between: 0 }, 10)).toBe(0);
  });
});

it('who was never watched is taken for the average of those who were', () => {
  const structure = { mean: 2, within: 2, between: 1 };
  const [one, other] = credibleMeans(structure, [
    { n: 9, e: 3 },
    { n: 0, e: 0 },
  ]);
  expect(one).toBeCloseTo(3, 12);
  expect(other).toBeCloseTo(3, 12);
});
