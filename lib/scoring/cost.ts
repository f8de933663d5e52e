import type { Contact, NotCounted } from './contact';
import type { CostRates } from './rules';

/** Minutes spent on a contact, what they cost in minor units, and who bears it. */
export interface Cost {
  readonly minutes: number;
  readonly costMinor: number;
  /** The minutes are the default of the kind, not measured. */
  readonly assumed: boolean;
  /** A fault of ours: we owe them, so it is kept apart from the cost to serve. */
  readonly ours?: true;
}

const NOTHING: Cost = { minutes: 0, costMinor: 0, assumed: false };

/** What belongs to another contact costs the minutes it took, not a contact more. */
const MINUTES_ONLY: ReadonlySet<NotCounted> = new Set(['duplicate', 'reopened-soon', 'follow-up', 'split']);
const OURS: ReadonlySet<NotCounted> = new Set(['product_fault', 'outage']);
/** No claim, but the time was spent for the customer. */
const CHARGED: ReadonlySet<NotCounted> = new Set(['third_party', 'request']);

export interface CostTerms {
  readonly costs: CostRates;
  /** Whoever needs more of our time is not charged for it. */
  readonly accessibility?: boolean;
}

/**
 * What a contact costs to serve (docs/SCORING.md §3.1). A fault of ours is booked to us; a right, a service to us or what
 * nobody asked for is charged to nobody.
 */
export function costOf(contact: Contact, why: NotCounted | undefined, { costs, accessibility }: CostTerms): Cost {
  const handled = accessibility ? atMostUsual(contact, costs) : handleTime(contact, costs);
  if (why && MINUTES_ONLY.has(why)) {
    return handled.assumed ? NOTHING : priced(contact, { ...handled, fixedMinor: 0 }, costs);
  }
  const ours = why !== undefined && OURS.has(why);
  if (why && !ours && !CHARGED.has(why)) return NOTHING;
  const cost = priced(contact, { ...handled, fixedMinor: costs.contactMinor }, costs);
  return ours ? { ...cost, ours } : cost;
}

/** Loaded cost of a minute in minor units, from what a person costs a year; `available` is the share spent on contacts. */
export const minuteRate = (annualMinor: number, paidHours: number, available: number): number =>
  annualMinor / (paidHours * available * 60);

/** Minutes of our own people in a conference, without their preparation. */
export const attendeeMinutes = (
  { minutes, length, ownAttendees = 1 }: Contact,
  { defaultMinutes }: CostRates,
): number =>
  length === undefined && minutes !== undefined ? minutes : ownAttendees * (length ?? defaultMinutes.conference);

interface HandleTime {
  readonly minutes: number;
  readonly assumed: boolean;
}

/** As measured; else from how long it lasted, or lasts by default. */
function handleTime(contact: Contact, costs: CostRates): HandleTime {
  const { kind, minutes, length, messages = 1, ownAttendees = 1 } = contact;
  if (minutes !== undefined) return { minutes, assumed: false };
  const lasted = length ?? costs.defaultMinutes[kind];
  const assumed = length === undefined;
  switch (kind) {
    case 'message':
      return { minutes: lasted + Math.max(0, messages - 1) * costs.furtherMessageMinutes, assumed };
    case 'chat':
      return { minutes: lasted / costs.chatsAtOnce, assumed };
    case 'call':
      return { minutes: lasted + costs.afterCallMinutes, assumed };
    case 'conference':
      return { minutes: ownAttendees * (lasted + costs.preparationMinutes), assumed };
    case 'visit':
      return { minutes: lasted, assumed };
  }
}

function atMostUsual(contact: Contact, costs: CostRates): HandleTime {
  const { minutes: _, length: __, messages: ___, ...usual } = contact;
  const { minutes, assumed } = handleTime(contact, costs);
  return { minutes: Math.min(minutes, handleTime(usual, costs).minutes), assumed };
}

function priced(
  { kind, expensesMinor = 0 }: Contact,
  { minutes, assumed, fixedMinor }: HandleTime & { readonly fixedMinor: number },
  { minuteMinor, minuteMinorOf }: CostRates,
): Cost {
  const rate = minuteMinorOf?.[kind] ?? minuteMinor;
  return { minutes, costMinor: fixedMinor + Math.round(minutes * rate) + expensesMinor, assumed };
}
