import { describe, expect, it } from 'vitest';

import { BUSINESS_MODELS, valueAtRisk } from '@/lib/scoring/business-model';

const model = (id: string) => BUSINESS_MODELS.find((one) => one.id === id);

describe('the three business models', () => {
  it.each([
    ['car-dealer', 'work', { lockIn: { bound: 0.5, after: 0.2 }, note: 'sale-is-acquisition', goods: ['parts'] }],
    [
      'proprietary',
      'licence',
      { lockIn: { bound: 0.8, after: 0.8 }, note: 'silence-is-not-love', goods: ['hosting', 'royalties'] },
    ],
    ['open-source', 'support', { lockIn: { bound: 0.2, after: 0.2 }, note: 'contacts-are-the-product', goods: [] }],
  ])('%s lives from %s first', (id, first, expected) => {
    expect(model(id)?.revenue[0]).toBe(first);
    expect(model(id)).toMatchObject(expected);
  });

  it('start from the shares that the article names', () => {
    expect(model('car-dealer')?.resaleMargins).toEqual({ parts: 0.25, newSale: 0.03 });
    expect(model('proprietary')?.maintenanceShare).toBe(0.2);
    expect(model('open-source')?.maintenanceShare).toBeUndefined();
  });

  it('discount what recurs, never a sale', () => {
    for (const { discounted } of BUSINESS_MODELS) {
      expect(discounted).toContain('support');
      expect(discounted).not.toContain('resale');
      expect(discounted).not.toContain('licence');
    }
  });
});

it('each has its own revenue that matters, and what is discounted', () => {
  expect(BUSINESS_MODELS.map(({ id, revenue, discounted }) => [id, revenue, discounted])).toEqual([
    ['car-dealer', ['work', 'resale'], ['monthly', 'support', 'work']],
    ['proprietary', ['licence', 'support', 'monthly'], ['monthly', 'support']],
    ['open-source', ['support', 'monthly', 'work'], ['monthly', 'support']],
  ]);
});

describe('value at risk', () => {
  it.each<[number, number, number | undefined, number | undefined]>([
    [100_000, 0.2, 0.1, 8000],
    [100_000, 0.8, 0.1, 2000],
    [100_000, 1, 1, 0],
    [100_000, 0, 0, 0],
    [-50_000, 0.5, 0.2, -5000],
    [100_001, 0.5, 0.5, 25_000],
    [100_000, 0.2, undefined, undefined],
  ])('of %d with lock-in %d and a chance of leaving of %s: %s', (margin, lockIn, leaves, expected) => {
    expect(valueAtRisk(margin, lockIn, leaves)).toBe(expected);
  });
});
