import { describe, expect, it } from 'vitest';

import type { MarginStanding, Standing } from '@/lib/scoring/standing';
import { cardView } from '@/lib/text/card-view';
import { customerPanel } from '@/lib/text/popup-customer';

import { cardFacts, ladder, standing } from './given';

const account = {
  revenueMinor: 240_000,
  discountMinor: 72_000,
  goodsMinor: 12_000,
  serveMinor: 179_000,
  days: 365,
  foreign: [],
};
const margin = (change: Partial<MarginStanding> = {}): MarginStanding => ({
  minor: -23_000,
  currency: 'EUR',
  lossMaking: true,
  account,
  ...change,
});
const year = { ...standing().year, costMinor: 191_000 };
const card = (change: Partial<Standing>) => cardView(cardFacts({ standing: standing({ year, ...change }) }));
const figures = (change: Partial<Standing>) =>
  customerPanel(cardFacts({ standing: standing({ year, ...change }) })).figures;

describe('what a customer leaves', () => {
  it('is what they pay after the discount, less goods and service', () => {
    expect(card({ margin: margin() }).cost).toEqual({
      title: 'Margin, 12 months',
      value: '€1,680 − €1,910 =',
      sum: { text: '−€230', below: true },
    });
    expect(figures({ margin: margin() })).toContainEqual({ term: 'Margin, year', figure: '−€230', below: true });
  });

  it.each([0, 120_000])('is marked only below zero: %i', (minor) => {
    expect(card({ margin: margin({ minor }) }).cost?.sum).not.toHaveProperty('below');
    expect(figures({ margin: margin({ minor }) })).not.toContainEqual(expect.objectContaining({ below: true }));
  });

  it('in a currency without a rate stands alone', () => {
    const foreign = margin({ minor: 90_000, currency: 'USD', alone: true });
    expect(card({ margin: foreign }).cost).toEqual({ title: 'Margin, 12 months', value: '', sum: { text: 'US$900' } });
    expect(figures({ margin: foreign })).toContainEqual({ term: 'Margin, year', figure: 'US$900' });
  });

  it('says when minutes are defaults, with a margin or without', () => {
    const guessed = { ...year, measured: false };
    const note = 'Some minutes are your defaults, not measured.';
    expect(card({ year: guessed, margin: margin() }).cost).toMatchObject({ note });
    expect(card({ year: guessed }).cost).toEqual({ title: 'Cost to serve, 12 months', value: '€1,910', note });
  });

  it('is the cost alone where nobody has said what they pay', () => {
    expect(card({}).cost).toEqual({ title: 'Cost to serve, 12 months', value: '€1,910' });
    expect(figures({})).toContainEqual({ term: 'Cost, 12 months', figure: '€1,910' });
    expect(card({ year: { ...year, costMinor: 0 } }).cost).toBeUndefined();
  });
});

describe('the stamps of a long ladder', () => {
  const discounts = Array.from({ length: 22 }, (_, index) => index);
  const stamps = (change: Parameters<typeof ladder>[0]) =>
    card({ ladder: ladder({ discounts, ...change }) }).ladder?.rungs.map(({ text, mark }) =>
      mark ? `${text} ${mark}` : text,
    );

  it('are all there where they fit', () => {
    expect(stamps({ discounts: discounts.slice(0, 8) })).toHaveLength(8);
  });

  it('else are the ends, the present one, and what waits and is at stake', () => {
    const next = { at: 0, rung: 13, claims: 0, allowed: 0 };
    expect(stamps({ rung: 12, next, risk: { rung: 8, immediate: false } })).toEqual([
      '0%',
      '8% risk',
      '10%',
      '11%',
      '12%',
      '13% next',
      '21%',
    ]);
  });

  it('are filled up beside the present one', () => {
    expect(stamps({ discounts: discounts.slice(0, 9), rung: 0 })).toEqual(['0%', '1%', '2%', '3%', '8%']);
    expect(stamps({ rung: 21 })).toEqual(['0%', '18%', '19%', '20%', '21%']);
  });
});
