import { DAY, YEAR } from '@/lib/scoring/contact';

import type { Draw } from './draw.ts';
import type { SimulatedCustomer, Truth } from './truth.ts';

interface Born {
  readonly number: number;
  readonly organisation?: { readonly id: string; readonly relativity: number };
}

/** Who a customer is, within the history from `from` to `to`. */
export function customerOf(
  truth: Truth,
  draw: Draw,
  { number, organisation }: Born,
  [begin, end]: readonly [from: number, to: number],
): SimulatedCustomer {
  const arrives = draw.uniform() < truth.arrivals;
  const arrival = draw.uniform();
  const from = arrives ? begin + arrival * (end - begin) : begin;
  const stays = draw.exponential(1);
  const to = truth.churn > 0 ? Math.min(end, from + (stays / truth.churn) * YEAR) : end;
  const isWeekly = draw.uniform() < truth.weekly;
  const slot = { weekday: 1 + Math.floor(draw.uniform() * 5), hour: 8 + Math.floor(draw.uniform() * 9) };
  const relativity = organisation?.relativity ?? 1;
  return {
    id: `c${number}`,
    ...(organisation && { organisation: organisation.id }),
    from,
    to,
    rates: ratesOf(truth, draw, truth.mean * relativity, [from, to]),
    ...(isWeekly && { conference: slot }),
  };
}

function ratesOf(
  { alpha, changes }: Truth,
  draw: Draw,
  mean: number,
  [from, to]: readonly [from: number, to: number],
): SimulatedCustomer['rates'] {
  const rates = [{ from, rate: mean * draw.gamma(alpha) }];
  if (changes === 0) return rates;
  for (let at = from + draw.exponential(YEAR / changes); at < to; at += draw.exponential(YEAR / changes)) {
    rates.push({ from: at, rate: mean * draw.gamma(alpha) });
  }
  return rates;
}

/** The chance of a contact at an instant against that of the year: highest at the end of March. */
export const seasonAt = (season: number, at: number): number => 1 + season * Math.sin((2 * Math.PI * at) / YEAR);

/** Instants of the weekly conference within the customer's time. */
export function conferencesOf({ conference, from, to }: SimulatedCustomer): number[] {
  if (!conference) return [];
  const { weekday, hour } = conference;
  const midnight = Math.ceil(from / DAY) * DAY;
  const days = (weekday - new Date(midnight).getUTCDay() + 7) % 7;
  const first = midnight + days * DAY + (hour / 24) * DAY;
  const weeks = Math.max(0, Math.ceil((to - first) / (7 * DAY)));
  return Array.from({ length: weeks }, (_, week) => first + week * 7 * DAY);
}
