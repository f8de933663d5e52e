import type { RevenueKind } from './revenue';

/** How a business lives from service: what the article's three kinds of vendor start their settings from. */
export interface BusinessModel {
  readonly id: 'car-dealer' | 'proprietary' | 'open-source';
  /** The revenue that matters, most important first. */
  readonly revenue: readonly RevenueKind[];
  /** What the no-claims discount is a discount on. */
  readonly discounted: readonly RevenueKind[];
  /** Share of the price that is left after the cost of goods, for what is resold. */
  readonly resaleMargins: Readonly<Partial<Record<'parts' | 'newSale', number>>>;
  /** Support and updates of a year, as a share of the licence. */
  readonly maintenanceShare?: number;
  /** What the goods are that a contract's monthly cost of goods stands for. */
  readonly goods: readonly ('parts' | 'hosting' | 'royalties')[];
  /** How hard it is to leave, 0 to 1: while bound by warranty, leasing or a term, and after. */
  readonly lockIn: { readonly bound: number; readonly after: number };
  /** What to keep in mind; `lib/text` has the words. */
  readonly note: 'sale-is-acquisition' | 'silence-is-not-love' | 'contacts-are-the-product';
}

/** Figures to start from, each to be edited to taste (docs/SCORING.md §3.2). */
export const BUSINESS_MODELS: readonly BusinessModel[] = [
  {
    id: 'car-dealer',
    revenue: ['work', 'resale'],
    discounted: ['monthly', 'support', 'work'],
    resaleMargins: { parts: 0.25, newSale: 0.03 },
    goods: ['parts'],
    lockIn: { bound: 0.5, after: 0.2 },
    note: 'sale-is-acquisition',
  },
  {
    id: 'proprietary',
    revenue: ['licence', 'support', 'monthly'],
    discounted: ['monthly', 'support'],
    resaleMargins: {},
    maintenanceShare: 0.2,
    goods: ['hosting', 'royalties'],
    lockIn: { bound: 0.8, after: 0.8 },
    note: 'silence-is-not-love',
  },
  {
    id: 'open-source',
    revenue: ['support', 'monthly', 'work'],
    discounted: ['monthly', 'support'],
    resaleMargins: {},
    goods: [],
    lockIn: { bound: 0.2, after: 0.2 },
    note: 'contacts-are-the-product',
  },
];

/** What we stand to lose, for advice only; undefined while nobody knows how likely the customer is to leave. */
export const valueAtRisk = (marginMinor: number, lockIn: number, leaves: number | undefined): number | undefined =>
  leaves === undefined ? undefined : Math.round(marginMinor * (1 - lockIn) * leaves);
