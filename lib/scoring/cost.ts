import type { Contact, NotCounted } from './contact';
import type { CostRates } from './rules';

/** Minutes spent on a contact, and what they cost the vendor, in minor units. */
export interface Cost {
  readonly minutes: number;
  readonly costMinor: number;
  /** The minutes are the default of the kind, not measured. */
  readonly assumed: boolean;
}

const NOTHING: Cost = { minutes: 0, costMinor: 0, assumed: false };

/** What was sent twice or came back soon costs the minutes it took, not another contact. */
const MINUTES_ONLY: ReadonlySet<NotCounted> = new Set(['duplicate', 'reopened-soon']);

/**
 * What a contact costs to serve (docs/SCORING.md §3.1). What is ours (a fault, our own message) or no service at all is not
 * charged to the customer; a third party's fault is, for the time was spent.
 */
export function costOf(contact: Contact, why: NotCounted | undefined, rates: CostRates): Cost {
  const { kind, minutes } = contact;
  if (why && MINUTES_ONLY.has(why)) return minutes ? priced(minutes, 0, rates) : NOTHING;
  if (why && why !== 'third_party') return NOTHING;
  if (minutes !== undefined) return priced(minutes, rates.contactMinor, rates);
  return { ...priced(rates.defaultMinutes[kind], rates.contactMinor, rates), assumed: true };
}

const priced = (minutes: number, fixedMinor: number, { minuteMinor }: CostRates): Cost => ({
  minutes,
  costMinor: fixedMinor + Math.round(minutes * minuteMinor),
  assumed: false,
});
