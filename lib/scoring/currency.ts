/** Units of the base currency for one unit of another, as somebody entered them by hand. */
export type ExchangeRates = Readonly<Record<string, number>>;

/** The currency that everything is summed in, and how others get there. */
export interface Currencies {
  /** ISO 4217 */
  readonly base: string;
  readonly rates: ExchangeRates;
}

const digits = new Map<string, number>();

/** Digits after the point: 2 for EUR, 0 for JPY. Asking takes microseconds. */
function digitsOf(currency: string): number {
  const format = { style: 'currency', currency } as const;
  const found =
    digits.get(currency) ?? new Intl.NumberFormat('en', format).resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, found);
  return found;
}

/** The amount in minor units of the base currency; undefined where nobody has given a rate (docs/SCORING.md §3.2). */
export function inBase(minor: number, currency: string, { base, rates }: Currencies): number | undefined {
  if (currency === base) return minor;
  const rate = rates[currency];
  if (rate === undefined) return undefined;
  const exact = minor * rate * 10 ** (digitsOf(base) - digitsOf(currency));
  return Math.sign(exact) * Math.round(Math.abs(exact));
}
