import { DAY, YEAR, type Cause, type Kind } from '@/lib/scoring/contact';

import { conferencesOf, seasonAt } from './customer.ts';
import type { Draw } from './draw.ts';
import type { SimulatedContact, SimulatedCustomer, SimulatedOutage, Truth } from './truth.ts';

const KINDS = { message: 60, chat: 15, call: 24, visit: 1 } as const satisfies Partial<Record<Kind, number>>;

/** Of what is no crash. */
const CAUSES = {
  user_error: 50,
  request: 25,
  product_fault: 12,
  third_party: 5,
  pending: 5,
  helpful_report: 3,
} as const satisfies Partial<Record<Cause, number>>;

const BURST_DAYS = 3;
const HELD = 0.9;

/** Share of customers whom an outage makes call. */
const STRUCK = 0.3;

/** All contacts of one customer, in no order. */
export function contactsOf(
  truth: Truth,
  customer: SimulatedCustomer,
  outages: readonly SimulatedOutage[],
  draw: Draw,
): SimulatedContact[] {
  const { id, organisation, from, to } = customer;
  const who = { customer: id, ...(organisation !== undefined && { organisation }) };
  const causeOf = (): Cause => (draw.uniform() < truth.crashes ? 'unknown_crash' : draw.oneOf(CAUSES));
  const reasons = reasonsOf(truth, customer, draw).flatMap((at) => burstFrom(truth, at, draw));
  const conferences = conferencesOf(customer).filter(() => draw.uniform() < HELD);
  const struck = outages.flatMap((outage) => {
    const calls = draw.uniform() < STRUCK;
    const at = outage.from + draw.uniform() * (outage.to - outage.from);
    return calls ? [{ outage, at }] : [];
  });
  return [
    ...reasons.map((at) => ({ ...who, at, kind: draw.oneOf(KINDS), cause: causeOf() })),
    ...conferences.map((at) => ({ ...who, at, kind: 'conference' as const, cause: 'request' as const })),
    ...struck.map(({ outage, at }) => ({
      ...who,
      at,
      kind: 'call' as const,
      cause: 'product_fault' as const,
      outage: outage.id,
    })),
  ]
    .filter(({ at }) => at >= from && at < to)
    .map((contact) => ({ ...contact, at: Math.floor(contact.at) }));
}

/** By thinning: as many as in the middle of the season, of which the rest of the year drops its share. */
function reasonsOf({ season }: Truth, { rates, to }: SimulatedCustomer, draw: Draw): number[] {
  return rates.flatMap(({ from, rate }, index) => {
    const until = rates[index + 1]?.from ?? to;
    const most = rate * (1 + season);
    const instants: number[] = [];
    for (let at = from + draw.exponential(YEAR / most); at < until; at += draw.exponential(YEAR / most)) {
      if (draw.uniform() * (1 + season) < seasonAt(season, at)) instants.push(at);
    }
    return instants;
  });
}

function burstFrom({ bursts }: Truth, at: number, draw: Draw): number[] {
  const chain = [at];
  for (let last = at; draw.uniform() < bursts;) {
    last += draw.uniform() * BURST_DAYS * DAY;
    chain.push(last);
  }
  return chain;
}
