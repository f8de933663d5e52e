/** What somebody wrote as a number, with a point or a comma; NaN when it is none. */
export function numberOf(written: string): number {
  const text = written.trim().replace(',', '.').replace('−', '-');
  return text === '' ? Number.NaN : Number(text);
}

const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** Minor units as one writes them in a field: 150 is *1.50*. */
export const minorAsText = (minor: number, currency: string): string => {
  const digits = digitsOf(currency);
  return (minor / 10 ** digits).toFixed(digits);
};

/** What somebody wrote as an amount, in minor units; NaN when it is none. */
export const textAsMinor = (written: string, currency: string): number =>
  Math.round(numberOf(written) * 10 ** digitsOf(currency));
