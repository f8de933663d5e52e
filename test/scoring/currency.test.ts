import fc from 'fast-check';
import { expect, it } from 'vitest';

import { inBase } from '@/lib/scoring/currency';

const currencies = { base: 'EUR', rates: { USD: 0.92, JPY: 0.0061, BHD: 2.44, XXX: 1 } };

it.each<[number, string, number | undefined]>([
  [10_000, 'EUR', 10_000],
  [10_000, 'USD', 9200],
  [10_000, 'JPY', 6100],
  [10_000, 'BHD', 2440],
  [10_000, 'CHF', undefined],
  [1, 'USD', 1],
  [-1, 'USD', -1],
  [-25, 'USD', -23],
  [0, 'USD', 0],
])('%d minor units of %s are %s', (minor, currency, expected) => {
  expect(inBase(minor, currency, currencies)).toBe(expected);
});

it('a currency of no small units can be the base', () => {
  expect(inBase(10_050, 'EUR', { base: 'JPY', rates: { EUR: 163 } })).toBe(16_382);
});

it('the base needs no rate, not even a wrong one', () => {
  expect(inBase(7, 'EUR', { base: 'EUR', rates: { EUR: 2 } })).toBe(7);
});

it('a debt is as large as the claim', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10 ** 9 }), fc.constantFrom('USD', 'JPY', 'BHD'), (minor, currency) => {
      expect(inBase(-minor, currency, currencies)).toBe(-(inBase(minor, currency, currencies) ?? 0));
    }),
  );
});
