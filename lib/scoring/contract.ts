/** A stretch of local dates, `2026-03-01`; the last day is the day before `to`. Open without `to`. */
export interface Stretch {
  readonly from: string;
  readonly to?: string;
}

/** A suspension. One of more than two years proposes the loss of the rung; `loss` is what a person said of it. */
export interface Pause extends Stretch {
  readonly loss?: 'confirmed' | 'refused';
}

/** What a contract earns (docs/SCORING.md §3.2). Money in minor units of the contract's currency. */
export type RevenuePart =
  | { readonly kind: 'monthly'; readonly minor: number; readonly from: string; readonly to?: string }
  /** Fees and licences, spread over their term of months unless booked at once. */
  | { readonly kind: 'licence'; readonly minor: number; readonly at: string; readonly termMonths: number }
  /** Support contract of a year. */
  | { readonly kind: 'support'; readonly minor: number; readonly from: string; readonly to?: string }
  /** Delivered goods: the price, and what they cost us. */
  | { readonly kind: 'resale'; readonly minor: number; readonly costMinor: number; readonly at: string }
  /** Work that was billed: paid tickets, change requests, consulting days. */
  | { readonly kind: 'work'; readonly minor: number; readonly at: string };

/** What a customer or an organisation has agreed with us, as a person entered it. */
export interface Contract {
  readonly id: string;
  /** Customer id, or `org:<organisation id>`. */
  readonly holder: string;
  /** Local date of the first day; anniversaries and exposure run from it. */
  readonly start: string;
  readonly end?: string;
  /** IANA zone of its dates; the vendor's where absent. */
  readonly zone?: string;
  /** Suspended: neither exposure nor anniversaries run on. */
  readonly pauses: readonly Pause[];
  /** ISO 4217 */
  readonly currency: string;
  readonly revenue: readonly RevenuePart[];
  /** Cost of goods a month: hosting, royalties. */
  readonly goodsMinor?: number;
  /** The ladder in force for it; the team's where absent. */
  readonly ladderId?: string;
  /** Clean years proved elsewhere, honoured at entry as far as the ladder does. */
  readonly priorYears?: number;
  readonly seats?: number;
}
