import { dayAt, type Span } from './day-number';
import type { LadderStanding } from './standing';

/** From this local day on the discount was so many percent. */
export interface DiscountStep {
  readonly from: number;
  readonly percent: number;
}

/** The stretches of a span with the discount in force on each; before the first step there was none. */
export function discountsIn(steps: readonly DiscountStep[], span: Span): (Span & { readonly percent: number })[] {
  const sorted = steps.toSorted((a, b) => a.from - b.from);
  return sorted
    .map(({ from, percent }, index) => ({
      from: Math.max(from, span.from),
      to: Math.min(sorted[index + 1]?.from ?? Infinity, span.to),
      percent,
    }))
    .filter(({ from, to }) => from < to);
}

/** The discounts that a customer has had, from the places on the ladder. */
export const stepsOf = (
  { discounts, rung, since, earlier = [] }: Pick<LadderStanding, 'discounts' | 'rung' | 'since' | 'earlier'>,
  zone: string,
): DiscountStep[] =>
  [...earlier, { rung, since }].map((place) => ({
    from: dayAt(place.since, zone),
    percent: discounts[place.rung] ?? 0,
  }));
