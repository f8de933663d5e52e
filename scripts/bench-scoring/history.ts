import type { Contact } from '@/lib/scoring/contact';

import { simulated } from '../simulate/portfolio.ts';
import { TEXTBOOK } from '../simulate/truth.ts';

/** Ten contacts a customer in two years, in bursts and at very different rates. */
const CONTACTS = 10;
const BURSTS = 0.3;
const DAYS = 730.5;

/** Every contact of a simulated portfolio: whose, and when. Typed arrays, since a million objects would be the heap. */
export interface History {
  readonly customers: number;
  /** Oldest first. */
  readonly who: Int32Array;
  readonly at: Float64Array;
  /** Where each customer's contacts stand in the two above: from `starts[c]` to `starts[c + 1]` of `places`. */
  readonly places: Int32Array;
  readonly starts: Int32Array;
  readonly from: number;
  readonly to: number;
}

export function historyOf(customers: number): History {
  const mean = (CONTACTS * (1 - BURSTS)) / (DAYS / 365.25);
  const { contacts, from, to } = simulated({ ...TEXTBOOK, customers, days: DAYS, mean, bursts: BURSTS, alpha: 0.8 });
  const who = Int32Array.from(contacts, ({ customer }) => Number(customer.slice(1)) - 1);
  const at = Float64Array.from(contacts, (contact) => contact.at);
  return { customers, who, at, from, to, ...placesOf(who, customers) };
}

function placesOf(who: Int32Array, customers: number): Pick<History, 'places' | 'starts'> {
  const starts = new Int32Array(customers + 1);
  for (const one of who) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  for (let customer = 0; customer < customers; customer++) {
    starts[customer + 1] = (starts[customer + 1] ?? 0) + (starts[customer] ?? 0);
  }
  const next = starts.slice();
  const places = new Int32Array(who.length);
  for (const [place, one] of who.entries()) {
    const slot = next[one] ?? 0;
    places[slot] = place;
    next[one] = slot + 1;
  }
  return { places, starts };
}

export const asContact = (id: string, at: number): Contact => ({
  id: `bench/${id}`,
  at,
  kind: 'message',
  initiator: 'customer',
  cause: 'pending',
});

export const contactAt = ({ at }: History, place: number): Contact => asContact(`${place}/open`, at[place] ?? 0);

/** A customer's contacts before an instant. */
export function contactsBefore(history: History, customer: number, until: number): Contact[] {
  const { places, starts, at } = history;
  return [...places.subarray(starts[customer], starts[customer + 1])]
    .filter((place) => (at[place] ?? 0) < until)
    .map((place) => contactAt(history, place));
}
