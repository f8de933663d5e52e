import { describe, expect, it } from 'vitest';

import { YEAR } from '@/lib/scoring/contact';
import { ARTICLE, type Ladder, LITERAL, SANE, topOf } from '@/lib/scoring/ladder';
import { ladderFaults } from '@/lib/scoring/ladder-faults';
import { ladderById, LADDERS } from '@/lib/scoring/ladders/all';
import { HONG_KONG, INDIA, MALAYSIA, SINGAPORE, TAIWAN } from '@/lib/scoring/ladders/asia';
import { BELGIUM, BELGIUM_BUSINESS } from '@/lib/scoring/ladders/belgium';
import { BRAZIL } from '@/lib/scoring/ladders/brazil';
import { FRANCE } from '@/lib/scoring/ladders/france';
import { GERMANY } from '@/lib/scoring/ladders/germany';
import { SWITZERLAND } from '@/lib/scoring/ladders/switzerland';
import { AVIVA, UNITED_KINGDOM } from '@/lib/scoring/ladders/united-kingdom';
import { claimed, onEntry, type Rung, turned } from '@/lib/scoring/rung';

import { afterYear, standingOn } from '../policy-holder';

describe('all presets', () => {
  it.each(LADDERS.map((ladder) => ({ id: ladder.id, ladder })))('$id can be used', ({ ladder }) => {
    expect(ladderFaults(ladder)).toEqual([]);
  });

  it('have names of their own, by which one finds them', () => {
    expect(new Set(LADDERS.map(({ id }) => id)).size).toBe(LADDERS.length);
    expect(LADDERS.map(({ id }) => ladderById(id))).toEqual(LADDERS);
    expect([ladderById('nowhere'), ladderById(undefined)]).toEqual([undefined, undefined]);
  });

  it('begin with ours', () => {
    expect(LADDERS.slice(0, 3)).toEqual([ARTICLE, SANE, LITERAL]);
  });
});

describe('discounts and entries', () => {
  it.each<[Ladder, [number, number, number, number]]>([
    [UNITED_KINGDOM, [6, 0, 65, 0]],
    [AVIVA, [6, 0, 30, 0]],
    [HONG_KONG, [6, 0, 60, 0]],
    [SINGAPORE, [6, 0, 50, 0]],
    [MALAYSIA, [6, 0, 55, 0]],
    [INDIA, [6, 0, 50, 0]],
    [BRAZIL, [7, 0, 35, 0]],
    [SWITZERLAND, [22, -170, 55, 0]],
    [BELGIUM, [23, -100, 50, 15]],
    [BELGIUM_BUSINESS, [23, -100, 50, 0]],
    [TAIWAN, [10, -60, 30, 0]],
    [GERMANY, [39, -40, 80, 0]],
  ])('of %o', ({ discounts, entry }, expected) => {
    expect([discounts.length, discounts[0], discounts.at(-1), discounts[entry]]).toEqual(expected);
  });

  it.each([
    [HONG_KONG, [0, 20, 30, 40, 50, 60]],
    [SINGAPORE, [0, 10, 20, 30, 40, 50]],
    [MALAYSIA, [0, 25, 30, 38.33, 45, 55]],
    [INDIA, [0, 20, 25, 35, 45, 50]],
    [BRAZIL, [0, 10, 15, 20, 25, 30, 35]],
    [TAIWAN, [-60, -50, -40, -30, -20, -10, 0, 18, 26, 30]],
  ])('are those that are published', (ladder, discounts) => {
    expect(ladder.discounts).toEqual(discounts);
  });
});

describe('a year with so many claims', () => {
  const rungs = (ladder: Ladder, claims: number): number[] =>
    ladder.discounts.map((_, rung) => afterYear(ladder, rung, claims));

  it.each<[string, Ladder, number, number[]]>([
    ['United Kingdom', UNITED_KINGDOM, 0, [1, 2, 3, 4, 5, 5]],
    ['Aviva', AVIVA, 1, [0, 0, 0, 1, 2, 3]],
    ['Aviva', AVIVA, 2, [0, 0, 0, 0, 0, 0]],
    ['Hong Kong', HONG_KONG, 1, [0, 0, 0, 0, 1, 2]],
    ['Hong Kong', HONG_KONG, 2, [0, 0, 0, 0, 0, 0]],
    ['Singapore', SINGAPORE, 1, [0, 0, 0, 0, 1, 2]],
    ['Singapore', SINGAPORE, 2, [0, 0, 0, 0, 0, 0]],
    ['Malaysia', MALAYSIA, 1, [0, 0, 0, 0, 0, 0]],
    ['India', INDIA, 1, [0, 0, 0, 0, 0, 0]],
    ['Brazil', BRAZIL, 1, [0, 0, 1, 2, 3, 4, 5]],
    ['Brazil', BRAZIL, 3, [0, 0, 0, 0, 1, 2, 3]],
    ['Taiwan', TAIWAN, 1, [0, 0, 0, 0, 1, 2, 3, 4, 5, 6]],
    ['Taiwan', TAIWAN, 2, [0, 0, 0, 0, 0, 0, 0, 1, 2, 3]],
  ])('%s: %o after %i', (_, ladder, claims, expected) => {
    const { protection: __, ...bare } = ladder;
    expect(rungs(bare, claims)).toEqual(expected);
  });

  it('in the United Kingdom counts by the years held', () => {
    const { protection: _, ...bare } = UNITED_KINGDOM;
    expect([1, 2, 3, 4].map((claims) => rungs(bare, claims))).toEqual([
      [0, 0, 0, 1, 2, 3],
      [0, 0, 0, 0, 0, 1],
      [0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0],
    ]);
  });

  it('in Switzerland costs four classes each', () => {
    expect([0, 1, 2, 6].map((claims) => afterYear(SWITZERLAND, 21, claims))).toEqual([21, 17, 13, 0]);
    expect(afterYear(SWITZERLAND, 12, 1)).toBe(8);
  });

  it('in Belgium costs four classes, and five for each further claim', () => {
    expect([0, 1, 2, 3, 4, 5].map((claims) => afterYear(BELGIUM, 22, claims))).toEqual([22, 18, 13, 8, 3, 0]);
  });
});

describe('the amnesty of Belgium', () => {
  it('lifts everybody to class 14 after four claim-free years, not after three', () => {
    let rung = standingOn(BELGIUM, 0);
    const seen = [1, 2, 3, 4, 5].map((year) => (rung = turned(BELGIUM, rung, year)).rung);
    expect(seen).toEqual([1, 2, 3, 8, 9]);
  });

  it('begins anew after a claim', () => {
    const near: Rung = { ...standingOn(BELGIUM, 2), free: 3 };
    const after = turned(BELGIUM, claimed(BELGIUM, near, { at: 1, cause: 'user_error' }, true), 2);
    expect([after.rung, after.free]).toEqual([0, 0]);
  });
});

describe('France', () => {
  const coefficientAt = ({ rung }: Rung): number => (100 - (FRANCE.discounts[rung] ?? NaN)) / 100;
  const climbing = (years: number): number[] => {
    let rung = onEntry(FRANCE, 0);
    return Array.from({ length: years }, (_, year) => coefficientAt((rung = turned(FRANCE, rung, year))));
  };

  it('S7: falls from 1.00 by a twentieth a year, cut to hundredths, to the floor in year 13', () => {
    expect(climbing(14)).toEqual([0.95, 0.9, 0.85, 0.8, 0.76, 0.72, 0.68, 0.64, 0.6, 0.57, 0.54, 0.51, 0.5, 0.5]);
  });

  it('takes a quarter more for each claim, up to 3.50', () => {
    const after = (claims: number): number => {
      let rung = onEntry(FRANCE, 0);
      for (let claim = 0; claim < claims; claim++) rung = claimed(FRANCE, rung, { at: 1, cause: 'user_error' }, true);
      return coefficientAt(turned(FRANCE, rung, 2));
    };
    expect([1, 2, 3, 5, 6, 9, 12].map(after)).toEqual([1.25, 1.56, 1.95, 3.03, 3.5, 3.5, 3.5]);
  });

  it('forgets after two claim-free years what is above 1.00', () => {
    let rung = standingOn(FRANCE, 0);
    expect(coefficientAt(rung)).toBe(3.5);
    const seen = [1, 2].map((year) => coefficientAt((rung = turned(FRANCE, rung, year))));
    expect(seen).toEqual([3.32, 1]);
  });

  it('forgives the first claim after three years at the floor', () => {
    const top = standingOn(FRANCE, topOf(FRANCE));
    const claimAt = (at: number): number =>
      coefficientAt(turned(FRANCE, claimed(FRANCE, top, { at, cause: 'user_error' }, true), at + 1));
    expect([claimAt(3 * YEAR - 1), claimAt(3 * YEAR)]).toEqual([0.62, 0.5]);
  });
});

describe('Germany', () => {
  it('steps back as the table of an insurer has it', () => {
    const sf = (years: number): number => 3 + years;
    expect([1, 2, 3, 4].map((claims) => afterYear(GERMANY, sf(5), claims))).toEqual([sf(1), 2, 1, 0]);
    expect([1, 2, 3, 4].map((claims) => afterYear(GERMANY, sf(8), claims))).toEqual([sf(3), 3, 1, 0]);
    expect([9, 10, 20, 35].map((years) => afterYear(GERMANY, sf(years), 1))).toEqual([sf(3), sf(3), sf(8), sf(16)]);
    expect([16, 17, 19, 20, 24, 25].map((years) => afterYear(GERMANY, sf(years), 2))).toEqual(
      [1, 2, 2, 3, 3, 4].map(sf),
    );
    expect([19, 20].map((years) => afterYear(GERMANY, sf(years), 3))).toEqual([1, 3]);
    expect(afterYear(GERMANY, sf(35), 5)).toBe(0);
  });

  it('rises from M to 0, from 0 and S to SF 1, and stops at SF 35', () => {
    expect([0, 1, 2, 3, 4, 37, 38].map((rung) => afterYear(GERMANY, rung, 0))).toEqual([1, 4, 4, 4, 5, 38, 38]);
  });
});

describe('protection', () => {
  it('in the United Kingdom forgives two in three years at the top', () => {
    let rung = standingOn(UNITED_KINGDOM, 5);
    for (const at of [1, 2]) rung = claimed(UNITED_KINGDOM, rung, { at, cause: 'user_error' }, true);
    expect(turned(UNITED_KINGDOM, rung, 3).rung).toBe(5);
    rung = claimed(UNITED_KINGDOM, rung, { at: 2, cause: 'user_error' }, true);
    expect(turned(UNITED_KINGDOM, rung, 3).rung).toBe(3);
  });

  it('of Aviva forgives one a year from three years on', () => {
    const after = (from: number): number =>
      turned(AVIVA, claimed(AVIVA, standingOn(AVIVA, from), { at: 1, cause: 'user_error' }, true), 3).rung;
    expect([2, 3].map(after)).toEqual([0, 3]);
  });
});
